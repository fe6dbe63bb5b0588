using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>Everything that a city's level rests on at one instant.</summary>
public sealed record CityInputs
{
    /// <summary>The instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether coverage suffices for a level.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>Signed by an adviser; null when nobody has.</summary>
    public SignedLevel? Assessed { get; init; }

    /// <summary>What the forecast suggests; ignored without coverage. Null when there is no forecast.</summary>
    public ThreatLevel? Band { get; init; }

    /// <summary>Whether the band rests on a forecast that is not yet recalibrated by all that past ones have taught. Default: false.</summary>
    public bool BandIsProvisional { get; init; }

    /// <summary>Floors of the situations in reach, after decay. Default: none.</summary>
    public IReadOnlyList<AcuteFloor> Floors { get; init; } = [];

    /// <summary>State of access of the city; null when it is not known. Default: not known.</summary>
    public AccessState? Access { get; init; }

    /// <summary>The level that the state of access forces; null when none.</summary>
    public ThreatLevel? AccessFloor { get; init; }

    /// <summary>Overrides, whether or not they count now. Default: none.</summary>
    public IReadOnlyList<LevelOverride> Overrides { get; init; } = [];

    /// <summary>The level as it was before; null when the city is seen for the first time.</summary>
    public CityLevel? Before { get; init; }
}
