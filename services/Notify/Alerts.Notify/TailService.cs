using Alerts.Notify.Streaming;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify;

// Runs the pump of the log's tail for the life of the process.
internal sealed class TailService(TailPump pump, ILogger<TailService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        pump.RunAsync(failure => NotifyLog.TailFailed(logger, failure), stoppingToken);
}
