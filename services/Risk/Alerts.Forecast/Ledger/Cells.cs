using Alerts.Terms;

namespace Alerts.Forecast.Ledger;

// A half-degree grid over the globe: which cells can hold something within a distance of a point.
internal static class Cells
{
    private const double Degrees = 0.5;
    private const int Rows = 360;
    private const int Columns = 720;

    // One degree of latitude on the sphere that GeoPoint measures on, kilometres, rounded down so that a cell too many is looked at, never one too few.
    private const double KmPerDegree = 111.19;

    public static int Of(GeoPoint point) => (Row(point.Latitude) * Columns) + Column(point.Longitude);

    public static void Collect(GeoPoint point, double radiusKm, List<int> cells)
    {
        cells.Clear();
        double reach = radiusKm / KmPerDegree;
        int first = Row(point.Latitude - reach);
        int last = Row(point.Latitude + reach);
        double pole = Math.Abs(point.Latitude) + reach;
        double width = pole >= 90
            ? 180
            : double.RadiansToDegrees(Math.Asin(Math.Sin(double.DegreesToRadians(reach)) / Math.Cos(double.DegreesToRadians(point.Latitude))));
        int west = (int)Math.Floor((point.Longitude - width + 180) / Degrees);
        int count = Math.Min((int)Math.Floor((point.Longitude + width + 180) / Degrees) - west + 1, Columns);
        for (int row = first; row <= last; row++)
        {
            for (int i = 0; i < count; i++) cells.Add((row * Columns) + Wrap(west + i));
        }
    }

    private static int Row(double latitude) => Math.Clamp((int)Math.Floor((latitude + 90) / Degrees), 0, Rows - 1);

    private static int Column(double longitude) => Wrap((int)Math.Floor((longitude + 180) / Degrees));

    private static int Wrap(int column) => ((column % Columns) + Columns) % Columns;
}
