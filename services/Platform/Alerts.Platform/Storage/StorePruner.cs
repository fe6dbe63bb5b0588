using Alerts.Platform.Messaging;
using Alerts.Platform.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Storage;

/// <summary>
/// Forgets, once an hour, received events and request ids older than <see cref="InboxConsumer.InboxRetention"/>. Not in a scenario, whose
/// dates are its own and whose steps must stay safe to repeat.
/// </summary>
/// <param name="stores">All stores of the process.</param>
/// <param name="clock">Says whether a scenario is played.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Log.</param>
public sealed class StorePruner(IEnumerable<IStore> stores, DomainClock clock, TimeProvider time, ILogger<StorePruner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock.IsScenario)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await NextAsync(timer, stoppingToken).ConfigureAwait(false))
        {
            long before = (time.GetUtcNow() - InboxConsumer.InboxRetention).ToMicroseconds();
            foreach (IStore store in stores)
            {
                try
                {
                    await store.WriteAsync(
                        s => s.Execute("DELETE FROM inbox WHERE received_us < $1", before) + s.Execute("DELETE FROM request WHERE created_us < $1", before),
                        stoppingToken).ConfigureAwait(false);
                }
                catch (StoreUnavailableException e)
                {
                    logger.PruneFailed(store.Name, e);
                }
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
