using System.Collections.Concurrent;
using System.Data.Common;

namespace Alerts.Platform.Storage;

/// <summary>
/// Stores what many callers bring at the same time in one unit, so that a statement that reads or counts is sent once and not once for each.
/// Whoever comes while the writer is busy goes with the next unit. Each caller still succeeds or fails alone, and is told once the unit is on
/// disk. Thread safe.
/// </summary>
/// <typeparam name="TItem">What a caller brings.</typeparam>
/// <typeparam name="TAnswer">What a caller is told.</typeparam>
/// <param name="writer">Where it is stored.</param>
/// <param name="begin">
/// Asks what all parts need (<see cref="IReadSession.Ask"/>) and returns what stores them, and calls <see cref="GatheredWrite{TItem, TAnswer}.Answer"/>
/// or <see cref="GatheredWrite{TItem, TAnswer}.Refuse"/> on each. When that throws, everything is undone and both are done again with each part alone.
/// </param>
public sealed class GatheredWrites<TItem, TAnswer>(IWriter writer, Func<IWriteSession, IReadOnlyList<GatheredWrite<TItem, TAnswer>>, Action> begin)
{
    // Others wait while one unit runs.
    private const int Most = 256;

    private readonly ConcurrentQueue<GatheredWrite<TItem, TAnswer>> _waiting = new();

    // 1 while a unit is asked for that has not begun: it will take whatever waits.
    private int _asked;

    /// <summary>Stores one caller's part. Completes once it is synced to disk.</summary>
    /// <param name="item">What is to be stored.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn; what has begun is finished.</param>
    /// <exception cref="StoreUnavailableException">It is not stored, or its answer was lost.</exception>
    public Task<TAnswer> WriteAsync(TItem item, CancellationToken cancellationToken)
    {
        var part = new GatheredWrite<TItem, TAnswer>(item, cancellationToken);
        _waiting.Enqueue(part);
        Ask();
        return part.Task;
    }

    private void Ask()
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
            _ = RunAsync();
    }

    private async Task RunAsync()
    {
        var taken = new List<GatheredWrite<TItem, TAnswer>>();
        bool begun = false;
        Exception? failure = null;
        try
        {
            await writer.WriteAsync(
                session =>
                {
                    begun = true;
                    Volatile.Write(ref _asked, 0);
                    Take(taken, Most);
                    if (!_waiting.IsEmpty)
                        Ask();
                    return begin(session, taken);
                },
                (session, write) =>
                {
                    Store(session, taken, write);

                    // From the writer itself: who waits for this unit would be one hop more on everybody's way.
                    session.AfterCommit(() => taken.ForEach(part => part.Complete(null)));
                    return taken.Count;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;

            // Nobody else would take those who wait for a unit that the store refused to begin.
            if (!begun)
            {
                Volatile.Write(ref _asked, 0);
                Take(taken, int.MaxValue);
            }
        }

        foreach (GatheredWrite<TItem, TAnswer> part in taken)
            part.Complete(failure);
    }

    private void Take(List<GatheredWrite<TItem, TAnswer>> taken, int most)
    {
        while (taken.Count < most && _waiting.TryDequeue(out GatheredWrite<TItem, TAnswer>? part))
        {
            if (part.IsGivenUp)
                part.GiveUp();
            else
                taken.Add(part);
        }
    }

    private void Store(IWriteSession session, List<GatheredWrite<TItem, TAnswer>> taken, Action write)
    {
        if (taken.Count == 0)
            return;
        try
        {
            session.Nested(write);
        }
        catch (Exception e) when (IsOfAPart(e) && taken.Count == 1)
        {
            taken[0].Refuse(e);
        }
        catch (Exception e) when (IsOfAPart(e))
        {
            foreach (GatheredWrite<TItem, TAnswer> part in taken)
                Store(session, [part], begin(session, [part]));
        }
    }

    private static bool IsOfAPart(Exception e) => e is not StoreUnavailableException and not DbException { IsTransient: true };
}
