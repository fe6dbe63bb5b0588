using Alerts.Gazetteer;
using Alerts.Notify.Watches;
using Alerts.Terms;
using Google.Protobuf.Collections;

namespace Alerts.Notify.Wire;

// Checks areas of filters and makes the core's from them. Limits are those of watch.proto.
internal sealed class AreaMapping(PlaceIndex places)
{
    private const int MaximumCircles = 1000;
    private const int MaximumShapes = 100;
    private const int MaximumPoints = 500;
    private const int MaximumPointsTogether = 2000;
    private const double MaximumRadiusKm = 1000;
    private const double MaximumWidthKm = 200;
    private const double MaximumLegKm = 2000;
    private const double MaximumSiteRadiusKm = 200;
    private const int MaximumName = 100;

    private const string BadPoint = "must have a latitude of -90 to 90 and a longitude of -180 to 180.";

    public static IEnumerable<IArea> Areas(V1.AlertFilter filter) =>
    [
        .. filter.Areas.Select(a => new Circle(Point(a.Centre), a.RadiusKm)),
        .. filter.Polygons.Select(p => new Polygon([.. p.Corners.Select(Point)])),
        .. filter.Routes.Select(r => new Route([.. r.Points.Select(Point)], r.WidthKm)),
    ];

    public IEnumerable<IArea> OwnSites(V1.AlertFilter filter) => filter.OwnSites.Select(site => new Circle(
        site.PlaceCase == V1.OwnSite.PlaceOneofCase.Point ? Point(site.Point) : places.Find(site.GeonamesId)!.Value.Point, site.RadiusKm));

    public IEnumerable<FieldViolation> Violations(V1.AlertFilter filter, string field) =>
    [
        .. Circles(filter, field),
        .. Shapes([.. filter.Polygons.Select(p => p.Corners.Count)], $"{field}.polygons", "corners"),
        .. filter.Polygons.Take(MaximumShapes).Index().SelectMany(p => Polygon(p.Item, $"{field}.polygons[{p.Index}]")),
        .. Shapes([.. filter.Routes.Select(r => r.Points.Count)], $"{field}.routes", "points"),
        .. filter.Routes.Take(MaximumShapes).Index().SelectMany(r => Route(r.Item, $"{field}.routes[{r.Index}]")),
        .. Sites(filter, field),
    ];

    private static IEnumerable<FieldViolation> Circles(V1.AlertFilter filter, string field)
    {
        if (filter.Areas.Count > MaximumCircles)
            yield return new($"{field}.areas", $"at most {MaximumCircles}.");
        foreach ((int i, V1.Circle area) in filter.Areas.Take(MaximumCircles).Index())
        {
            if (!IsValid(area.Centre))
                yield return new($"{field}.areas[{i}].centre", BadPoint);
            if (!(area.RadiusKm > 0 && area.RadiusKm <= MaximumRadiusKm))
                yield return new($"{field}.areas[{i}].radius_km", $"must be more than 0 and at most {MaximumRadiusKm}.");
        }
    }

    private static IEnumerable<FieldViolation> Shapes(int[] points, string field, string noun)
    {
        if (points.Length > MaximumShapes)
            yield return new(field, $"at most {MaximumShapes}.");
        if (points.Sum() > MaximumPointsTogether)
            yield return new(field, $"at most {MaximumPointsTogether} {noun} together.");
    }

    private static List<FieldViolation> Polygon(V1.Polygon polygon, string field)
    {
        if (Points(polygon.Corners, 3, $"{field}.corners") is { Count: > 0 } wrong)
            return wrong;
        GeoPoint[] corners = [.. polygon.Corners.Select(Point)];
        UnitVector? middle = Watches.Polygon.MiddleOrNone(corners);
        string? fault =
            corners.Index().Any(c => c.Item == corners[(c.Index + 1) % corners.Length]) ? "has a corner twice in a row; the last is joined to the first by itself."
            : middle is not { } m || Array.Exists(corners, c => UnitVector.Of(c).DistanceKmTo(m) > Watches.Polygon.ReachKm)
                ? $"has a corner more than {Watches.Polygon.ReachKm} km from the middle; name countries, or use several polygons."
            : Watches.Polygon.Crosses(corners) ? "has edges that cross; give the corners in their order around it."
            : null;
        return fault is null ? [] : [new($"{field}.corners", fault)];
    }

    private static List<FieldViolation> Route(V1.Route route, string field)
    {
        List<FieldViolation> wrong = Points(route.Points, 2, $"{field}.points");
        if (wrong.Count == 0)
        {
            GeoPoint[] points = [.. route.Points.Select(Point)];
            wrong.AddRange(points.Skip(1).Index().Where(p => p.Item.DistanceKmTo(points[p.Index]) > MaximumLegKm)
                .Select(p => new FieldViolation($"{field}.points[{p.Index + 1}]", $"is more than {MaximumLegKm} km from the one before.")));
        }

        if (!(route.WidthKm > 0 && route.WidthKm <= MaximumWidthKm))
            wrong.Add(new($"{field}.width_km", $"must be more than 0 and at most {MaximumWidthKm}."));
        return wrong;
    }

    private static List<FieldViolation> Points(RepeatedField<V1.GeoPoint> points, int least, string field) =>
        points.Count < least || points.Count > MaximumPoints
            ? [new(field, $"must be {least} to {MaximumPoints}.")]
            : [.. points.Index().Where(p => !IsValid(p.Item)).Select(p => new FieldViolation($"{field}[{p.Index}]", BadPoint))];

    private IEnumerable<FieldViolation> Sites(V1.AlertFilter filter, string field)
    {
        if (filter.OwnSites.Count > MaximumCircles)
            yield return new($"{field}.own_sites", $"at most {MaximumCircles}.");
        foreach ((int i, V1.OwnSite site) in filter.OwnSites.Take(MaximumCircles).Index())
        {
            if (site.DisplayName.Length > MaximumName)
                yield return new($"{field}.own_sites[{i}].display_name", $"at most {MaximumName} characters.");
            if (site.PlaceCase == V1.OwnSite.PlaceOneofCase.None)
                yield return new($"{field}.own_sites[{i}]", "must have a geonames_id or a point.");
            else if (site.PlaceCase == V1.OwnSite.PlaceOneofCase.Point && !IsValid(site.Point))
                yield return new($"{field}.own_sites[{i}].point", BadPoint);
            else if (site.PlaceCase == V1.OwnSite.PlaceOneofCase.GeonamesId && places.Find(site.GeonamesId) is null)
                yield return new($"{field}.own_sites[{i}].geonames_id", $"{site.GeonamesId} is no place of the gazetteer; import the sites first.");
            if (!(site.RadiusKm > 0 && site.RadiusKm <= MaximumSiteRadiusKm))
                yield return new($"{field}.own_sites[{i}].radius_km", $"must be more than 0 and at most {MaximumSiteRadiusKm}.");
        }
    }

    private static bool IsValid(V1.GeoPoint? point) => point is not null && Point(point).IsValid;

    private static GeoPoint Point(V1.GeoPoint point) => new(point.Latitude, point.Longitude);
}
