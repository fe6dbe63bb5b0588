using System.Globalization;
using Alerts.Terms;

namespace Alerts.Feeds.Acled;

// What the codes of the ACLED codebook become in our terms, which are its own for types of events and actors.
internal static class AcledCode
{
    private const int DaysOfWeek = 7;

    // The last one of the year 9999.
    private const double LastSecond = 253_402_300_799;

    // The interface gives the first form, the export page the second. "8/31/2024" is what a spreadsheet makes of either: day and month would be a guess.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d MMMM yyyy"];

    private static readonly Dictionary<string, EventType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Battles"] = EventType.Battles,
        ["Protests"] = EventType.Protests,
        ["Riots"] = EventType.Riots,
        ["Explosions/Remote violence"] = EventType.ExplosionsRemoteViolence,
        ["Violence against civilians"] = EventType.ViolenceAgainstCivilians,
        ["Strategic developments"] = EventType.StrategicDevelopments,
    };

    private static readonly Dictionary<string, SubEventType> SubTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Government regains territory"] = SubEventType.GovernmentRegainsTerritory,
        ["Non-state actor overtakes territory"] = SubEventType.NonStateActorOvertakesTerritory,
        ["Armed clash"] = SubEventType.ArmedClash,
        ["Excessive force against protesters"] = SubEventType.ExcessiveForceAgainstProtesters,
        ["Protest with intervention"] = SubEventType.ProtestWithIntervention,
        ["Peaceful protest"] = SubEventType.PeacefulProtest,
        ["Violent demonstration"] = SubEventType.ViolentDemonstration,
        ["Mob violence"] = SubEventType.MobViolence,
        ["Chemical weapon"] = SubEventType.ChemicalWeapon,
        ["Air/drone strike"] = SubEventType.AirDroneStrike,
        ["Suicide bomb"] = SubEventType.SuicideBomb,
        ["Shelling/artillery/missile attack"] = SubEventType.ShellingArtilleryMissileAttack,
        ["Remote explosive/landmine/IED"] = SubEventType.RemoteExplosiveLandmineIed,
        ["Grenade"] = SubEventType.Grenade,
        ["Sexual violence"] = SubEventType.SexualViolence,
        ["Attack"] = SubEventType.Attack,
        ["Abduction/forced disappearance"] = SubEventType.AbductionForcedDisappearance,
        ["Agreement"] = SubEventType.Agreement,
        ["Arrests"] = SubEventType.Arrests,
        ["Change to group/activity"] = SubEventType.ChangeToGroupActivity,
        ["Disrupted weapons use"] = SubEventType.DisruptedWeaponsUse,
        ["Headquarters or base established"] = SubEventType.HeadquartersOrBaseEstablished,
        ["Looting/property destruction"] = SubEventType.LootingPropertyDestruction,
        ["Non-violent transfer of territory"] = SubEventType.NonViolentTransferOfTerritory,
        ["Other"] = SubEventType.OtherStrategicDevelopment,
    };

    // Numbers until 2024, words since; the words in the singular and the plural.
    private static readonly Dictionary<string, ActorType> ActorTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = ActorType.StateForces,
        ["State forces"] = ActorType.StateForces,
        ["2"] = ActorType.RebelGroups,
        ["Rebel group"] = ActorType.RebelGroups,
        ["Rebel groups"] = ActorType.RebelGroups,
        ["3"] = ActorType.PoliticalMilitias,
        ["Political militia"] = ActorType.PoliticalMilitias,
        ["Political militias"] = ActorType.PoliticalMilitias,
        ["4"] = ActorType.IdentityMilitias,
        ["Identity militia"] = ActorType.IdentityMilitias,
        ["Identity militias"] = ActorType.IdentityMilitias,
        ["5"] = ActorType.Rioters,
        ["Rioters"] = ActorType.Rioters,
        ["6"] = ActorType.Protesters,
        ["Protesters"] = ActorType.Protesters,
        ["7"] = ActorType.Civilians,
        ["Civilians"] = ActorType.Civilians,
        ["8"] = ActorType.ExternalOtherForces,
        ["External/Other forces"] = ActorType.ExternalOtherForces,
    };

    // Seconds since 1970, as the column "timestamp" has them; a spreadsheet may have made a fraction of them. Null when it is not one.
    public static DateTimeOffset? InstantOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    public static EventType? EventTypeOf(string text) => Types.TryGetValue(text, out EventType type) ? type : null;

    public static SubEventType? SubEventTypeOf(string text) => SubTypes.TryGetValue(text, out SubEventType type) ? type : null;

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    // 1 the day is known; 2 the week; 3 the month.
    public static TimePrecision? TimePrecisionOf(string text) => CsvCells.TryCount(text, 3, out int? code) ? code switch
    {
        1 => TimePrecision.Day,
        2 => TimePrecision.Week,
        3 => TimePrecision.Month,
        _ => null,
    } : null;

    // A coarse date is some day within its week or month, as coders choose; our terms name its first day.
    public static DateOnly FirstDayOf(DateOnly date, TimePrecision precision) => precision switch
    {
        TimePrecision.Week => date.AddDays(-(((int)date.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek)),
        TimePrecision.Month => new DateOnly(date.Year, date.Month, 1),
        _ => date,
    };

    // 1 the town itself; 2 near it, or a small part of a region that it stands for, as UCDP's 2; 3 a larger region, for which some place in it stands.
    public static PlacePrecision? PlacePrecisionOf(string text) => CsvCells.TryCount(text, 3, out int? code) ? code switch
    {
        1 or 2 => PlacePrecision.City,
        3 => PlacePrecision.AdminArea,
        _ => null,
    } : null;

    // Which actor stands first means nothing. Only violence against civilians says by its definition to whom it was done.
    public static IReadOnlyList<HistoricActor> Actors(EventType type, string first, string firstKind, string second, string secondKind)
    {
        List<HistoricActor> actors = [.. new[] { (Name: first, Kind: KindOf(firstKind)), (Name: second, Kind: KindOf(secondKind)) }
            .Where(actor => actor.Name.Length > 0)
            .Select(actor => new HistoricActor(actor.Name, actor.Kind, ActorPart.Unknown))];
        return type == EventType.ViolenceAgainstCivilians && actors.Count(actor => actor.Type == ActorType.Civilians) == 1
            ? [.. actors.Select(actor => actor with { Part = actor.Type == ActorType.Civilians ? ActorPart.Target : ActorPart.Perpetrator })]
            : actors;
    }

    private static ActorType? KindOf(string text) => ActorTypes.TryGetValue(text, out ActorType kind) ? kind : null;
}
