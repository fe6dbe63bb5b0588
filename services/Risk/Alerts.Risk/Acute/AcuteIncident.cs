using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>One revision of an incident, as far as the acute rules need it.</summary>
public sealed record AcuteIncident
{
    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>Its revision, 1 and upwards.</summary>
    public required long Revision { get; init; }

    /// <summary>Whose it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>ACLED type; null when <see cref="LocalType"/> is set.</summary>
    public SubEventType? SubEventType { get; init; }

    /// <summary>Local type; null when <see cref="SubEventType"/> is set.</summary>
    public LocalType? LocalType { get; init; }

    /// <summary>Sites, the main one first; at least one.</summary>
    public required IReadOnlyList<AcuteSite> Sites { get; init; }

    /// <summary>The last known act. An incident with one act only has its start here.</summary>
    public required ActTime LastAct { get; init; }

    /// <summary>The clocks at the place.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When this revision was made, by the domain's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether it still goes on; null when not known.</summary>
    public bool? Ongoing { get; init; }

    /// <summary>Best counts. Default: unknown.</summary>
    public AcuteCasualties Casualties { get; init; } = AcuteCasualties.Unknown;

    /// <summary>What it was directed at, beside the targets of its sites. Default: none known.</summary>
    public IReadOnlyList<TargetKind> Targets { get; init; } = [];

    /// <summary>Whether aid workers are affected, whatever the target was.</summary>
    public bool AidWorkersAffected { get; init; }

    /// <summary>Whether it is told as a complex attack: several ways of attack together.</summary>
    public bool ComplexAttack { get; init; }

    /// <summary>State over all its reports. <see cref="Verification.Retracted"/>: no report remains.</summary>
    public Verification Verification { get; init; } = Verification.Unverified;

    /// <summary>A drill or a scenario; judged like any other and marked as such by the caller.</summary>
    public bool Exercise { get; init; }

    // An incident is an act by its type; other types count only when somebody dies or aid staff are touched.
    internal bool IsAct => SubEventType is { } type && EventTypes.IsAct(type);

    internal bool TouchesAid => AidWorkersAffected || HasTarget(TargetKind.AidWorkers);

    internal bool HasTarget(TargetKind kind) => Targets.Contains(kind) || Sites.Any(site => site.Targets.Contains(kind));
}
