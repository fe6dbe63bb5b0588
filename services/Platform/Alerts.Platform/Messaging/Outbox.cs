using System.Diagnostics;
using Alerts.Platform.Storage;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Platform.Messaging;

/// <summary>The outbox of one service: rows of its own store, in commit order. Thread safe.</summary>
/// <param name="topic">Where its events go.</param>
/// <param name="time">Clock of the record time.</param>
public sealed class Outbox(string topic, TimeProvider time) : IOutbox, IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>What was committed here lately.</summary>
    internal OutboxFeed Feed { get; } = new();

    /// <inheritdoc/>
    public void Add(IWriteSession session, Event body)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (body.EventId.Length == 0)
            body.EventId = Guid.CreateVersion7(now).ToString();
        body.RecordTime ??= Timestamp.FromDateTimeOffset(now);
        if (body.Traceparent.Length == 0)
            body.Traceparent = Activity.Current?.Id ?? "";
        byte[] bytes = body.ToByteArray();
        Asked<long> stored = session.Ask(
            "INSERT INTO outbox (topic, body, created_us) VALUES ($1, $2, $3) RETURNING seq", r => r.GetInt64(0), topic, bytes, now.ToMicroseconds());
        session.AfterCommit(() =>
        {
            Feed.Offer(new OutboxRow(stored.Rows[0], bytes, session.Turn));
            Wake();
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    /// <summary>Waits until events may be due, or for as long as given.</summary>
    /// <returns>Whether somebody said that they are.</returns>
    internal async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Disposed with a wait: a callback that is under way would cancel what is disposed next, and that ends the process.
        await using ITimer timer = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), limited, longest, Timeout.InfiniteTimeSpan);
        try
        {
            await _signal.WaitAsync(limited.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: look anyway, the table is the truth and the signal only a hint.
            return false;
        }
    }

    private void Wake()
    {
        if (_signal.CurrentCount > 0)
            return;
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke the relay in the same instant.
        }
    }
}
