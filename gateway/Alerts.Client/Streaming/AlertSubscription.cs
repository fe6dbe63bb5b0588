using Alerts.V1;

namespace Alerts.Client.Streaming;

/// <summary>The frames of StreamAlerts, over as many connections as it takes.</summary>
/// <remarks>
/// <para>A frame counts as handled when the loop's body has run to its end: then, and not before, its cursor is saved, and a lost connection
/// goes on from there. A loop that is left with <c>break</c> or an exception has not handled its frame.</para>
/// <para>The server gives every position of the log once and in order per cursor; this class adds nothing and drops nothing. A snapshot
/// that breaks off comes again whole, opened by another <c>Subscribed</c>.</para>
/// <para>Enumerate with one loop at a time.</para>
/// </remarks>
public sealed class AlertSubscription : IAsyncEnumerable<StreamAlertsResponse>
{
    private readonly NotifyService.NotifyServiceClient _client;
    private readonly StreamAlertsRequest _request;
    private readonly SubscriptionOptions _options;

    /// <summary>Makes a stream; it connects when it is enumerated.</summary>
    /// <param name="client">Client to call with; its calls must carry what signs the caller in.</param>
    /// <param name="request">Filter and start; copied.</param>
    /// <param name="options">Settings.</param>
    public AlertSubscription(NotifyService.NotifyServiceClient client, StreamAlertsRequest request, SubscriptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        _request = request.Clone();
        _options = options;
    }

    /// <summary>Starts the stream.</summary>
    /// <param name="cancellationToken">Ends it; what was handled is saved first.</param>
    /// <returns>Frames without end.</returns>
    /// <exception cref="SubscriptionException">While enumerating: the server refuses in a way that no waiting heals.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: it was cancelled.</exception>
    public async IAsyncEnumerator<StreamAlertsResponse> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var line = new CursorLine(_request);
        if (_options.Cursors is { } cursors && await cursors.ReadAsync(cancellationToken) is { } saved) line.Resume(saved);
        var backoff = new Backoff(_options);
        var watcher = new ConnectionWatcher(_options.OnConnection);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var connection = new Connection(_client, line.Request(), _options, cancellationToken);
            while (await connection.NextAsync() is { } frame)
            {
                line.Begin(frame);
                watcher.See(frame);
                yield return frame;
                // Saved even when the caller has just cancelled: the frame is handled, and must not come again.
                if (line.Handled(frame) && _options.Cursors is { } store) await store.WriteAsync(line.Cursor, CancellationToken.None);
                // A server that subscribes and fails at once must not be asked at full speed.
                if (frame.Subscribed is null) backoff.Reset();
            }

            Connection.Loss loss = connection.Failure!;
            if (loss.IsFinal) throw new SubscriptionException(loss.Error!, loss.Cause);
            TimeSpan wait = backoff.Next(loss.Error?.RetryAfter);
            watcher.Lose(loss, wait);
            await Task.Delay(wait, _options.Time, cancellationToken);
        }
    }
}
