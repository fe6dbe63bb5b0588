using System.Text;
using Alerts.Reading;
using Alerts.Terms;
using Alerts.TextForms;

namespace Alerts.Ingest.Reports;

// Reads texts into reports that can be stored. Country: ISO 3166-1 alpha-2 to think of when the caller names none; empty for none. Thread safe.
internal sealed class TextIntake(ITextReader reader, ReportValidator validator, string country)
{
    public const int LargestTextBytes = 1 << 20;

    // Messages of a chat in one call: about two seconds of reading.
    public const int MostTexts = 500;

    private const int MostWords = 200;

    // One reading a text; a chat has one a message.
    public IReadOnlyList<TextReading> Read(TextRequest request, DateTimeOffset now, bool inScenario)
    {
        Check(request, now);
        IReadOnlyList<ReducedText> texts = Reduce(request);
        bool alone = texts.Count == 1;
        return [.. texts.Select((text, i) => Read(request, text, alone ? "reports" : $"texts[{i}].reports", now, inScenario))];
    }

    private TextReading Read(TextRequest request, ReducedText text, string path, DateTimeOffset now, bool inScenario)
    {
        Source source = TextSource.Of(request.Source, text, now);
        string hint = request.CountryCode.Length > 0 ? request.CountryCode : country;
        ReadingResult result = reader.Read(new TextInput(text.Body, source.StatementTime ?? now, hint.Length > 0 ? hint : null, text.Language)
        {
            Title = text.Title.Length > 0 ? text.Title : null,
        });
        var reports = new List<Report>();
        var notes = new List<string>([.. text.Notes, .. result.Notes]);
        for (int i = 0; i < result.Reports.Count; i++)
        {
            try
            {
                ReportDraft draft = ReadDraft.Of(result.Reports[i], request with { Source = source }, text.Body, now, result.Reports.Count == 1);
                Report report = validator.Validate(draft, $"{path}[{i}]", now, inScenario);
                reports.Add(report);
            }
            catch (AlertsException e)
            {
                notes.Add($"Left out what was read: {e.Message}");
            }
        }

        return new TextReading(text, source, reports, [.. result.Background.Select(b => Leave(b, text.Body)), .. result.Unplaced.Select(u => Leave(u, text.Body))], notes) { Tlp = request.Tlp ?? TlpLabel.AmberStrict };
    }

    private static LeftOut Leave(BackgroundEvent told, string body)
    {
        string words = body.Substring(told.Evidence.Start, Math.Min(told.Evidence.Length, MostWords));
        return new LeftOut(words, told.Evidence.Start, told.Evidence.Length, KindOf(told.Kind), told.Reason, told.Date);
    }

    private static LeftOut Leave(ReadReport told, string body)
    {
        TextSpan words = told.TypeEvidence;
        return new LeftOut(
            body.Substring(words.Start, Math.Min(words.Length, MostWords)),
            words.Start,
            words.Length,
            LeftOutKind.Unplaced,
            told.Reasons.GetValueOrDefault(ReadSlot.Place, "the gazetteer knows no place that the text gives for it: report it with its place if it matters"),
            told.Time.LocalDate);
    }

    private static LeftOutKind? KindOf(BackgroundKind kind) => Enum.TryParse(kind.ToString(), out LeftOutKind same) ? same : null;

    // A message of a chat in another language is left out by the reader; a text that is alone is refused, so that nobody waits for its alert.
    private static IReadOnlyList<ReducedText> Reduce(TextRequest request)
    {
        string field = request.File.IsEmpty ? "text" : "file";
        try
        {
            IReadOnlyList<ReducedText> texts = request.File.IsEmpty
                ? TextReducer.Reduce(request.Text, request.Form, TimeSpan.Zero)
                : TextReducer.Reduce(request.File, request.Form, TimeSpan.Zero);
            if (texts.Count > MostTexts)
                throw AlertsException.Invalid(field, $"must hold at most {MostTexts} messages; it holds {texts.Count}.");
            if (texts.Count == 1)
                TextReducer.RequireReadLanguage(texts[0]);
            return texts;
        }
        catch (TextFormException e) when (e.Reason == TextRefusal.Language)
        {
            throw new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.LanguageNotRead, e.Message) { Violations = [new FieldViolation(field, e.Message)] };
        }
        catch (TextFormException e)
        {
            throw AlertsException.Invalid(field, e.Message);
        }
    }

    private static void Check(TextRequest request, DateTimeOffset now)
    {
        var wrong = new Violations();
        int bytes = Encoding.UTF8.GetByteCount(request.Text);
        if (!request.File.IsEmpty && request.Text.Length > 0)
            wrong.Add("file", "must be empty when text is set.");
        else if (request.File.IsEmpty && string.IsNullOrWhiteSpace(request.Text))
            wrong.Add("text", "is required.");
        else if (bytes > LargestTextBytes)
            wrong.Add("text", $"must be at most {LargestTextBytes} bytes of UTF-8; it has {bytes}.");
        else if (request.File.Length > LargestTextBytes)
            wrong.Add("file", $"must be at most {LargestTextBytes} bytes; it has {request.File.Length}.");
        if (request.CountryCode.Length > 0 && !CountryCode.IsKnown(request.CountryCode))
            wrong.Add("country_code", CountryCode.Refusal(request.CountryCode));
        wrong.Known("form", request.Form);
        ReportValidator.CheckSharing(request.Tlp, request.Recipients, "", wrong);
        ReportValidator.CheckSource(request.Source, "source", now, wrong);
        wrong.ThrowIfAny();
    }
}
