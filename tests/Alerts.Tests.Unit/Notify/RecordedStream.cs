using Alerts.Notify.Grpc;
using Alerts.Platform.Access;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Notify;

// A subscriber: keeps the frames it is sent, and can stop taking them.
internal sealed class RecordedStream : IServerStreamWriter<StreamAlertsResponse>, IAsyncDisposable
{
    // Long enough for a loaded machine; a test that waits this long fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _hangUp = new();
    private readonly Lock _lock = new();
    private readonly List<StreamAlertsResponse> _frames = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordedStream()
    {
    }

    public WriteOptions? WriteOptions { get; set; }

    // When set, WriteAsync hangs as it does on a client that reads nothing.
    public TaskCompletionSource? Blocked { get; set; }

    public Task Call { get; private set; } = Task.CompletedTask;

    public IReadOnlyList<StreamAlertsResponse> Frames
    {
        get
        {
            lock (_lock)
                return [.. _frames];
        }
    }

    public IReadOnlyList<DeliveredAlert> Alerts => [.. Frames.Select(f => f.Alert).OfType<DeliveredAlert>()];

    public string LastCursor => Frames.Select(f => f.Alert?.Cursor ?? f.Bookmark?.Cursor ?? f.Subscribed?.Cursor ?? f.Closing.Cursor).Last(c => c.Length > 0);

    public static RecordedStream Open(NotifyHost host, StreamAlertsRequest request, Principal? caller = null)
    {
        var stream = new RecordedStream();
        stream.Call = Task.Run(() => host.Get<AlertStreams>().StreamAsync(request, caller ?? NotifyHost.Officer, stream, null, stream._hangUp.Token));
        return stream;
    }

    public async Task WriteAsync(StreamAlertsResponse message)
    {
        if (Blocked is { } blocked)
            await blocked.Task;
        TaskCompletionSource changed;
        lock (_lock)
        {
            _frames.Add(message);
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    public Task WriteAsync(StreamAlertsResponse message, CancellationToken cancellationToken) => WriteAsync(message);

    public Task WaitForAlertsAsync(int count) => WaitAsync(s => s.Alerts.Count >= count);

    public async Task WaitAsync(Func<RecordedStream, bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
                changed = _changed.Task;
            if (condition(this))
                return;
            Task first = await Task.WhenAny(changed, Call).WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (first == Call && !condition(this))
            {
                await Call;
                Assert.Fail("The stream ended early.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _hangUp.CancelAsync();
        Blocked?.TrySetResult();
        await Call.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Patience, CancellationToken.None);
        _hangUp.Dispose();
    }
}
