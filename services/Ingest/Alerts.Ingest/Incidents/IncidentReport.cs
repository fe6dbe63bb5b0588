using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// What one report contributes. Standing is that of the event itself, never higher than its source may say.
internal sealed record IncidentReport(
    string Report,
    string Origin,
    string Source,
    ClaimantKind? Kind,
    Grade Grade,
    Standing Standing,
    IReadOnlyList<int> SiteIndexes,
    DateTimeOffset AcceptTime,
    DateTimeOffset StatementTime);
