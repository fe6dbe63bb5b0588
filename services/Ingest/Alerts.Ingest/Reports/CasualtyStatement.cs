using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Casualties as one claimant gives them; a null claimant is the report's source, a null count was not said.
internal sealed record CasualtyStatement
{
    public Claimant? Claimant { get; init; }

    public CasualtyRange? Killed { get; init; }

    public CasualtyRange? AttackersKilled { get; init; }

    public CasualtyRange? Wounded { get; init; }

    public CasualtyRange? Abducted { get; init; }

    public DateTimeOffset? StatementTime { get; init; }
}
