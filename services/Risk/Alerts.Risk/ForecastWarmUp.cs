using Alerts.Gazetteer;
using Alerts.Platform.Time;
using Alerts.Risk.Views;
using Alerts.Terms;
using Microsoft.Extensions.Hosting;

namespace Alerts.Risk;

/// <summary>
/// Asks for one forecast of each country right after a start: the first one folds all that past forecasts of the country have taught, up to some
/// seconds with decades of history, and neither the first page nor the first report shall wait for it. The board is free between two countries.
/// </summary>
/// <param name="board">What is known; loaded before.</param>
/// <param name="places">The gazetteer.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="lifetime">Says when the server listens, which comes first.</param>
public sealed class ForecastWarmUp(ThreatBoard board, PlaceIndex places, DomainClock clock, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (Place city in places.Scored.DistinctBy(c => c.CountryCode))
        {
            if (!board.Knows(Scope.Shared, city))
                continue;

            // Gives way: what is served goes first on a machine with few cores.
            await Task.Yield();
            if (stoppingToken.IsCancellationRequested)
                return;
            board.Read(Scope.Shared, city, clock.Now);
        }
    }
}
