namespace Alerts.Terms;

/// <summary>The UN categories of threat.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum ThreatCategory
{
    /// <summary>Armed conflict.</summary>
    ArmedConflict = 1,

    /// <summary>Terrorism.</summary>
    Terrorism = 2,

    /// <summary>Crime.</summary>
    Crime = 3,

    /// <summary>Civil unrest.</summary>
    CivilUnrest = 4,

    /// <summary>Hazards.</summary>
    Hazards = 5,
}
