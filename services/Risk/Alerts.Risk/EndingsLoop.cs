using Alerts.Platform.Health;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

/// <summary>Ends situations when their time comes, by the domain's clock. One is active per store.</summary>
/// <param name="store">Risk's store.</param>
/// <param name="desk">Does the work.</param>
/// <param name="board">Knows what is due.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="signal">Says that something new may be due.</param>
/// <param name="time">Clock of retries.</param>
/// <param name="logger">Log.</param>
public sealed class EndingsLoop(
    IStore store, ThreatDesk desk, ThreatBoard board, DomainClock clock, EndingsSignal signal, TimeProvider time, ILogger<EndingsLoop> logger)
    : BackgroundService, IProgressProbe
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // One while a step is being written: the board has taken it before the store has.
    private int _writing;

    /// <inheritdoc/>
    public string Part => store.Name;

    /// <inheritdoc/>
    public Task<Progress> MeasureAsync(CancellationToken cancellationToken)
    {
        int waiting = board.CountDue(clock.Now) + Volatile.Read(ref _writing);
        return Task.FromResult(new Progress(true, "", waiting, 0));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Taken before the work, so that nothing that comes in between is slept through.
                Task woken = signal.Look();
                if (board.NextDue() is not { } due)
                {
                    await woken.WaitAsync(stoppingToken).ConfigureAwait(false);
                    continue;
                }

                if (due > clock.Now)
                {
                    signal.Await(due);
                    using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    await Task.WhenAny(woken, clock.WaitUntilAsync(due, over.Token)).ConfigureAwait(false);
                    await over.CancelAsync().ConfigureAwait(false);
                    continue;
                }

                Volatile.Write(ref _writing, 1);
                await store.WriteAsync(
                    session =>
                    {
                        desk.End(session);
                        return true;
                    },
                    stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.EndingFailed(e);
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                Volatile.Write(ref _writing, 0);
            }
        }
    }
}
