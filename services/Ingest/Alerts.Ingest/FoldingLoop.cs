using Alerts.Ingest.Reports;
using Alerts.Ingest.Storage;
using Alerts.Platform.Health;
using Alerts.Platform.Storage;
using Alerts.Platform.Telemetry;
using Alerts.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Ingest;

// Folds what comes in, one step after the other, for ever. One per store is active. A step that fails as a whole is tried again each second.
internal sealed class FoldingLoop(
    [FromKeyedServices(IngestSetup.StoreName)] IStore store, FoldStep step, FoldSignal signal, DomainClock clock, TimeProvider time, ILogger<FoldingLoop> logger)
    : BackgroundService, IProgressProbe
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    // How often the others learn how far everything is (architecture.md); a scenario's clock leaps, so there also after each fold.
    private static readonly TimeSpan WatermarkInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ScenarioWatermarkInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(10);
    private static readonly System.Diagnostics.Metrics.Counter<long> Folded =
        AlertsTelemetry.Meter.CreateCounter<long>("alerts.ingest.folded", "{item}", "Reports and retractions that were folded.");

    private static readonly System.Diagnostics.Metrics.Histogram<double> StepSeconds =
        AlertsTelemetry.Meter.CreateHistogram<double>("alerts.ingest.fold_step", "s", "Duration of one step of folding, until it is on disk.");

    private long _lastMove = time.GetTimestamp();

    public string Part => store.Name;

    public async Task<Progress> MeasureAsync(CancellationToken cancellationToken)
    {
        (long waiting, long failures) = await store.ReadAsync(
            s => (IntakeSequence.Head(s) - FoldQueue.Position(s), FoldQueue.Failures(s)), cancellationToken).ConfigureAwait(false);
        TimeSpan still = time.GetElapsedTime(Interlocked.Read(ref _lastMove));
        bool moves = waiting == 0 || still < StuckAfter;
        return new Progress(moves, moves ? "" : $"Folding has not moved for {still.TotalSeconds:0} s.", waiting, failures);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long lastWatermark = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                TimeSpan sinceWatermark = lastWatermark == 0 ? TimeSpan.MaxValue : time.GetElapsedTime(lastWatermark);
                bool due = sinceWatermark >= (clock.IsScenario ? ScenarioWatermarkInterval : WatermarkInterval);
                long began = time.GetTimestamp();
                FoldOutcome outcome = await step.RunAsync(due, stoppingToken).ConfigureAwait(false);
                StepSeconds.Record(time.GetElapsedTime(began).TotalSeconds);
                Interlocked.Exchange(ref _lastMove, time.GetTimestamp());
                Folded.Add(outcome.Items);
                signal.Waiting = outcome.Waiting;
                if (due)
                    lastWatermark = began;
                if (outcome.CaughtUp)
                    await signal.WaitAsync(PollInterval, time, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.StepFailed(e);
                await Task.Delay(PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
