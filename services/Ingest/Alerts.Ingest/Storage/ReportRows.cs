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

    // Stores rows that were made by Row.
    public static void Insert(IWriteSession session, IReadOnlyList<object?[]> rows) => session.DeferRows(
        "INSERT INTO report (seq, scope, name, organisation, subject, submission, state, accept_us, traceparent, body, origin, incident, retraction_reason) VALUES", rows);

    public static object?[] Row(Report report, string subject, ReportState state, string traceparent) =>
    [
        report.Sequence,
        report.Scope.Value,
        report.Name,
        report.Organisation.Value,
        subject,
        report.Submission,
        (int)state,
        report.AcceptTime.ToMicroseconds(),
        traceparent,
        ReportWire.Wire(report).ToByteArray(),
        "",
        "",
        "",
    ];

    // Reads a row of <see cref="Columns"/>.
    public static (StoredReport Report, string Subject) Read(DbDataReader row)
    {
        Report report = ReportWire.Core(V1.Report.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), row.GetInt64(2), row.GetString(3));
        return (new StoredReport(report, (ReportState)row.GetInt32(4), row.GetString(5), row.GetString(6)), row.GetString(7));
    }

    public static Report Bare(DbDataReader row) => Read(row).Report.Report;
}
