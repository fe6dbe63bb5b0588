using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>How a city can be reached, at one instant: beside its level and never hidden in it. Immutable.</summary>
public sealed record AccessPicture
{
    /// <summary>The city as a whole; null: not known, which is never open.</summary>
    public required AccessState? State { get; init; }

    /// <summary>Since when; null when the state is.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>When anybody last said anything of it. Silence changes nothing but the distance to this.</summary>
    public required DateTimeOffset LastHeard { get; init; }

    /// <summary>Why the city is in that state, the deciding one first; empty when it is not known.</summary>
    public required IReadOnlyList<LevelReason> Reasons { get; init; }

    /// <summary>The single ways, the worst first.</summary>
    public required IReadOnlyList<AccessWay> Ways { get; init; }

    /// <summary>Incidents that count, the newest first.</summary>
    public required IReadOnlyList<string> Incidents { get; init; }

    /// <summary>Best support among the incidents that count; null when none does.</summary>
    public required AcuteStanding? Standing { get; init; }

    /// <summary>Whether a drill or a scenario is among what counts.</summary>
    public required bool Exercise { get; init; }

    /// <summary>Strictest label of what counts.</summary>
    public required TlpLabel Tlp { get; init; }

    /// <summary>The thread of alerts, "situations/{id}"; null when nobody was told.</summary>
    public string? SituationId { get; init; }

    /// <summary>The level that it forces: Restricted 3, Cut off 4; null when none.</summary>
    public ThreatLevel? Floor => State switch
    {
        AccessState.CutOff => ThreatLevel.Substantial,
        AccessState.Restricted => ThreatLevel.Moderate,
        _ => null,
    };
}
