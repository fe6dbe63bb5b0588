using Alerts.Client.Streaming;

namespace Alerts.Cli.Watching;

// Knows whether anything is heard from the server, and says so when it has been silent too long, whatever the reason.
// Told by the stream, asked by a timer: guarded by one lock.
internal sealed class ContactWatch(TimeProvider time, IWatchPrinter printer)
{
    // The promise is that silence is announced after 60 s; it counts from the last frame.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _lastHeard = time.GetUtcNow();
    private bool _lost = true;
    private bool _told;
    private bool _blind;

    public bool IsBlind
    {
        get
        {
            lock (_lock) return _blind;
        }
    }

    public bool IsLost
    {
        get
        {
            lock (_lock) return _lost;
        }
    }

    public IDisposable Start() => time.CreateTimer(_ => Check(), null, Look, Look);

    public void Heard()
    {
        lock (_lock)
        {
            _lastHeard = time.GetUtcNow();
            _told = false;
        }
    }

    public void Change(ConnectionChange change)
    {
        lock (_lock)
        {
            _lost = change.State switch
            {
                ConnectionState.Lost => true,
                ConnectionState.Connected or ConnectionState.Resumed => false,
                _ => _lost,
            };
            _blind = change.State switch
            {
                ConnectionState.Blind => true,
                ConnectionState.BlindOver => false,
                _ => _blind,
            };
        }
    }

    private void Check()
    {
        DateTimeOffset since;
        lock (_lock)
        {
            if (!_lost || _told || time.GetUtcNow() - _lastHeard < Limit) return;
            _told = true;
            since = _lastHeard;
        }

        printer.OutOfTouch(since);
    }
}
