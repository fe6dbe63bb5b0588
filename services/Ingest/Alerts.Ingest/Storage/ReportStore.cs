using System.Diagnostics;
using Alerts.Ingest.Reports;
using Alerts.Platform.Requests;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Invariant: a report, its place in the order of acceptance and the memory of its request are one unit.
internal sealed class ReportStore : IReportStore
{
    // What waits is worked off at some hundred reports a second.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly IStore _store;
    private readonly DomainClock _clock;
    private readonly TimeProvider _time;
    private readonly FoldSignal _signal;
    private readonly GatheredWrites<Intake, byte[]> _intake;

    public ReportStore([FromKeyedServices(IngestSetup.StoreName)] IStore store, DomainClock clock, TimeProvider time, FoldSignal signal)
    {
        (_store, _clock, _time, _signal) = (store, clock, time, signal);
        // Beside folding, so that nobody who reports waits for it: all that it needs is the fence of its numbers.
        _intake = new GatheredWrites<Intake, byte[]>(store.Beside(IntakeSequence.Fence), TakeIn);
    }

    public Task<byte[]> SubmitAsync(Submission submission, IReadOnlyList<Report> reports, Func<IReadOnlyList<Report>, byte[]> answer, CancellationToken cancellationToken) =>
        _signal.Waiting > ReportLimits.UnfoldedReports
            ? throw new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.Busy, "More reports come in than can be judged in time; repeat with the same request id.") { RetryAfter = RetryAfter }
            : _intake.WriteAsync(new Intake(submission, reports, answer, Activity.Current?.Id ?? ""), cancellationToken);

    public Task<byte[]> SubmitTextsAsync(
        Submission submission, IReadOnlyList<TextReading> readings, Func<IReadOnlyList<TextReading>, byte[]> answer, CancellationToken cancellationToken)
    {
        string traceparent = Activity.Current?.Id ?? "";
        return _store.WriteAsync(
            session =>
            {
                DateTimeOffset now = _clock.Now;
                return RequestLedger.Once(session, KeyOf(submission), submission.Body, now, () => answer(InsertTexts(session, submission, readings, now, traceparent)));
            },
            cancellationToken);
    }

    public Task<StoredReport?> FindAsync(string name, Scope organisation, string subject, CancellationToken cancellationToken) => _store.ReadAsync(
        organisation,
        session =>
        {
            (StoredReport Report, string Subject)? found = Find(session, name, organisation);
            if (found is not { } row || (row.Report.Report.Tlp == TlpLabel.Red && row.Subject != subject && !row.Report.Report.Recipients.Contains(subject)))
                return null;

            // Merges move a report to another incident; the row remembers the first.
            string? incident = session.QueryFirst(
                "SELECT incident FROM incident_report WHERE seq = $1 AND scope = $2",
                r => r.GetString(0),
                row.Report.Report.Sequence,
                row.Report.Report.Scope.Value);
            return incident is null ? row.Report : row.Report with { Incident = incident };
        },
        cancellationToken);

    public Task<byte[]> RetractAsync(
        Submission submission, string name, RetractionScope scope, string reason, Func<IReadOnlyList<string>, byte[]> answer, CancellationToken cancellationToken)
    {
        string traceparent = Activity.Current?.Id ?? "";
        return _store.WriteAsync(
            session => RequestLedger.Once(
                session,
                KeyOf(submission),
                submission.Body,
                _clock.Now,
                () => answer(Retract(session, submission, name, scope, reason, traceparent))),
            cancellationToken);
    }

    // Everything that was brought at the same time: one look at the requests, one block of numbers, and rows that travel together.
    private Action TakeIn(IWriteSession session, IReadOnlyList<GatheredWrite<Intake, byte[]>> parts)
    {
        Asked<long> head = IntakeSequence.AskHead(session);
        RecalledRequests requests = RequestLedger.Recall(session, [.. parts.Select(p => KeyOf(p.Item.Submission)).OfType<RequestKey>().Distinct()]);
        return () =>
        {
            // What is accepted behind a watermark is accepted at a later instant: the clock is read behind the fence.
            DateTimeOffset now = _clock.Now;
            long first = head.Rows[0] + 1;
            long next = first;
            var rows = new List<object?[]>(parts.Count);
            foreach (GatheredWrite<Intake, byte[]> part in parts)
            {
                (Submission submission, IReadOnlyList<Report> reports, Func<IReadOnlyList<Report>, byte[]> answer, string traceparent) = part.Item;
                try
                {
                    part.Answer(requests.Once(KeyOf(submission), submission.Body, now, () =>
                    {
                        long at = next;
                        next += reports.Count;
                        return answer(Number(rows, submission, reports, at, now, traceparent));
                    }));
                }
                catch (AlertsException refusal)
                {
                    part.Refuse(refusal);
                }
            }

            if (next == first)
                return;
            ReportRows.Insert(session, rows);
            requests.Save(session);
            IntakeSequence.Advance(session, next - 1);
            session.AfterCommit(_signal.Set);
        };
    }

    private static RequestKey? KeyOf(Submission submission) =>
        submission.RequestId.Length == 0 ? null : new RequestKey(submission.Organisation, submission.Subject, submission.RequestId);

    // Rows: where they are put. First: the number of the first of them.
    private List<Report> Number(List<object?[]> rows, Submission submission, IReadOnlyList<Report> reports, long first, DateTimeOffset now, string traceparent)
    {
        var accepted = new List<Report>(reports.Count);
        for (int i = 0; i < reports.Count; i++)
        {
            Report report = reports[i] with
            {
                Name = $"reports/{Guid.CreateVersion7(_time.GetUtcNow())}",
                Sequence = first + i,
                Submission = first,
                Organisation = submission.Organisation,
                AcceptTime = now,
            };
            rows.Add(ReportRows.Row(report, submission.Subject, report.Tlp == TlpLabel.Red ? ReportState.Withheld : ReportState.Accepted, traceparent));
            accepted.Add(report);
        }

        return accepted;
    }

    // Messages of a chat are submissions of their own: two of them may tell of the same event.
    private List<TextReading> InsertTexts(IWriteSession session, Submission submission, IReadOnlyList<TextReading> readings, DateTimeOffset now, string traceparent)
    {
        int fresh = readings.Sum(r => r.Reports.Count);
        long next = fresh == 0 ? 0 : IntakeSequence.Take(session, fresh) - fresh + 1;
        var stored = new List<TextReading>(readings.Count);
        var rows = new List<object?[]>(fresh);
        foreach (TextReading reading in readings)
        {
            string name = $"texts/{Guid.CreateVersion7(_time.GetUtcNow())}";
            TextRows.Insert(session, reading with { Name = name }, submission, now);
            stored.Add(reading with
            {
                Name = name,
                Reports = Number(rows, submission, [.. reading.Reports.Select(r => r with { SourceText = name })], next, now, traceparent),
            });
            next += reading.Reports.Count;
        }

        ReportRows.Insert(session, rows);
        session.AfterCommit(_signal.Set);
        return stored;
    }

    private IReadOnlyList<string> Retract(IWriteSession session, Submission submission, string name, RetractionScope scope, string reason, string traceparent)
    {
        if (Find(session, name, submission.Organisation) is not { } found || found.Report.Report.Organisation != submission.Organisation
            || (found.Report.Report.Tlp == TlpLabel.Red && found.Subject != submission.Subject))
            throw AlertsException.NoSuch(name);
        if (found.Report.State == ReportState.Retracted)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{name} is withdrawn already.");
        Report report = found.Report.Report;
        IReadOnlyList<Report> withdrawn = scope == RetractionScope.Origin ? OfOrigin(session, report) : [report];
        long sequence = IntakeSequence.Take(session, 1);
        session.Defer(
            "INSERT INTO retraction (seq, scope, organisation, subject, reason, accept_us, traceparent, whole_origin) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            sequence, report.Scope.Value, submission.Organisation.Value, submission.Subject, reason, _clock.Now.ToMicroseconds(), traceparent, scope == RetractionScope.Origin ? 1 : 0);
        foreach (Report one in withdrawn)
        {
            session.Defer("INSERT INTO retraction_report (retraction, scope, report) VALUES ($1, $2, $3)", sequence, one.Scope.Value, one.Name);
            session.Defer("UPDATE report SET state = $1, retraction_reason = $2 WHERE seq = $3", (int)ReportState.Retracted, reason, one.Sequence);
        }

        session.AfterCommit(_signal.Set);
        return [.. withdrawn.Select(r => r.Name)];
    }

    // The organisation's reports of the same origin in the incidents that the report is part of. A source that was wrong once is not
    // withdrawn from everything it ever said.
    private static IReadOnlyList<Report> OfOrigin(IWriteSession session, Report report)
    {
        if (report.Origin.Length == 0)
            return [report];
        IReadOnlyList<Report> others = session.Query(
            $"SELECT {ReportRows.Columns} FROM report WHERE origin = $1 AND organisation = $2 AND state = $3 AND seq IN ("
            + "SELECT other.seq FROM incident_report mine JOIN incident_report other ON other.scope = mine.scope AND other.incident = mine.incident WHERE mine.seq = $4"
            + ") ORDER BY seq",
            ReportRows.Bare,
            report.Origin, report.Organisation.Value, (int)ReportState.Folded, report.Sequence);
        return others.Any(o => o.Sequence == report.Sequence) ? others : [report, .. others];
    }

    private static (StoredReport Report, string Subject)? Find(IReadSession session, string name, Scope organisation) =>
        session.QueryFirst<(StoredReport, string)?>(
            $"SELECT {ReportRows.Columns} FROM report WHERE name = $1 AND (scope = 'shared' OR scope = $2)",
            r => ReportRows.Read(r),
            name,
            organisation.Value);

    // What one call brings.
    private sealed record Intake(Submission Submission, IReadOnlyList<Report> Reports, Func<IReadOnlyList<Report>, byte[]> Answer, string Traceparent);
}
