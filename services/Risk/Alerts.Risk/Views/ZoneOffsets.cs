namespace Alerts.Risk.Views;

/// <summary>How far the clocks of a zone are ahead of UTC; remembers the last instants asked for, since a list asks for the same few of every city. Not thread safe.</summary>
internal sealed class ZoneOffsets(TimeZoneInfo zone)
{
    // A list asks for now, the last weekly origin and, without cover, the instant at which it ran out.
    private const int Remembered = 4;

    private readonly (DateTimeOffset At, TimeSpan Offset)[] _known = new (DateTimeOffset, TimeSpan)[Remembered];
    private int _next;

    // The local day, as DateOnly.DayNumber.
    public int DayAt(DateTimeOffset instant) => (int)((instant.UtcTicks + At(instant).Ticks) / TimeSpan.TicksPerDay);

    public TimeSpan At(DateTimeOffset instant)
    {
        foreach ((DateTimeOffset at, TimeSpan offset) in _known)
        {
            if (at == instant) return offset;
        }

        TimeSpan found = zone.GetUtcOffset(instant);
        _known[_next++ % Remembered] = (instant, found);
        return found;
    }
}
