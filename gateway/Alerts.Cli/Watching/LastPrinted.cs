using Alerts.Client.Streaming;
using Alerts.V1;

namespace Alerts.Cli.Watching;

// A printer that one can wait for: until a certain alert is written. Thread safe.
internal sealed class LastPrinted(IWatchPrinter printer) : IWatchPrinter
{
    private readonly HashSet<string> _written = [];
    private readonly Lock _lock = new();
    private (string Name, TaskCompletionSource Done)? _awaited;

    public void Frame(StreamAlertsResponse frame)
    {
        printer.Frame(frame);
        if (frame.FrameCase != StreamAlertsResponse.FrameOneofCase.Alert)
            return;
        lock (_lock)
        {
            _written.Add(frame.Alert.Alert.Name);
            if (_awaited is { } awaited && _written.Contains(awaited.Name))
                awaited.Done.TrySetResult();
        }
    }

    public void Connection(ConnectionChange change) => printer.Connection(change);

    public void OutOfTouch(DateTimeOffset since) => printer.OutOfTouch(since);

    public Task WrittenAsync(string name)
    {
        lock (_lock)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (name, done);
            if (_written.Contains(name))
                done.SetResult();
            return done.Task;
        }
    }
}
