using System.Globalization;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Access;

// What is said of access, in plain words. Pure.
internal static class AccessWords
{
    private const int NamedPlaces = 3;

    public static Phrase Of(AccessState state) => state switch
    {
        AccessState.Open => new("open", "ouvert"),
        AccessState.Constrained => new("constrained", "gêné"),
        AccessState.Restricted => new("restricted", "restreint"),
        _ => new("cut off", "coupé"),
    };

    public static Phrase Of(WayKey way) => way switch
    {
        { Aspect: AccessAspect.Road, Sector: { } sector } => new($"Roads to the {Compass.Word(sector)}", $"Routes vers le secteur {Compass.Words(sector).French}"),
        { Aspect: AccessAspect.Road } => new("Roads", "Routes"),
        { Aspect: AccessAspect.Fuel } => new("Fuel", "Carburant"),
        { Aspect: AccessAspect.Airport } => new("Airport", "Aéroport"),
        _ => new("Communications", "Communications"),
    };

    public static LevelReason Entered(AccessEntry entry) => LevelReason.Say(
        ReasonCodes.AccessEntered,
        Subject(entry) + new Phrase($" {Of(entry.State).English}, entered by {entry.By}: {entry.Text}", $" : {Of(entry.State).French}, saisi par {entry.By} : {entry.Text}"));

    public static LevelReason Inferred(IReadOnlyList<AccessEvidence> because, int days)
    {
        int incidents = because.Select(e => e.IncidentId).Distinct().Count();
        int origins = because.SelectMany(e => e.Origins).Distinct(StringComparer.Ordinal).Count();
        CompassSector[] sides = [.. because.Select(e => e.Way.Sector).OfType<CompassSector>().Distinct().Order()];
        string[] places = [.. Places(because)];
        Phrase where = sides.Length > 0 ? new Phrase("; ", " ; ") + Phrase.List(sides.Select(Compass.Words)) : Phrase.Empty;
        Phrase named = Phrase.Of(places.Length > 0 ? $" ({string.Join(", ", places)})" : "");
        Phrase what = Phrase.List(because.Select(e => e.Kind).Distinct().Order().Select(Of));
        Phrase counts = new(
            $"; {Count(incidents, "incident")}, {Count(origins, "independent origin")}.",
            $" ; {Count(incidents, "incident")}, {Count(origins, "origine")} {(origins == 1 ? "indépendante" : "indépendantes")}.");
        return LevelReason.Say(
            ReasonCodes.AccessInferred,
            new Phrase($"Within {days} days: ", $"En {days} jours : ") + what + where + named + counts,
            incidentId: because[^1].IncidentId,
            parameters: new Dictionary<string, string>
            {
                ["incidents"] = incidents.ToString(CultureInfo.InvariantCulture),
                ["origins"] = origins.ToString(CultureInfo.InvariantCulture),
                ["axes"] = Compass.Axes(because.Select(e => e.Bearing).OfType<double>()).ToString(CultureInfo.InvariantCulture),
                ["days"] = days.ToString(CultureInfo.InvariantCulture),
            });
    }

    // The newest first.
    public static IEnumerable<string> Places(IEnumerable<AccessEvidence> evidence) =>
        evidence.Reverse().Select(e => e.Toward).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(NamedPlaces);

    private static Phrase Subject(AccessEntry entry)
    {
        Phrase subject = entry.Way is { } way ? Of(way) : new("Access", "Accès");
        return entry.Toward.Length > 0 ? subject + new Phrase($" (toward {entry.Toward})", $" (vers {entry.Toward})") : subject;
    }

    private static Phrase Of(AccessEvidenceKind kind) => kind switch
    {
        AccessEvidenceKind.RoadAttack => new("transport attacked", "transport attaqué"),
        AccessEvidenceKind.RoadClosed => new("road closed", "route fermée"),
        AccessEvidenceKind.Blockade => new("blockade", "blocus"),
        AccessEvidenceKind.Shortage => new("shortage", "pénurie"),
        AccessEvidenceKind.Hindrance => new("movement hindered", "déplacements entravés"),
        AccessEvidenceKind.Threat => new("closure threatened", "menace de fermeture"),
        AccessEvidenceKind.AirportClosed => new("airport closed", "aéroport fermé"),
        _ => new("communications down", "communications coupées"),
    };

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
