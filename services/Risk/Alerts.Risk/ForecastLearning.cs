using Alerts.Platform.Time;
using Alerts.Risk.Views;
using Alerts.Terms;
using Microsoft.Extensions.Hosting;

namespace Alerts.Risk;

/// <summary>
/// Folds what past forecasts have taught, country by country, beside what is served: after a start or an import up to some seconds a country with decades of history, and again from where
/// a change of the past touches it. Neither a page, a report nor a signature waits for it. It works in pieces of some milliseconds with a pause between, and after a restart it begins anew
/// from what is stored.
/// </summary>
/// <param name="board">What is known; loaded before.</param>
/// <param name="feed">Who follows cities.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="time">Clock of the pauses.</param>
/// <param name="lifetime">Says when the server listens, which comes first.</param>
public sealed class ForecastLearning(ThreatBoard board, ThreatFeed feed, DomainClock clock, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    // Between two pieces of work: what is served goes first on a machine with few cores.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // Between two looks whether there is work.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // What lists read of cities is kept for two minutes, and not when a country has just been learnt about: it is read anew before, so that no list waits for it.
    private static readonly TimeSpan RankAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RankAfterLearning = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        long ranked = 0;
        bool learnt = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            bool worked = ranked != 0 && board.Learn(clock.Now);
            if (ranked == 0 || (learnt && !worked) || time.GetElapsedTime(ranked) > (worked ? RankAfterLearning : RankAfter))
            {
                board.Rank(Scope.Shared, "", clock.Now);
                ranked = time.GetTimestamp();
                if (learnt)
                    feed.TellAll();
            }

            learnt = worked;
            await Task.Delay(worked ? Pause : Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
