namespace Alerts.Risk.Views;

/// <summary>
/// The last glance at each city of a view. Between two changes of what it rests on, a probability only decays, by less than a ten-thousandth in the time that a glance is kept for, and a level stays
/// as it is: it falls at weekly checks only, which come with a new day. Not thread safe: the board locks.
/// </summary>
internal sealed class CityGlances(int cities)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private (GlanceBasis Basis, DateTimeOffset At, CityGlance Glance)[]? _kept;

    public bool TryGet(int index, GlanceBasis basis, DateTimeOffset now, out CityGlance glance)
    {
        glance = default;
        if (_kept is null) return false;
        ref (GlanceBasis Basis, DateTimeOffset At, CityGlance Glance) kept = ref _kept[index];
        if (kept.Basis != basis || now < kept.At || now - kept.At > KeptFor) return false;
        glance = kept.Glance;
        return true;
    }

    public void Keep(int index, GlanceBasis basis, DateTimeOffset now, CityGlance glance) => (_kept ??= new (GlanceBasis, DateTimeOffset, CityGlance)[cities])[index] = (basis, now, glance);
}
