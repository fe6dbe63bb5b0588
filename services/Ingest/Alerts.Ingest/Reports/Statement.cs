using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// One statement by one claimant; a null claimant is the report's source, a null subject the event itself.
internal sealed record Statement(Claimant? Claimant, StatementSubject? Subject, Standing? Standing, string Text)
{
    public DateTimeOffset? StatementTime { get; init; }

    public bool IsOnEvent => Subject is null or StatementSubject.Event;
}
