namespace Alerts.Terms;

/// <summary>The sub-event types of the ACLED codebook.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value. The event type of each is given by <see cref="EventTypes.Of"/>.</remarks>
public enum SubEventType
{
    /// <summary>ACLED: Government regains territory.</summary>
    GovernmentRegainsTerritory = 1,

    /// <summary>ACLED: Non-state actor overtakes territory.</summary>
    NonStateActorOvertakesTerritory = 2,

    /// <summary>ACLED: Armed clash.</summary>
    ArmedClash = 3,

    /// <summary>ACLED: Excessive force against protesters.</summary>
    ExcessiveForceAgainstProtesters = 4,

    /// <summary>ACLED: Protest with intervention.</summary>
    ProtestWithIntervention = 5,

    /// <summary>ACLED: Peaceful protest.</summary>
    PeacefulProtest = 6,

    /// <summary>ACLED: Violent demonstration.</summary>
    ViolentDemonstration = 7,

    /// <summary>ACLED: Mob violence.</summary>
    MobViolence = 8,

    /// <summary>ACLED: Chemical weapon.</summary>
    ChemicalWeapon = 9,

    /// <summary>ACLED: Air/drone strike.</summary>
    AirDroneStrike = 10,

    /// <summary>ACLED: Suicide bomb.</summary>
    SuicideBomb = 11,

    /// <summary>ACLED: Shelling/artillery/missile attack.</summary>
    ShellingArtilleryMissileAttack = 12,

    /// <summary>ACLED: Remote explosive/landmine/IED.</summary>
    RemoteExplosiveLandmineIed = 13,

    /// <summary>ACLED: Grenade.</summary>
    Grenade = 14,

    /// <summary>ACLED: Sexual violence.</summary>
    SexualViolence = 15,

    /// <summary>ACLED: Attack.</summary>
    Attack = 16,

    /// <summary>ACLED: Abduction/forced disappearance.</summary>
    AbductionForcedDisappearance = 17,

    /// <summary>ACLED: Agreement.</summary>
    Agreement = 18,

    /// <summary>ACLED: Arrests.</summary>
    Arrests = 19,

    /// <summary>ACLED: Change to group/activity.</summary>
    ChangeToGroupActivity = 20,

    /// <summary>ACLED: Disrupted weapons use.</summary>
    DisruptedWeaponsUse = 21,

    /// <summary>ACLED: Headquarters or base established.</summary>
    HeadquartersOrBaseEstablished = 22,

    /// <summary>ACLED: Looting/property destruction.</summary>
    LootingPropertyDestruction = 23,

    /// <summary>ACLED: Non-violent transfer of territory.</summary>
    NonViolentTransferOfTerritory = 24,

    /// <summary>ACLED: Other (strategic development).</summary>
    OtherStrategicDevelopment = 25,
}
