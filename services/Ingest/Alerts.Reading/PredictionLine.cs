using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>Writes what was read in a text as one line of JSON, the shape in which readers are compared with gold.</summary>
/// <remarks>
/// <c>{"id", "incidents": [{"type", "lat", "lon", "geonameid", "country", "place", "date", "perpetrators", "targets", "killed", "injured", "standing"}]}</c>.
/// Types are the fifteen of the comparison (attack, clash, bombing, shelling, airstrike, abduction, sexual_violence, protest, riot, looting, arson, arrest,
/// weapons, territory, other); the date is a day or, when the text gives no more, a month; only a point or a town has coordinates; a toll is a number, or
/// <c>{"min", "max"}</c> where statements differ. Accidents and natural hazards are left out: the comparison is about what people do. Pure and thread safe.
/// </remarks>
public static class PredictionLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of one text, without a line end.</summary>
    /// <param name="id">The text's id, as given.</param>
    /// <param name="result">What was read.</param>
    public static string Of(string id, ReadingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("incidents");
            foreach (ReadReport report in result.Reports.Concat(result.Unplaced).OrderBy(r => r.TypeEvidence.Start).Where(r => r.LocalType is not (LocalType.NaturalHazard or LocalType.Accident))) Write(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ReadReport report)
    {
        bool located = report.Place.Precision <= PlacePrecision.City;
        json.WriteStartObject();
        json.WriteString("type", TypeOf(report));
        Number(json, "lat", located ? report.Place.Point.Latitude : null);
        Number(json, "lon", located ? report.Place.Point.Longitude : null);
        Number(json, "geonameid", report.Place.Precision == PlacePrecision.City ? report.Place.GeonameId : null);
        json.WriteString("country", report.Place.CountryCode);
        json.WriteString("place", report.Place.Name);
        json.WriteString("date", report.Time.Precision switch
        {
            TimePrecision.Month => $"{report.Time.LocalDate:yyyy-MM}",
            TimePrecision.Week => null,
            _ => $"{report.Time.LocalDate:yyyy-MM-dd}",
        });
        Strings(json, "perpetrators", report.Actors.Select(NameOf));
        Strings(json, "targets", report.TargetPhrases.Select(t => t.Text));
        Toll(json, "killed", report.Killed ?? Fallen(report, t => t.Killed));
        Toll(json, "injured", report.Wounded ?? Fallen(report, t => t.Wounded));
        Strings(json, "standing", StandingsOf(report));
        json.WriteEndObject();
    }

    // As written, with the usual name of the group and with what that stands for.
    private static string NameOf(ReadActor actor) =>
        string.Join(", ", new[] { actor.Name, actor.FullName }.Where(n => n is not null && !string.Equals(n, actor.Written, StringComparison.OrdinalIgnoreCase))) is { Length: > 0 } names
            ? $"{actor.Written} ({names})"
            : actor.Written;

    private static string TypeOf(ReadReport report) => report.SubEventType is { } sub
        ? sub switch
        {
            SubEventType.ArmedClash => "clash",
            SubEventType.GovernmentRegainsTerritory or SubEventType.NonStateActorOvertakesTerritory or SubEventType.NonViolentTransferOfTerritory => "territory",
            SubEventType.RemoteExplosiveLandmineIed or SubEventType.SuicideBomb or SubEventType.Grenade => "bombing",
            SubEventType.ShellingArtilleryMissileAttack => "shelling",
            SubEventType.AirDroneStrike => "airstrike",
            SubEventType.AbductionForcedDisappearance => "abduction",
            SubEventType.SexualViolence => "sexual_violence",
            SubEventType.PeacefulProtest or SubEventType.ProtestWithIntervention or SubEventType.ExcessiveForceAgainstProtesters => "protest",
            SubEventType.ViolentDemonstration or SubEventType.MobViolence => "riot",
            SubEventType.LootingPropertyDestruction => report.Detail == "arson" ? "arson" : "looting",
            SubEventType.Arrests => "arrest",
            SubEventType.DisruptedWeaponsUse => "weapons",
            SubEventType.Attack or SubEventType.ChemicalWeapon => "attack",
            _ => "other",
        }
        : report.LocalType is LocalType.ArmedRobbery or LocalType.Carjacking or LocalType.Burglary or LocalType.Extortion or LocalType.IllegalCheckpoint ? "looting"
        : report.LocalType is LocalType.IntimidationThreat ? "attack" : "other";

    private static HashSet<string> StandingsOf(ReadReport report)
    {
        HashSet<string> words = [];
        foreach (ReadStanding standing in report.Standings.DefaultIfEmpty(report.Standing))
        {
            words.Add(standing switch
            {
                { Standing: Standing.Claimed } => "claimed",
                { Standing: Standing.Denied } => "denied",
                { Claimant: ClaimantKind.Authorities } => "authorities",
                _ => "reported",
            });
        }

        foreach (ReadActor actor in report.Actors)
        {
            if (actor.Attribution == Attribution.Suspected) words.Add("suspected");
            if (actor.Attribution == Attribution.Accused) words.Add("alleged");
        }

        if (report.UnverifiedEvidence is not null) words.Add("unconfirmed");
        if (report.ConfirmedEvidence is not null) words.Add("confirmed");
        return words;
    }

    // In a fight or an air strike the armed who fell are the only ones that there may be.
    private static ReadCount? Fallen(ReadReport report, Func<ReadToll, ReadCount?> count) =>
        report.SubEventType is SubEventType.ArmedClash or SubEventType.AirDroneStrike ? report.Tolls.Select(count).FirstOrDefault(c => c is { Count.Estimate: > 0 }) : null;

    private static void Toll(Utf8JsonWriter json, string name, ReadCount? count)
    {
        if (count is { Count: { Low: { } low, High: { } high } } && low != high)
        {
            json.WriteStartObject(name);
            json.WriteNumber("min", low);
            json.WriteNumber("max", high);
            json.WriteEndObject();
        }
        else
        {
            Number(json, name, count?.Count.Estimate);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
