using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// What happened: a type of the ACLED codebook, or one that it omits. Exactly one is set once a report is accepted.
internal readonly record struct EventKind(SubEventType? Sub, LocalType? Local)
{
    public TypeFamily Family => Sub is { } sub ? EventTypes.FamilyOf(sub) : EventTypes.FamilyOf(Local!.Value);

    public ThreatCategory Category => Sub is { } sub ? EventTypes.CategoryOf(sub) : EventTypes.CategoryOf(Local!.Value);
}
