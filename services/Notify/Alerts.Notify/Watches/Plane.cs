using System.Collections.Immutable;

namespace Alerts.Notify.Watches;

// Two questions of plane geometry.
internal static class Plane
{
    // A ray from the point crosses the edges an odd number of times.
    public static bool IsInside(ImmutableArray<(double X, double Y)> corners, (double X, double Y) point)
    {
        bool inside = false;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
        {
            (double x, double y) = corners[i];
            (double otherX, double otherY) = corners[j];
            if (y > point.Y != otherY > point.Y && point.X < x + ((otherX - x) * (point.Y - y) / (otherY - y)))
                inside = !inside;
        }

        return inside;
    }

    // Whether two stretches have a point in common.
    public static bool Meet((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        double abc = Side(a, b, c);
        double abd = Side(a, b, d);
        double cda = Side(c, d, a);
        double cdb = Side(c, d, b);
        return (Math.Sign(abc) * Math.Sign(abd) < 0 && Math.Sign(cda) * Math.Sign(cdb) < 0)
            || (abc == 0 && IsWithin(a, b, c)) || (abd == 0 && IsWithin(a, b, d)) || (cda == 0 && IsWithin(c, d, a)) || (cdb == 0 && IsWithin(c, d, b));
    }

    private static double Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) p) =>
        ((b.X - a.X) * (p.Y - a.Y)) - ((b.Y - a.Y) * (p.X - a.X));

    private static bool IsWithin((double X, double Y) a, (double X, double Y) b, (double X, double Y) p) =>
        p.X >= Math.Min(a.X, b.X) && p.X <= Math.Max(a.X, b.X) && p.Y >= Math.Min(a.Y, b.Y) && p.Y <= Math.Max(a.Y, b.Y);
}
