using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Reading;
using Alerts.Terms;

namespace Alerts.Cli.Reading;

// A report as programs that score extraction take it: one flat object, coarse types, names as written. Keys never change meaning.
internal static class IncidentJson
{
    public static JsonObject Of(ReadReport report)
    {
        ReadPlace place = report.Place;
        // The centre of a country is nowhere in particular.
        bool located = place.Precision != PlacePrecision.Country;
        return new JsonObject
        {
            ["type"] = TypeOf(report),
            ["lat"] = located ? place.Point.Latitude : null,
            ["lon"] = located ? place.Point.Longitude : null,
            ["geonameid"] = located ? place.GeonameId : null,
            ["country"] = place.CountryCode,
            ["place"] = place.Name,
            ["date"] = DateOf(report.Time),
            ["perpetrators"] = new JsonArray([.. Actors(report).Select(n => JsonValue.Create(n))]),
            ["targets"] = new JsonArray([.. Targets(report).Select(n => JsonValue.Create(n))]),
            ["killed"] = Count(report.Killed),
            ["injured"] = Count(report.Wounded),
            ["standing"] = new JsonArray([.. Standings(report).Select(s => JsonValue.Create(s))]),
        };
    }

    private static string TypeOf(ReadReport report) => report.SubEventType switch
    {
        SubEventType.ArmedClash => "clash",
        SubEventType.GovernmentRegainsTerritory or SubEventType.NonStateActorOvertakesTerritory or SubEventType.NonViolentTransferOfTerritory => "territory",
        SubEventType.SuicideBomb or SubEventType.RemoteExplosiveLandmineIed or SubEventType.Grenade or SubEventType.ChemicalWeapon => "bombing",
        SubEventType.ShellingArtilleryMissileAttack => "shelling",
        SubEventType.AirDroneStrike => "airstrike",
        SubEventType.Attack => "attack",
        SubEventType.AbductionForcedDisappearance => "abduction",
        SubEventType.SexualViolence => "sexual_violence",
        SubEventType.PeacefulProtest or SubEventType.ProtestWithIntervention or SubEventType.ExcessiveForceAgainstProtesters => "protest",
        SubEventType.ViolentDemonstration or SubEventType.MobViolence => "riot",
        SubEventType.LootingPropertyDestruction => "looting",
        SubEventType.Arrests => "arrest",
        SubEventType.DisruptedWeaponsUse => "weapons",
        null => report.LocalType is LocalType.ArmedRobbery or LocalType.Carjacking or LocalType.Burglary ? "looting" : "other",
        _ => "other",
    };

    private static string? DateOf(ReadTime time) => time.Precision == TimePrecision.Month
        ? time.LocalDate.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : time.LocalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Actors(ReadReport report) => report.Actors.Count > 0
        ? report.Actors.Where(a => a.Attribution != Attribution.Denied).Select(a => a.Name).Distinct()
        : report.Actor is { } actor ? [actor.Name] : [];

    private static IEnumerable<string> Targets(ReadReport report) => report.TargetPhrases.Count > 0
        ? report.TargetPhrases.Select(t => t.Text).Distinct()
        : report.Targets.Select(t => Rendering.Words.Plain(t.Kind).ToLowerInvariant());

    private static JsonNode? Count(ReadCount? count) => count?.Count switch
    {
        null => null,
        { Best: { } best, Low: null, High: null } => best,
        { } range => new JsonObject { ["min"] = range.Low ?? range.Best ?? 0, ["max"] = range.High ?? (range.Low is null ? range.Best : null) ?? CasualtyRange.Limit },
    };

    private static IEnumerable<string> Standings(ReadReport report) =>
        report.Standings.Append(report.Standing).Select(s => s.Claimant == ClaimantKind.Authorities ? "authorities" : s.Standing.ToString().ToLowerInvariant()).Distinct();
}
