using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Terms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

/// <summary>
/// Folds what past forecasts have taught, country by country, beside what is served: after a start or an import up to some seconds a country with decades of history, and again from where
/// a change of the past touches it. Neither a page, a report nor a signature waits for it. It works in pieces of some milliseconds with a pause between. What it has learnt is stored, and a
/// start goes on from there where the past is still the same.
/// </summary>
/// <param name="store">Risk's store.</param>
/// <param name="board">What is known; loaded before.</param>
/// <param name="feed">Who follows cities.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="time">Clock of the pauses.</param>
/// <param name="lifetime">Says when the server listens, which comes first.</param>
/// <param name="logger">Log.</param>
public sealed class ForecastLearning(
    [FromKeyedServices(RiskSetup.StoreName)] IStore store, ThreatBoard board, ThreatFeed feed, DomainClock clock, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ForecastLearning> logger)
    : BackgroundService
{
    // Between two pieces of work: what is served goes first on a machine with few cores.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // Between two looks whether there is work.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // What lists read of cities is kept for two minutes, and not when a country has just been learnt about: it is read anew before, so that no list waits for it.
    private static readonly TimeSpan RankAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RankAfterLearning = TimeSpan.FromSeconds(1);

    // What was learnt is stored no more often than this, a country at a time: late reports may change it again and again.
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        long ranked = 0;
        long saved = 0;
        int generation = -1;
        bool learnt = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (generation != board.Generation)
            {
                generation = board.Generation;
                await OfferAsync(stoppingToken).ConfigureAwait(false);
            }

            bool worked = ranked != 0 && board.Learn(clock.Now);
            if (ranked == 0 || (learnt && !worked) || time.GetElapsedTime(ranked) > (worked ? RankAfterLearning : RankAfter))
            {
                board.Rank(Scope.Shared, "", clock.Now);
                ranked = time.GetTimestamp();
                if (learnt)
                    feed.TellAll();
            }

            if (saved == 0 || time.GetElapsedTime(saved) > SaveAfter)
            {
                await SaveAsync(stoppingToken).ConfigureAwait(false);
                saved = time.GetTimestamp();
            }

            learnt = worked;
            await Task.Delay(worked ? Pause : Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A store that is away costs the time to learn anew, and nothing else.
    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach ((string country, byte[] state) in await store.ReadAsync(LearntRows.All, cancellationToken).ConfigureAwait(false))
                board.OfferLearnt(country, state);
        }
        catch (StoreUnavailableException e)
        {
            logger.LearntUnread(e);
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach ((string country, byte[] state) in board.TakeLearnt(clock.Now))
            {
                await store.WriteAsync(
                    session =>
                    {
                        LearntRows.Save(session, country, state);
                        return true;
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
        catch (StoreUnavailableException e)
        {
            logger.LearntUnsaved(e);
        }
    }
}
