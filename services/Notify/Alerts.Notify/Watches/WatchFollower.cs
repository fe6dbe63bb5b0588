using Alerts.Notify.Streaming;

namespace Alerts.Notify.Watches;

// Tells this process's streams of the watches that any process changed. The poll each second is the truth; a change made here wakes it sooner.
// One task runs it.
internal sealed class WatchFollower(IWatchReader watches, WatchChanges changes, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly WakeSignal _wake = new();

    // Null until the first read: what changed before it is not known, and streams may have begun already.
    private long? _last;

    public void Wake() => _wake.Set();

    public async Task RunAsync(Action<Exception> onFailure, CancellationToken cancellationToken)
    {
        await using ITimer timer = time.CreateTimer(_ => _wake.Set(), null, PollInterval, PollInterval);
        await using CancellationTokenRegistration stop = cancellationToken.Register(_wake.Set);
        while (!cancellationToken.IsCancellationRequested)
        {
            await TryFollowAsync(onFailure, cancellationToken);
            await _wake.WaitAsync();
        }
    }

    public async Task TryFollowAsync(Action<Exception> onFailure, CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            onFailure(failure);
        }
    }

    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (_last is not { } last)
        {
            _last = await watches.NewestChangeAsync(cancellationToken);
            changes.TellAll();
            return;
        }

        foreach (WatchChange change in await watches.ChangesAsync(last, cancellationToken))
        {
            // A process that stood still for long may find that changes were forgotten meanwhile.
            if (change.Number == _last + 1)
                changes.Tell(change.WatchId);
            else
                changes.TellAll();
            _last = change.Number;
        }
    }
}
