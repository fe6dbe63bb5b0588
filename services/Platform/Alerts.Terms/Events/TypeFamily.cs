namespace Alerts.Terms;

/// <summary>Types of event that different sources give to one and the same incident.</summary>
/// <remarks>Folding merges reports of one family only.</remarks>
public enum TypeFamily
{
    /// <summary>Battles, explosions and remote violence, attacks on civilians, mob violence: one attack is reported as any of them.</summary>
    ArmedViolence = 1,

    /// <summary>Abduction and forced disappearance.</summary>
    Abduction = 2,

    /// <summary>Sexual violence.</summary>
    SexualViolence = 3,

    /// <summary>Protests and violent demonstrations.</summary>
    Unrest = 4,

    /// <summary>Robbery, carjacking, burglary, extortion, intimidation, looting.</summary>
    Crime = 5,

    /// <summary>Checkpoints, closures, blockades, curfews, outages and restrictions.</summary>
    Access = 6,

    /// <summary>Natural hazards and accidents.</summary>
    Hazard = 7,

    /// <summary>The remaining strategic developments.</summary>
    Strategic = 8,
}
