namespace Alerts.Terms;

/// <summary>What follows from a type of event: its ACLED event type, its family, its threat category, whether it is an act of violence.</summary>
/// <remarks>Source of the sub-event to event mapping: ACLED codebook. Pure and thread safe.</remarks>
public static class EventTypes
{
    /// <summary>The ACLED event type of a sub-event type.</summary>
    public static EventType Of(SubEventType type) => type switch
    {
        <= SubEventType.ArmedClash => EventType.Battles,
        <= SubEventType.PeacefulProtest => EventType.Protests,
        <= SubEventType.MobViolence => EventType.Riots,
        <= SubEventType.Grenade => EventType.ExplosionsRemoteViolence,
        <= SubEventType.AbductionForcedDisappearance => EventType.ViolenceAgainstCivilians,
        _ => EventType.StrategicDevelopments,
    };

    /// <summary>The family within which reports fold into one incident.</summary>
    public static TypeFamily FamilyOf(SubEventType type) => type switch
    {
        SubEventType.AbductionForcedDisappearance => TypeFamily.Abduction,
        SubEventType.SexualViolence => TypeFamily.SexualViolence,
        SubEventType.LootingPropertyDestruction => TypeFamily.Crime,
        SubEventType.MobViolence => TypeFamily.ArmedViolence,
        _ => Of(type) switch
        {
            EventType.Protests or EventType.Riots => TypeFamily.Unrest,
            EventType.StrategicDevelopments => TypeFamily.Strategic,
            _ => TypeFamily.ArmedViolence,
        },
    };

    /// <summary>The family within which reports fold into one incident.</summary>
    public static TypeFamily FamilyOf(LocalType type) => type switch
    {
        <= LocalType.IntimidationThreat => TypeFamily.Crime,
        <= LocalType.MovementRestriction => TypeFamily.Access,
        _ => TypeFamily.Hazard,
    };

    /// <summary>The UN threat category that a type falls under when the report names none.</summary>
    public static ThreatCategory CategoryOf(SubEventType type) => type switch
    {
        SubEventType.SuicideBomb or SubEventType.RemoteExplosiveLandmineIed or SubEventType.Grenade => ThreatCategory.Terrorism,
        SubEventType.AbductionForcedDisappearance or SubEventType.LootingPropertyDestruction or SubEventType.SexualViolence => ThreatCategory.Crime,
        _ => Of(type) switch
        {
            EventType.Protests or EventType.Riots => ThreatCategory.CivilUnrest,
            _ => ThreatCategory.ArmedConflict,
        },
    };

    /// <summary>The UN threat category that a type falls under when the report names none.</summary>
    public static ThreatCategory CategoryOf(LocalType type) => FamilyOf(type) switch
    {
        TypeFamily.Crime => ThreatCategory.Crime,
        TypeFamily.Hazard => ThreatCategory.Hazards,
        _ => ThreatCategory.CivilUnrest,
    };

    /// <summary>Whether the acute table counts the type as an act: battles, explosions, violence against civilians, mob violence.</summary>
    public static bool IsAct(SubEventType type) => IsOrganisedViolence(type) || type == SubEventType.MobViolence;

    /// <summary>Whether the type is organised violence, which alone feeds the forecast.</summary>
    public static bool IsOrganisedViolence(SubEventType type) =>
        Of(type) is EventType.Battles or EventType.ExplosionsRemoteViolence or EventType.ViolenceAgainstCivilians;
}
