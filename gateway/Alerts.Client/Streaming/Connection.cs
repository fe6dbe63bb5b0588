using Alerts.Client.Errors;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Client.Streaming;

// One call of StreamAlerts, from its start to the first thing that ends it.
internal sealed class Connection : IDisposable
{
    // Two bookmarks may be late before silence counts as death, and a slow network gets this much on top.
    private static readonly TimeSpan SilenceMargin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DefaultBookmarkInterval = TimeSpan.FromSeconds(15);

    private readonly SubscriptionOptions _options;
    private readonly TimeSpan _silence;
    private readonly CancellationTokenSource _end;
    private readonly CancellationToken _caller;
    private readonly AsyncServerStreamingCall<StreamAlertsResponse> _call;
    private bool _subscribed;

    public Connection(NotifyService.NotifyServiceClient client, StreamAlertsRequest request, SubscriptionOptions options, CancellationToken caller)
    {
        _options = options;
        _caller = caller;
        _silence = (2 * (request.BookmarkInterval?.ToTimeSpan() ?? DefaultBookmarkInterval)) + SilenceMargin;
        _end = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _call = client.StreamAlerts(request, cancellationToken: _end.Token);
    }

    // The next frame, or null once the connection is lost: Failure then says why.
    public async Task<StreamAlertsResponse?> NextAsync()
    {
        TimeSpan patience = _subscribed ? _silence : _options.SubscribeTimeout;
        using var timeout = new CancellationTokenSource(patience, _options.Time);
        using CancellationTokenRegistration giveUp = timeout.Token.Register(_end.Cancel);
        try
        {
            if (!await _call.ResponseStream.MoveNext(_end.Token))
            {
                Failure = new Loss("The server ended the stream.", null, null);
                return null;
            }

            _subscribed = true;
            return _call.ResponseStream.Current;
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or IOException)
        {
            _caller.ThrowIfCancellationRequested();
            Failure = timeout.IsCancellationRequested
                ? new Loss($"Nothing came for {patience.TotalSeconds:0} s.", null, null)
                : Explain(e);
            return null;
        }
    }

    public Loss? Failure { get; private set; }

    public void Dispose()
    {
        _call.Dispose();
        _end.Dispose();
    }

    private static Loss Explain(Exception e)
    {
        if (e is not RpcException rpc) return new Loss(e.Message, null, e);
        AlertsError error = AlertsError.From(rpc);
        return new Loss(error.Message, error, e);
    }

    // Why a connection ended; Error is set when a status says so.
    internal sealed record Loss(string Detail, AlertsError? Error, Exception? Cause)
    {
        public bool IsFinal => Error is { IsTransient: false };
    }
}
