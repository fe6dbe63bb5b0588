namespace Alerts.Risk.Levels;

// Local wall-clock times as instants, across changes of the clocks.
internal static class LocalClock
{
    // A time that the clocks skip counts as the same time by the offset before the change; one that comes twice counts as its first.
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        TimeSpan offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3)) : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
