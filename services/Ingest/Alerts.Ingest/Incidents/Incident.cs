using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// What happened, folded from reports: one revision, complete.
internal sealed record Incident
{
    // Resource name, "incidents/{uuid}".
    public required string Name { get; init; }

    public required Scope Scope { get; init; }

    // 1 and upwards, dense.
    public required long Revision { get; init; }

    // Empty while the incident stands for itself.
    public string MergedInto { get; init; } = "";

    // Shared incidents that this overlay of an organisation completes, the oldest first; empty for others.
    public IReadOnlyList<string> Overlays { get; init; } = [];

    public required EventKind Type { get; init; }

    public required IReadOnlyList<IncidentSite> Sites { get; init; }

    public required OccurredTime Occurred { get; init; }

    public required Verification Verification { get; init; }

    public IReadOnlyList<IncidentReport> Reports { get; init; } = [];

    public IReadOnlyList<CasualtyStatement> Casualties { get; init; } = [];

    public CasualtyStatement? CasualtyEstimate { get; init; }

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<TargetKind> Targets { get; init; } = [];

    public AidWorkerImpact? AidWorkers { get; init; }

    public bool ComplexAttack { get; init; }

    public IReadOnlyList<IncidentLink> Links { get; init; } = [];

    public IReadOnlyList<AccessEffect> Access { get; init; } = [];

    public bool Exercise { get; init; }

    public bool Historic { get; init; }

    public string SourceRecord { get; init; } = "";

    // Its source forbids passing it on.
    public bool NoRedistribution { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required DateTimeOffset UpdateTime { get; init; }

    public required string Title { get; init; }

    // Strictest label of its reports.
    public required TlpLabel Tlp { get; init; }

    // Whether reports may still join it.
    public bool IsOpen => MergedInto.Length == 0 && Verification != Verification.Retracted && !Historic;

    public TimeWindow Window => TimeWindow.Of(Occurred, Sites[0].Place);
}
