using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>A city's current level and its parts, never mixed: assessed by a person, suggested by the forecast, forced by what happens now.</summary>
public sealed record CityLevel
{
    /// <summary>The current level; null: not assessed, to be shown grey and never as low.</summary>
    public required ThreatLevel? Level { get; init; }

    /// <summary>The signed level; null when nobody signed.</summary>
    public required ThreatLevel? Assessed { get; init; }

    /// <summary>The forecast's band; null without coverage.</summary>
    public required ThreatLevel? Band { get; init; }

    /// <summary>Highest acute floor after overrides downwards; null when none.</summary>
    public required ThreatLevel? AcuteFloor { get; init; }

    /// <summary>Whether coverage suffices.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>When coverage was lost and the level frozen: "no news since". Null while covered, and where there never was coverage.</summary>
    public required DateTimeOffset? FrozenSince { get; init; }

    /// <summary>Every reason, the deciding one first.</summary>
    public required IReadOnlyList<LevelReason> Reasons { get; init; }
}
