using System.Diagnostics.Metrics;
using Alerts.Platform.Health;
using Alerts.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alerts.Platform.Telemetry;

/// <summary>Shows measured progress as gauges, measured again every 5 s. Thread safe.</summary>
/// <remarks>Names as Prometheus shows them: <c>alerts_outbox_age_seconds</c>, <c>alerts_outbox_rows</c>, <c>alerts_dead_letters</c>,
/// <c>alerts_part_moves</c> (each with <c>part</c>), <c>alerts_watermark_age_seconds</c>, <c>alerts_blind</c>, <c>alerts_fanout_lag_seconds</c>.</remarks>
public sealed class ProgressMetrics : BackgroundService
{
    // As often as ingest sends a watermark; Prometheus asks every 15 s or so.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly IStatusSource _status;
    private readonly DomainClock _clock;
    private readonly TimeProvider _time;
    private volatile Measured _last = new([], null, null);

    /// <summary>Makes the gauges.</summary>
    /// <param name="status">What is measured.</param>
    /// <param name="clock">The domain's clock, by which the watermark has its age.</param>
    /// <param name="time">Clock of the interval.</param>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="services">Where the process's <see cref="IWatermarkSource"/> is, if it has one.</param>
    public ProgressMetrics(IStatusSource status, DomainClock clock, TimeProvider time, IMeterFactory meters, IServiceProvider services)
    {
        _status = status;
        _clock = clock;
        _time = time;
        Meter meter = meters.Create(AlertsTelemetry.Name);
        meter.CreateObservableGauge("alerts.outbox.age", () => Parts(p => p.OldestWaiting?.TotalSeconds), "s", "How long the oldest event of a service waits to be sent.");
        meter.CreateObservableGauge("alerts.outbox.rows", () => Parts<long>(p => p.Waiting), null, "Items of a service that wait to be handled or sent.");
        meter.CreateObservableGauge("alerts.dead_letters", () => Parts<long>(p => p.DeadLetters), null, "Events of a service that could not be handled and wait for a person.");
        meter.CreateObservableGauge("alerts.part.moves", () => Parts<long>(p => p.Moves ? 1 : 0), null, "1 while a service moves, 0 while it stands still.");
        meter.CreateObservableGauge("alerts.watermark.age", WatermarkAge, "s", "Age of the instant before which every report has reached the alert log.");
        meter.CreateObservableGauge("alerts.blind", () => _last.BlindSince is null ? 0L : 1L, null, "1 while silence proves nothing.");
        if (services.GetService<IWatermarkSource>() is { } watermark)
            meter.CreateObservableGauge("alerts.fanout.lag", () => watermark.FanOutLag.TotalSeconds, "s", "How far what streams get may be behind the alert log.");
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            do
            {
                _last = await _status.MeasureAsync(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops, or could not start.
        }
    }

    // Nothing where it is not measured, rather than a 0 that would look good.
    private IEnumerable<Measurement<T>> Parts<T>(Func<Progress, T?> value)
        where T : struct =>
        _last.Parts.Select(p => (p.Name, Value: value(p.Progress))).Where(p => p.Value is not null)
            .Select(p => new Measurement<T>(p.Value!.Value, new KeyValuePair<string, object?>("part", p.Name)));

    private IEnumerable<Measurement<double>> WatermarkAge() =>
        _last.CompleteThrough is { } through ? [new Measurement<double>(Math.Max(0, (_clock.Now - through).TotalSeconds))] : [];
}
