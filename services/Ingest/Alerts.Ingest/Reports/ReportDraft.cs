using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// A report as a caller sent it: nothing in it is checked. Enum values may be numbers that no member has.
internal sealed record ReportDraft
{
    public EventKind Type { get; init; }

    public IReadOnlyList<SiteDraft> Sites { get; init; } = [];

    public OccurredDraft? Occurred { get; init; }

    public Source? Source { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<CasualtyStatement> Casualties { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<TargetKind> Targets { get; init; } = [];

    public AidWorkerImpact? AidWorkers { get; init; }

    public bool? ComplexAttack { get; init; }

    public bool SeparateEvent { get; init; }

    public TlpLabel? Tlp { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<AccessEffectDraft> Access { get; init; } = [];

    public bool Exercise { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    // Where the text begins in the body of the text that it was read from, UTF-16 code units.
    public int TextStart { get; init; }

    // Paths, below the report, of fields that only the server sets.
    public IReadOnlyList<string> OutputOnly { get; init; } = [];
}

internal sealed record SiteDraft(PlaceReference? Reference, IReadOnlyList<TargetKind> Targets);

internal sealed record OccurredDraft
{
    public DateTimeOffset? Start { get; init; }

    public string LocalDate { get; init; } = "";

    public TimePrecision? Precision { get; init; }

    public DateTimeOffset? LastAct { get; init; }

    public bool? Ongoing { get; init; }
}
