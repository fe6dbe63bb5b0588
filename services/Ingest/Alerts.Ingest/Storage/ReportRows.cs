using System.Data.Common;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Google.Protobuf;

namespace Alerts.Ingest.Storage;

// Reports as rows.
internal static class ReportRows
{
    public const string Columns = "body, seq, submission, origin, state, incident, retraction_reason, subject";

    public static void Insert(IWriteSession session, Report report, string subject, ReportState state, string traceparent) => session.Defer(
        "INSERT INTO report (seq, scope, name, organisation, subject, submission, state, origin, incident, retraction_reason, accept_us, traceparent, body) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', '', $8, $9, $10)",
        report.Sequence,
        report.Scope.Value,
        report.Name,
        report.Organisation.Value,
        subject,
        report.Submission,
        (int)state,
        report.AcceptTime.ToMicroseconds(),
        traceparent,
        ReportWire.Wire(report).ToByteArray());

    // Reads a row of <see cref="Columns"/>.
    public static (StoredReport Report, string Subject) Read(DbDataReader row)
    {
        Report report = ReportWire.Core(V1.Report.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), row.GetInt64(2), row.GetString(3));
        return (new StoredReport(report, (ReportState)row.GetInt32(4), row.GetString(5), row.GetString(6)), row.GetString(7));
    }

    public static Report Bare(DbDataReader row) => Read(row).Report.Report;
}
