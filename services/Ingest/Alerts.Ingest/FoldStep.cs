using System.Data.Common;
using System.Diagnostics;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Messaging;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Ingest.Storage;
using Alerts.Platform.Errors;
using Alerts.Platform.Storage;
using Alerts.Platform.Telemetry;
using Alerts.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Ingest;

// One step of folding: the next items in the order of acceptance, their incidents, events and the new position, all in one unit. Each
// takes effect once. An item that cannot be folded is set aside with its reason, and folding goes on. Items are folded in one go; when one
// fails, all are undone and each is folded by itself.
internal sealed class FoldStep(
    [FromKeyedServices(IngestSetup.StoreName)] IStore store, IncidentEvents events, DomainClock clock, ILogger<FoldStep> logger)
{
    // Items of one unit: texts and withdrawals wait while one runs, about 0.3 ms an item.
    private const int LargestBatch = 128;

    private readonly ReportCache _cache = new();

    // Folds what is due. Watermark: also tell the others how far everything is.
    public Task<FoldOutcome> RunAsync(bool watermark, CancellationToken cancellationToken) =>
        store.WriteAsync(session => FoldQueue.Look(session, LargestBatch), (session, look) => Run(session, look, watermark), cancellationToken);

    private FoldOutcome Run(IWriteSession session, FoldLook look, bool watermark)
    {
        session.AfterRollback(_cache.Clear);
        IReadOnlyList<FoldItem> items = FoldQueue.Items(session, look, LargestBatch);
        if (items.Count > 0)
        {
            Fold(session, items);
            FoldQueue.Advance(session, items[^1].Sequence);
        }

        long position = items.Count > 0 ? items[^1].Sequence : look.Position.Rows[0];
        if (watermark)
        {
            TextPrints.Prune(session, clock.Now);

            // Nothing is taken in from here to the commit: what is accepted later is accepted at a later instant, or waits right behind the position.
            _ = IntakeSequence.Hold(session).Rows;
            events.Watermark(session, FoldQueue.OldestAfter(session, position) ?? clock.Now);
        }

        return new FoldOutcome(items.Count, Math.Max(look.Head.Rows[0] - position, 0));
    }

    private void Fold(IWriteSession session, IReadOnlyList<FoldItem> items)
    {
        if (items.Count > 1)
        {
            try
            {
                session.Nested(() => FoldAll(session, items));
                return;
            }
            catch (Exception e) when (IsOfAnItem(e))
            {
                // Which of them it is shows when each stands alone.
                _cache.Clear();
            }
        }

        foreach (FoldItem item in items)
        {
            try
            {
                session.Nested(() => FoldAll(session, [item]));
            }
            catch (Exception e) when (IsOfAnItem(e))
            {
                FoldQueue.MarkFailed(session, item.Sequence, FailureReason.Of(e), clock.Now);
                session.AfterCommit(() => logger.SetAside(item.Sequence, e.GetType().Name));
            }
        }
    }

    private void FoldAll(IWriteSession session, IReadOnlyList<FoldItem> items)
    {
        var book = new FoldBook(session, _cache);
        book.Expect([.. items.Select(i => i.Report).OfType<Report>()]);
        foreach (FoldItem item in items)
        {
            using Activity? span = AlertsTelemetry.Continue("ingest fold", ActivityKind.Internal, item.Traceparent);
            try
            {
                Fold(session, book, item, span?.Id ?? item.Traceparent);
            }
            catch (Exception e) when (IsOfAnItem(e))
            {
                span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
                throw;
            }
        }
    }

    private void Fold(IWriteSession session, FoldBook book, FoldItem item, string traceparent)
    {
        if (item.Report is null)
        {
            Save(session, book, IncidentFolder.Withdraw(item.Withdrawn, book, clock.Now), traceparent);
            return;
        }

        // RED feeds nothing; what was withdrawn before its turn never shows.
        if (item.State != ReportState.Accepted)
            return;
        if (item.Report.IsReview)
        {
            FoldResult judged = IncidentFolder.FoldReview(item.Report, book, clock.Now);
            FoldQueue.MarkFolded(session, item.Report, judged.Home);
            Save(session, book, judged, traceparent);
            return;
        }

        IReadOnlyList<Report> originals = book.CopiedBy(item.Report);
        Report report = item.Report with { Origin = OriginFinder.OriginOf(item.Report, originals) };
        if (report.Source.Forwarded && book.WithdrawalOf(originals, report) is { } reason)
        {
            // A rumour goes round for hours after it was taken back. Whoever says it in their own name is heard again.
            FoldQueue.MarkWithdrawn(session, report, reason);
            book.RememberText(report);
            return;
        }

        FoldResult result = IncidentFolder.Fold(report, originals.Select(o => o.Name).ToHashSet(), book, clock.Now);
        FoldQueue.MarkFolded(session, report, result.Home);
        book.RememberText(report);
        _cache.Put(report);
        Save(session, book, result, traceparent);
    }

    private void Save(IWriteSession session, FoldBook book, FoldResult result, string traceparent)
    {
        foreach (IncidentChange change in result.Changes)
        {
            book.Save(change);
            events.Recorded(session, change, traceparent);
        }
    }

    private static bool IsOfAnItem(Exception e) => e is not StoreUnavailableException and not DbException { IsTransient: true };
}
