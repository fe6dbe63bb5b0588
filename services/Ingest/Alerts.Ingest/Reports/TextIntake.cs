using System.Text;
using Alerts.Reading;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Reads a text into reports that can be stored. Thread safe.
internal sealed class TextIntake(ITextReader reader, ReportValidator validator)
{
    public const int LargestTextBytes = 1 << 20;

    // The reports, and why something was left out or assumed.
    public (IReadOnlyList<Report> Reports, IReadOnlyList<string> Notes) Read(TextRequest request, DateTimeOffset now, bool inScenario)
    {
        Check(request, now);
        ReadingResult result = reader.Read(new TextInput(request.Text, request.Source.StatementTime ?? now, request.CountryCode.Length > 0 ? request.CountryCode : null, null));
        var reports = new List<Report>();
        var notes = new List<string>(result.Notes);
        for (int i = 0; i < result.Reports.Count; i++)
        {
            try
            {
                ReportDraft draft = ReadDraft.Of(result.Reports[i], request, now, result.Reports.Count == 1);
                reports.Add(validator.Validate(draft, $"reports[{i}]", now, inScenario));
            }
            catch (AlertsException e)
            {
                notes.Add($"Left out what was read: {e.Message}");
            }
        }

        return (reports, notes);
    }

    private static void Check(TextRequest request, DateTimeOffset now)
    {
        var wrong = new Violations();
        int bytes = Encoding.UTF8.GetByteCount(request.Text);
        if (string.IsNullOrWhiteSpace(request.Text))
            wrong.Add("text", "is required.");
        else if (bytes > LargestTextBytes)
            wrong.Add("text", $"must be at most {LargestTextBytes} bytes of UTF-8; it has {bytes}.");
        if (request.CountryCode.Length > 0 && request.CountryCode is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            wrong.Add("country_code", "must be an ISO 3166-1 alpha-2 code in upper case, such as \"ML\".");
        wrong.Known("tlp", request.Tlp);
        if (request.Tlp == TlpLabel.Red)
            wrong.Add("tlp", "RED needs named recipients, which a text has not; use SubmitReport.");
        ReportValidator.CheckSource(request.Source, "source", now, wrong);
        wrong.ThrowIfAny();
    }
}
