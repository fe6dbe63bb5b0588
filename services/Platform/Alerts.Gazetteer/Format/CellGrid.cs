using Alerts.Terms;

namespace Alerts.Gazetteer.Format;

/// <summary>Places by one-degree cell: where each cell's run of ordinals begins.</summary>
internal sealed class CellGrid
{
    /// <summary>Coordinates are stored as whole numbers of 1e-5 degree, the source's resolution, about one metre.</summary>
    public const double UnitsPerDegree = 1e5;

    private const int Rows = 180;
    private const int Columns = 360;

    /// <summary>Length of one degree on the sphere that GeoPoint measures on, kilometres; a shade less, so that rounding never loses a place.</summary>
    public const double KmPerDegree = 111.19;

    private readonly int[] _starts = new int[(Rows * Columns) + 1];

    public CellGrid(ReadOnlySpan<int> latitudes, ReadOnlySpan<int> longitudes)
    {
        for (int i = 0; i < latitudes.Length; i++) _starts[CellOf(latitudes[i], longitudes[i]) + 1]++;
        for (int cell = 1; cell < _starts.Length; cell++) _starts[cell] += _starts[cell - 1];
    }

    public static int CellOf(int latitude, int longitude) =>
        (RowOf(latitude / UnitsPerDegree) * Columns) + ColumnOf((int)Math.Floor(longitude / UnitsPerDegree));

    /// <summary>Runs of ordinals that hold every place within the radius, and others.</summary>
    public IEnumerable<(int Start, int End)> Runs(GeoPoint point, double radiusKm)
    {
        double degrees = radiusKm / KmPerDegree;
        int top = RowOf(Math.Min(90, point.Latitude + degrees));
        (int west, int columns) = ColumnsWithin(point, degrees);
        for (int row = RowOf(Math.Max(-90, point.Latitude - degrees)); row <= top; row++)
        {
            for (int step = 0; step < columns; step++)
            {
                int cell = (row * Columns) + ColumnOf(west + step);
                if (_starts[cell] < _starts[cell + 1]) yield return (_starts[cell], _starts[cell + 1]);
            }
        }
    }

    // The widest a circle of that many degrees reaches in longitude; all columns once it holds a pole.
    private static (int West, int Count) ColumnsWithin(GeoPoint point, double degrees)
    {
        if (Math.Abs(point.Latitude) + degrees >= 90) return (0, Columns);
        double half = double.RadiansToDegrees(
            Math.Asin(Math.Min(1, Math.Sin(double.DegreesToRadians(degrees)) / Math.Cos(double.DegreesToRadians(point.Latitude)))));
        int west = (int)Math.Floor(point.Longitude - half);
        return (west, Math.Min(Columns, (int)Math.Floor(point.Longitude + half) - west + 1));
    }

    private static int RowOf(double latitude) => Math.Clamp((int)Math.Floor(latitude) + 90, 0, Rows - 1);

    private static int ColumnOf(int degree) => (((degree + 180) % Columns) + Columns) % Columns;
}
