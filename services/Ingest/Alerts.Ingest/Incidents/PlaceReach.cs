using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// How far from its point a place may mean, by how exactly it is known, in kilometres.
internal static class PlaceReach
{
    // Beyond this a coarse place finds nothing: areas are larger, but an incident at their other end is looked up in too many cells.
    private const double FurthestKm = 110;

    public static double RadiusKm(PlacePrecision precision) => precision switch
    {
        // Positions by telephone, by name of a quarter and by map click differ by as much.
        PlacePrecision.Point => MergeRules.SamePlaceKm,
        // A town's name stands for its surroundings: villages of a commune, a road out of it.
        PlacePrecision.City => 13,
        PlacePrecision.AdminArea => 100,
        _ => 400,
    };

    // How far away another place may be that is still the same.
    public static double SearchKm(PlacePrecision precision) => Math.Min(FurthestKm, 2 * RadiusKm(precision < PlacePrecision.City ? PlacePrecision.City : precision));
}
