using Alerts.Terms;
using Alerts.TextForms;

namespace Alerts.Ingest.Reports;

// The source of what a text tells: as the caller named it, completed by what the text says of itself. A person who sent it is never named.
// Pure.
internal static class TextSource
{
    public static Source Of(Source given, ReducedText text, DateTimeOffset now)
    {
        // A page's site has published it for all to see, unlike the sender of a message.
        bool site = given.Name.Length == 0 && text is { Form: TextForm.Html, Sender.Name.Length: > 0 };
        // An agency that the text credits is where it comes from, whoever prints or forwards it, unless the caller names a source.
        string agency = given.Name.Length == 0 && given.RelayedFrom.Length == 0 ? text.Agency : "";
        bool sent = given.StatementTime is null && text.SentTime is { } time && time <= now + ReportLimits.ClockTolerance && time.Year >= ReportLimits.EarliestYear;
        return given with
        {
            Name = site ? Short(text.Sender!.Name, ReportLimits.NameLength) : agency.Length > 0 ? agency : given.Name,
            Kind = site || agency.Length > 0 ? given.Kind ?? ClaimantKind.Press : given.Kind,
            RelayedFrom = agency.Length > 0 ? agency : given.RelayedFrom,
            Url = given.Url.Length == 0 && text.Url.Length <= ReportLimits.UrlLength ? text.Url : given.Url,
            StatementTime = sent ? text.SentTime!.Value.ToUniversalTime() : given.StatementTime,
            // Whoever passes a text on is not its origin, unless the caller knows from whom it is.
            Forwarded = given.Forwarded || (text.Forwarded && given.RelayedFrom.Length == 0 && agency.Length == 0),
        };
    }

    private static string Short(string name, int most) => new([.. name.Where(c => !char.IsControl(c)).Take(most)]);
}
