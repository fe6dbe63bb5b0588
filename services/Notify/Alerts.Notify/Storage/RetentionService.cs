using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Storage;

// Prunes the log once a day.
internal sealed class RetentionService(LogPruner pruner, IOptions<NotifyOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int days = options.Value.RetentionDays;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                int count = await pruner.PruneAsync(time.GetUtcNow().AddDays(-days), stoppingToken);
                if (count > 0)
                    NotifyLog.Pruned(logger, count, days);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotifyLog.PruneFailed(logger, failure);
            }
        }
    }
}
