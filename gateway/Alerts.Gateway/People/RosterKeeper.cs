using Alerts.Gateway.Storage;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway.People;

// Keeps the roster at the store's newest state: at once after changes of this process, within a second after those of another. What it
// reads, whoever follows open calls is told, each second, changed or not: keys expire by themselves. Thread safe.
internal sealed class RosterKeeper([FromKeyedServices(GatewaySetup.StoreName)] IStore store, TimeProvider time, ILogger<RosterKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Roster _current = Roster.Empty;

    public event Action<Roster>? Looked;

    public Roster Current => _current;

    // Completes once the roster holds everything that was committed before the call.
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            long known = _current.Number;
            if (await store.ReadAsync(session => RosterRows.Read(session, known), cancellationToken) is { } read)
                _current = read;
        }
        finally
        {
            _reading.Release();
        }

        Looked?.Invoke(_current);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.WriteAsync(session => RosterRows.Begin(session, time.GetUtcNow()), cancellationToken);
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollInterval, time);
        bool away = false;
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
                away = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What is known goes on to hold; once is enough to say so.
                if (!away)
                    logger.RosterIsStale(e);
                away = true;
                Looked?.Invoke(_current);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
