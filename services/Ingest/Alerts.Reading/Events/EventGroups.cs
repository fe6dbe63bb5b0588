using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Events;

internal static class EventGroups
{
    public static EventGroup Of(EventKind kind) => (kind.Sub, kind.Local) switch
    {
        (SubEventType.AbductionForcedDisappearance, _) => EventGroup.Abduction,
        (SubEventType.LootingPropertyDestruction, _) => EventGroup.Property,
        (SubEventType.PeacefulProtest or SubEventType.ProtestWithIntervention or SubEventType.ViolentDemonstration or SubEventType.ExcessiveForceAgainstProtesters, _) => EventGroup.Unrest,
        (SubEventType.Arrests, _) => EventGroup.Arrest,
        (SubEventType.DisruptedWeaponsUse, _) => EventGroup.Weapons,
        (SubEventType.OtherStrategicDevelopment, _) => EventGroup.Release,
        (_, LocalType.IntimidationThreat) => EventGroup.Threat,
        (_, LocalType.Carjacking or LocalType.ArmedRobbery or LocalType.Burglary or LocalType.Extortion) => EventGroup.Crime,
        (_, LocalType.Curfew or LocalType.RoadClosure or LocalType.BlockadeSiege or LocalType.MovementRestriction or LocalType.IllegalCheckpoint or LocalType.AirportClosure or LocalType.CommunicationsOutage) => EventGroup.Access,
        (_, LocalType.NaturalHazard or LocalType.Accident) => EventGroup.Hazard,
        _ => EventGroup.Violence,
    };

    /// <summary>Explosions, whoever sets them off: two of them in one text are more often one than an explosion and a shooting are.</summary>
    public static bool IsExplosion(EventKind kind) => kind.Sub is SubEventType.RemoteExplosiveLandmineIed or SubEventType.SuicideBomb or SubEventType.Grenade;

    /// <summary>What a kind is where the means, the outcome and who did it do not matter: a grenade is a bomb, a carjacking a robbery. Kinds of one value are alike.</summary>
    public static (SubEventType? Sub, LocalType? Local, bool IsArson) PlainKind(EventKind kind) => (kind.Sub, kind.Local) switch
    {
        (SubEventType.SuicideBomb or SubEventType.Grenade, _) => (SubEventType.RemoteExplosiveLandmineIed, null, false),
        (SubEventType.ProtestWithIntervention or SubEventType.ExcessiveForceAgainstProtesters, _) => (SubEventType.PeacefulProtest, null, false),
        (SubEventType.MobViolence, _) => (SubEventType.ViolentDemonstration, null, false),
        (SubEventType.GovernmentRegainsTerritory or SubEventType.NonViolentTransferOfTerritory, _) => (SubEventType.NonStateActorOvertakesTerritory, null, false),
        (_, LocalType.ArmedRobbery or LocalType.Carjacking or LocalType.Burglary or LocalType.Extortion) => (SubEventType.LootingPropertyDestruction, null, false),
        (_, LocalType.RoadClosure or LocalType.IllegalCheckpoint or LocalType.BlockadeSiege or LocalType.Curfew or LocalType.AirportClosure or LocalType.CommunicationsOutage) => (null, LocalType.MovementRestriction, false),
        _ => (kind.Sub, kind.Local, kind.Detail == EventFinder.Arson),
    };

    /// <summary>What the armed do to somebody, or to each other, said by its own word: "attacked", "clashes".</summary>
    public static bool IsAssault(EventKind kind) => kind is { Sub: SubEventType.Attack, Form: TriggerForm.Verb } or { Sub: SubEventType.ArmedClash };

    /// <summary>Explosions, shells and what comes from the air.</summary>
    public static bool IsBlast(EventKind kind) => IsExplosion(kind) || kind.Sub is SubEventType.ShellingArtilleryMissileAttack or SubEventType.AirDroneStrike;
}
