using Alerts.Notify.Watches;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify;

// Runs the follower of the watches for the life of the process.
internal sealed class WatchService(WatchFollower follower, ILogger<WatchService> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything is served, so that no stream has begun yet.
        await follower.TryFollowAsync(Failed, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => follower.RunAsync(Failed, stoppingToken);

    private void Failed(Exception failure) => NotifyLog.WatchesNotRead(logger, failure);
}
