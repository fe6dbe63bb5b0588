using Alerts.Platform.Storage;
using Alerts.Risk.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

/// <summary>
/// Keeps the board of a process that only answers questions at most a second behind the process that judges, where several share a store.
/// </summary>
/// <param name="store">Risk's store.</param>
/// <param name="desk">Does the work.</param>
/// <param name="feed">Who follows cities.</param>
/// <param name="time">Clock of the looks.</param>
/// <param name="logger">Log.</param>
public sealed class BoardFollower(
    [FromKeyedServices(RiskSetup.StoreName)] IStore store, ThreatDesk desk, ThreatFeed feed, TimeProvider time, ILogger<BoardFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!store.IsShared)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                if (await store.WriteAsync(desk.Follow, stoppingToken).ConfigureAwait(false))
                    feed.TellAll();
            }
            catch (StoreUnavailableException e)
            {
                logger.FollowFailed(e);
            }
        }
    }
}
