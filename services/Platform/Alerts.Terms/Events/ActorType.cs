namespace Alerts.Terms;

/// <summary>ACLED actor types.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum ActorType
{
    /// <summary>State forces.</summary>
    StateForces = 1,

    /// <summary>Rebel groups.</summary>
    RebelGroups = 2,

    /// <summary>Political militias.</summary>
    PoliticalMilitias = 3,

    /// <summary>Identity militias.</summary>
    IdentityMilitias = 4,

    /// <summary>Rioters.</summary>
    Rioters = 5,

    /// <summary>Protesters.</summary>
    Protesters = 6,

    /// <summary>Civilians.</summary>
    Civilians = 7,

    /// <summary>External or other forces.</summary>
    ExternalOtherForces = 8,
}
