namespace Alerts.Terms;

/// <summary>Level of threat in a city; the names are those of the former UN Security Level System.</summary>
/// <remarks>Not derived from UN products and not comparable with them. Without coverage a city has no level: null, never <see cref="Minimal"/>. Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum ThreatLevel
{
    /// <summary>Lowest.</summary>
    Minimal = 1,

    /// <summary>Low.</summary>
    Low = 2,

    /// <summary>Moderate.</summary>
    Moderate = 3,

    /// <summary>Substantial.</summary>
    Substantial = 4,

    /// <summary>High.</summary>
    High = 5,

    /// <summary>Highest.</summary>
    Extreme = 6,
}
