using Alerts.Notify.Streaming;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify.Messaging;

// Looks every 5 s, which is how often ingest sends a watermark, whether the path has stood still too long, and says so.
internal sealed class BlindWatch(
    [FromKeyedServices(NotifySetup.StoreName)] IStore store, BlindAlerts alerts, Watermark watermark, TimeProvider time, ILogger<BlindWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotifyLog.BlindWatchFailed(logger, failure);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!watermark.IsBlindForLong || watermark.BlindSince is not { } since || watermark.Current.BlindSituation is not null)
            return;
        if (await store.WriteAsync(session => alerts.Announce(session, since, time.GetUtcNow()), cancellationToken))
            NotifyLog.Blind(logger);
    }
}
