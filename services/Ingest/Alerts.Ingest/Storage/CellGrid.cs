using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// Numbers the cells of half a degree by which incidents near a point are found. Pure.
internal static class CellGrid
{
    private const double CellsPerDegree = 2;
    private const int Columns = 720;
    private const int Rows = 360;

    // Kilometres of one degree of latitude, the least over the ellipsoid (at the equator).
    private const double KmPerDegree = 110.57;

    // The cells under which an incident at these places is found: that of the point, and for an area all that it may mean.
    public static IReadOnlyCollection<long> Of(IEnumerable<SitePlace> places)
    {
        SitePlace[] all = [.. places];
        return [.. Around([.. all.Where(p => p.Precision > PlacePrecision.City)]).Union(all.Select(p => Number(Row(p.Point.Latitude), Column(p.Point.Longitude))))];
    }

    // The cells that hold every point within reach of the places.
    public static IReadOnlyCollection<long> Around(IReadOnlyList<SitePlace> places)
    {
        var cells = new SortedSet<long>();
        foreach (SitePlace place in places)
        {
            GeoPoint point = place.Point;
            double degrees = PlaceReach.SearchKm(place.Precision) / KmPerDegree;
            double widest = Math.Cos(double.DegreesToRadians(Math.Min(90, Math.Abs(point.Latitude) + degrees)));
            double across = widest <= degrees / 180 ? 180 : Math.Min(180, degrees / widest);
            for (int row = Row(point.Latitude - degrees); row <= Row(point.Latitude + degrees); row++)
            {
                int first = (int)Math.Floor((point.Longitude - across + 180) * CellsPerDegree);
                int last = Math.Min(first + Columns - 1, (int)Math.Floor((point.Longitude + across + 180) * CellsPerDegree));
                for (int column = first; column <= last; column++)
                    cells.Add(Number(row, ((column % Columns) + Columns) % Columns));
            }
        }

        return cells;
    }

    private static int Row(double latitude) => Math.Clamp((int)Math.Floor((latitude + 90) * CellsPerDegree), 0, Rows - 1);

    private static int Column(double longitude) => (int)Math.Floor((longitude + 180) * CellsPerDegree) % Columns;

    private static long Number(int row, int column) => ((long)row * Columns) + column;
}
