using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Finds the place that a valid reference names; null when the gazetteer has none. Thread safe.
internal sealed class PlaceResolver(PlaceIndex places)
{
    // A point is described by the nearest populated place up to here (Place.geonames_id in the protos).
    private const double DescribedWithinKm = 50;

    // Its time zone is that of the nearest place up to here, as PlaceIndex.OffsetAt does it.
    private const double ZoneWithinKm = 300;

    public SitePlace? Resolve(PlaceReference reference) => reference switch
    {
        { Point: { } point } => AtPoint(point, reference),
        { GeonamesId: { } id } => places.Find(id) is { } place ? OfPlace(place, reference) : null,
        { Name: { } name } => places.FindByName(name, reference.CountryCode) is [var best, ..] ? OfPlace(best, reference) : null,
        _ => null,
    };

    // Whether the place itself, not one beside it, has a level.
    public bool IsScored(SitePlace place) => place.DistanceKm == 0 && places.Find(place.GeonamesId) is { IsScored: true };

    private static SitePlace OfPlace(Place place, PlaceReference reference) => new()
    {
        GeonamesId = place.GeonameId,
        Name = place.Name,
        Admin1 = place.Admin1 ?? "",
        CountryCode = place.CountryCode,
        Point = place.Point,
        Precision = reference.Precision ?? PlacePrecision.City,
        Label = reference.Label,
        TimeZone = place.TimeZoneId,
    };

    private SitePlace AtPoint(GeoPoint point, PlaceReference reference)
    {
        PlaceDistance? near = places.Nearest(point, ZoneWithinKm);
        var bare = new SitePlace
        {
            Point = point,
            Precision = reference.Precision ?? PlacePrecision.Point,
            Label = reference.Label,
            TimeZone = near?.Place.TimeZoneId ?? "",
        };
        return near is { Km: <= DescribedWithinKm } described
            ? bare with
            {
                GeonamesId = described.Place.GeonameId,
                Name = described.Place.Name,
                Admin1 = described.Place.Admin1 ?? "",
                CountryCode = described.Place.CountryCode,
                DistanceKm = described.Km,
            }
            : bare;
    }
}
