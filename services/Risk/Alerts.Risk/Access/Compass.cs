using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>Directions from a city. Degrees clockwise from north, 0 to below 360. Pure and thread safe.</summary>
public static class Compass
{
    private const double FullCircle = 360;
    private const int Sectors = 8;

    /// <summary>The direction in which one sets out along the great circle.</summary>
    /// <remarks>Formula: forward azimuth on a sphere. For equal points it is 0.</remarks>
    public static double Bearing(GeoPoint from, GeoPoint to)
    {
        double south = double.DegreesToRadians(from.Latitude);
        double north = double.DegreesToRadians(to.Latitude);
        double east = double.DegreesToRadians(to.Longitude - from.Longitude);
        double y = Math.Sin(east) * Math.Cos(north);
        double x = (Math.Cos(south) * Math.Sin(north)) - (Math.Sin(south) * Math.Cos(north) * Math.Cos(east));
        double degrees = double.RadiansToDegrees(Math.Atan2(y, x));
        return degrees < 0 ? (degrees + FullCircle) % FullCircle : degrees;
    }

    /// <summary>The side of the city that a direction belongs to.</summary>
    public static CompassSector SectorOf(double bearing) =>
        (CompassSector)(1 + ((int)Math.Floor((bearing / (FullCircle / Sectors)) + 0.5) % Sectors));

    /// <summary>The angle between two directions, 0 to 180.</summary>
    public static double Between(double a, double b)
    {
        double apart = Math.Abs(a - b) % FullCircle;
        return Math.Min(apart, FullCircle - apart);
    }

    /// <summary>The largest number of directions of which any two are at least <see cref="AccessParameters.AxisDegrees"/> apart.</summary>
    public static int Axes(IEnumerable<double> bearings)
    {
        double[] sorted = [.. bearings.Distinct().Order()];
        int most = 0;
        for (int start = 0; start < sorted.Length; start++)
        {
            // Going round from one direction and taking each that is far enough from the one before takes as many as can be had from there.
            List<double> taken = [sorted[start]];
            for (int step = 1; step < sorted.Length; step++)
            {
                double next = sorted[(start + step) % sorted.Length];
                if (taken.TrueForAll(t => Between(t, next) >= AccessParameters.AxisDegrees))
                    taken.Add(next);
            }

            most = Math.Max(most, taken.Count);
        }

        return most;
    }

    /// <summary>"north-west".</summary>
    public static string Word(CompassSector sector) => sector switch
    {
        CompassSector.North => "north",
        CompassSector.NorthEast => "north-east",
        CompassSector.East => "east",
        CompassSector.SouthEast => "south-east",
        CompassSector.South => "south",
        CompassSector.SouthWest => "south-west",
        CompassSector.West => "west",
        _ => "north-west",
    };

    /// <summary>The same in both languages.</summary>
    public static Phrase Words(CompassSector sector) => new(Word(sector), sector switch
    {
        CompassSector.North => "nord",
        CompassSector.NorthEast => "nord-est",
        CompassSector.East => "est",
        CompassSector.SouthEast => "sud-est",
        CompassSector.South => "sud",
        CompassSector.SouthWest => "sud-ouest",
        CompassSector.West => "ouest",
        _ => "nord-ouest",
    });
}
