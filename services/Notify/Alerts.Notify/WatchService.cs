using Alerts.Notify.Watches;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify;

// Runs the follower of the watches for the life of the process.
internal sealed class WatchService(WatchFollower follower, ILogger<WatchService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        follower.RunAsync(failure => NotifyLog.WatchesNotRead(logger, failure), stoppingToken);
}
