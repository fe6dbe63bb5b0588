using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>What a situation has already told officers: the highest so far of each figure, and the sites it named.</summary>
/// <param name="Sites">Sites that a report has supported so far.</param>
/// <param name="LastAct">End of the last known act.</param>
/// <param name="CountedKilled">The toll that counts for size; null while unknown.</param>
/// <param name="AidAffected">Whether aid workers were known to be affected.</param>
/// <param name="PeakSize">Largest size so far; null when none.</param>
/// <param name="PeakFloor">Highest floor so far; null when none.</param>
/// <param name="PeakUrgency">Most urgent revision so far; null when none reached an officer.</param>
public sealed record AcuteMemory(
    IReadOnlyList<KnownSite> Sites,
    DateTimeOffset LastAct,
    int? CountedKilled,
    bool AidAffected,
    IncidentSize? PeakSize,
    ThreatLevel? PeakFloor,
    Urgency? PeakUrgency);
