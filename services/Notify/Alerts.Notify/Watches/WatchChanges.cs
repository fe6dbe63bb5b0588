using System.Collections.Concurrent;

namespace Alerts.Notify.Watches;

// Tells the streams of this process that the watch they follow was changed or deleted. Thread safe.
internal sealed class WatchChanges
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _followed = new();

    // Cancelled at the next change. Take it before reading the watch: a change in between is then not missed.
    public CancellationToken Follow(string watchId) => _followed.GetOrAdd(watchId, _ => new CancellationTokenSource()).Token;

    public void TellAll()
    {
        foreach (string watchId in _followed.Keys)
            Tell(watchId);
    }

    // Not disposed: a stream may be registering with it at this moment; without a timer it holds nothing but memory.
    public void Tell(string watchId)
    {
        if (_followed.TryRemove(watchId, out CancellationTokenSource? source))
            source.Cancel();
    }
}
