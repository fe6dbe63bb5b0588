namespace Alerts.Notify.Watches;

// A map on which shortest ways are straight lines: the earth as seen from its centre on a plane that touches it at a point. Shows less than
// the half around that point. Immutable.
internal sealed class Gnomonic
{
    // Within a few kilometres of the horizon numbers grow beyond use.
    private const double Horizon = 1e-3;

    private readonly UnitVector _middle;
    private readonly UnitVector _right;
    private readonly UnitVector _up;

    public Gnomonic(UnitVector middle)
    {
        _middle = middle;
        // Any direction aside will do; the axis that is farthest from the middle gives one of good length.
        UnitVector axis = Math.Abs(middle.Z) < 0.9 ? new UnitVector(0, 0, 1) : new UnitVector(1, 0, 0);
        UnitVector right = axis.Cross(middle);
        _right = right.Times(1 / right.Length);
        _up = middle.Cross(_right);
    }

    public bool Shows(UnitVector point) => _middle.Dot(point) > Horizon;

    public (double X, double Y) Show(UnitVector point)
    {
        double depth = _middle.Dot(point);
        return (_right.Dot(point) / depth, _up.Dot(point) / depth);
    }
}
