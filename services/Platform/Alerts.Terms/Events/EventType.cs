namespace Alerts.Terms;

/// <summary>The six event types of the ACLED codebook.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum EventType
{
    /// <summary>Violence between two organised armed groups.</summary>
    Battles = 1,

    /// <summary>Public gatherings in which the participants are not violent.</summary>
    Protests = 2,

    /// <summary>Violent demonstrations and mobs.</summary>
    Riots = 3,

    /// <summary>One-sided use of a weapon that the victim cannot answer: bombs, shells, air strikes.</summary>
    ExplosionsRemoteViolence = 4,

    /// <summary>Violence by an organised armed group against unarmed people.</summary>
    ViolenceAgainstCivilians = 5,

    /// <summary>What changes the setting without being political violence itself.</summary>
    StrategicDevelopments = 6,
}
