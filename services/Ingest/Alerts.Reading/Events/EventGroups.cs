using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
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

    /// <summary>What the armed do to somebody, or to each other, said by its own word: "attacked", "clashes".</summary>
    public static bool IsAssault(EventKind kind) => kind is { Sub: SubEventType.Attack, Form: TriggerForm.Verb } or { Sub: SubEventType.ArmedClash };

    /// <summary>Explosions, shells and what comes from the air.</summary>
    public static bool IsBlast(EventKind kind) => IsExplosion(kind) || kind.Sub is SubEventType.ShellingArtilleryMissileAttack or SubEventType.AirDroneStrike;

    /// <summary>Whether doers may have done it so: "a drone was seen before gunmen killed two" is no air strike, since who has no name has no aircraft.</summary>
    public static bool MayBeOf(EventKind kind, IEnumerable<Noun> doers) => kind.Sub != SubEventType.AirDroneStrike || !doers.Any(d => d is { CanAct: true, IsState: false, Actor: null });

    /// <summary>Force against those who protest.</summary>
    public static bool IsForce(EventKind kind) => kind.Sub is SubEventType.ExcessiveForceAgainstProtesters or SubEventType.ProtestWithIntervention;
}
