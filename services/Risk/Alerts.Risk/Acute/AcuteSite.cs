using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>One site of an incident with its own evidence.</summary>
/// <param name="Point">Where.</param>
/// <param name="Precision">How exactly that is known.</param>
/// <param name="Targets">What stood there; may be empty.</param>
/// <param name="Evidence">What each origin says about this site; may be empty.</param>
public sealed record AcuteSite(GeoPoint Point, PlacePrecision Precision, IReadOnlyList<TargetKind> Targets, IReadOnlyList<AcuteEvidence> Evidence)
{
    /// <summary>Kilometres beyond which two spots are two sites (acute table of the design).</summary>
    public const double SpotKm = 1;

    /// <summary>Kilometres beyond which a place known only to the city is another site: the usual reach of a city (acute table of the design).</summary>
    public const double CityKm = 10;

    // Whether the two are certainly not one spot; a place known only to a district or country never is certain.
    internal bool IsApartFrom(GeoPoint point, PlacePrecision precision) =>
        Math.Max((int)Precision, (int)precision) switch
        {
            (int)PlacePrecision.Point => Point.DistanceKmTo(point) > SpotKm,
            (int)PlacePrecision.City => Point.DistanceKmTo(point) > CityKm,
            _ => false,
        };

    internal bool IsApartFrom(AcuteSite other) => IsApartFrom(other.Point, other.Precision);
}
