using System.Globalization;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Access;

// What is said of access, in plain English. Pure.
internal static class AccessWords
{
    private const int NamedPlaces = 3;

    public static string Of(AccessState state) => state switch
    {
        AccessState.Open => "open",
        AccessState.Constrained => "constrained",
        AccessState.Restricted => "restricted",
        _ => "cut off",
    };

    public static string Of(WayKey way) => way switch
    {
        { Aspect: AccessAspect.Road, Sector: { } sector } => $"roads to the {Compass.Word(sector)}",
        { Aspect: AccessAspect.Road } => "roads",
        { Aspect: AccessAspect.Fuel } => "fuel",
        { Aspect: AccessAspect.Airport } => "airport",
        _ => "communications",
    };

    public static LevelReason Entered(AccessEntry entry) =>
        new(ReasonCodes.AccessEntered, $"{Subject(entry)} {Of(entry.State)}, entered by {entry.By}: {entry.Text}");

    public static LevelReason Inferred(IReadOnlyList<AccessEvidence> because, int days)
    {
        int incidents = because.Select(e => e.IncidentId).Distinct().Count();
        int origins = because.SelectMany(e => e.Origins).Distinct(StringComparer.Ordinal).Count();
        CompassSector[] sides = [.. because.Select(e => e.Way.Sector).OfType<CompassSector>().Distinct().Order()];
        string[] places = [.. Places(because)];
        string where = sides.Length > 0 ? $"; {string.Join(", ", sides.Select(Compass.Word))}" : "";
        string named = places.Length > 0 ? $" ({string.Join(", ", places)})" : "";
        string what = string.Join(", ", because.Select(e => e.Kind).Distinct().Order().Select(Of));
        return new LevelReason(
            ReasonCodes.AccessInferred,
            $"Within {days} days: {what}{where}{named}; {Count(incidents, "incident")}, {Count(origins, "independent origin")}.",
            IncidentId: because[^1].IncidentId,
            Parameters: new Dictionary<string, string>
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

    private static string Subject(AccessEntry entry)
    {
        string subject = entry.Way is { } way ? Of(way) : "access";
        string toward = entry.Toward.Length > 0 ? $" (toward {entry.Toward})" : "";
        return $"{char.ToUpperInvariant(subject[0])}{subject[1..]}{toward}";
    }

    private static string Of(AccessEvidenceKind kind) => kind switch
    {
        AccessEvidenceKind.RoadAttack => "transport attacked",
        AccessEvidenceKind.RoadClosed => "road closed",
        AccessEvidenceKind.Blockade => "blockade",
        AccessEvidenceKind.Shortage => "shortage",
        AccessEvidenceKind.Hindrance => "movement hindered",
        AccessEvidenceKind.Threat => "closure threatened",
        AccessEvidenceKind.AirportClosed => "airport closed",
        _ => "communications down",
    };

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
