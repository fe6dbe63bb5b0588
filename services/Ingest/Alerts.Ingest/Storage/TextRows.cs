using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Google.Protobuf;

namespace Alerts.Ingest.Storage;

// Texts as rows. Whoever sent a text is in none of them.
internal static class TextRows
{
    public static void Insert(IWriteSession session, TextReading reading, Submission submission, DateTimeOffset now) => session.Defer(
        "INSERT INTO source_text (name, scope, organisation, subject, digest, form, language, tlp, source, sent_us, accept_us, title, body) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        reading.Name,
        Scope.For(reading.Tlp, submission.Organisation).Value,
        submission.Organisation.Value,
        submission.Subject,
        TextWire.Digest(reading.Text),
        (int)reading.Text.Form,
        reading.Text.Language ?? "",
        (int)reading.Tlp,
        StatementWire.Wire(reading.Source).ToByteArray(),
        reading.Text.SentTime?.ToMicroseconds(),
        now.ToMicroseconds(),
        reading.Text.Title,
        reading.Text.Body);
}
