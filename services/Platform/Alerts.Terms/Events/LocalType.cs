namespace Alerts.Terms;

/// <summary>What the ACLED codebook omits and officers need.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum LocalType
{
    /// <summary>Armed robbery.</summary>
    ArmedRobbery = 1,

    /// <summary>Carjacking.</summary>
    Carjacking = 2,

    /// <summary>Burglary.</summary>
    Burglary = 3,

    /// <summary>Extortion.</summary>
    Extortion = 4,

    /// <summary>Intimidation or threat.</summary>
    IntimidationThreat = 5,

    /// <summary>Illegal checkpoint.</summary>
    IllegalCheckpoint = 6,

    /// <summary>Road closure.</summary>
    RoadClosure = 7,

    /// <summary>Blockade or siege.</summary>
    BlockadeSiege = 8,

    /// <summary>Curfew.</summary>
    Curfew = 9,

    /// <summary>Airport closure.</summary>
    AirportClosure = 10,

    /// <summary>Communications outage.</summary>
    CommunicationsOutage = 11,

    /// <summary>Movement restriction.</summary>
    MovementRestriction = 12,

    /// <summary>Natural hazard.</summary>
    NaturalHazard = 13,

    /// <summary>Accident.</summary>
    Accident = 14,
}
