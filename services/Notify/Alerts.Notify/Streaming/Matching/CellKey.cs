using Alerts.Notify.Watches;

namespace Alerts.Notify.Streaming.Matching;

// One square of a grid of 2^Grid degrees, counted from the south pole and the 180th meridian.
internal readonly record struct CellKey(int Grid, int Row, int Column)
{
    // The cell of a box's south-western corner.
    public static CellKey SouthWest(GeoBox box, int grid) => Of(box.South, box.West, grid);

    // The cell of its north-eastern corner; the box does not cross the 180th meridian.
    public static CellKey NorthEast(GeoBox box, int grid) => Of(box.North, box.East, grid);

    private static CellKey Of(double latitude, double longitude, int grid)
    {
        double degrees = Math.ScaleB(1, grid);
        return new CellKey(grid, (int)Math.Floor((latitude + 90) / degrees), (int)Math.Floor((longitude + 180) / degrees));
    }
}
