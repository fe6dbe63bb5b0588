namespace Alerts.Forecast.Ledger;

// An instant as people at a place read it off their clocks: the forecast counts local days.
internal readonly record struct Moment(long LocalTicks)
{
    public static Moment Of(DateTimeOffset at, TimeSpan utcOffset) => new(at.UtcTicks + utcOffset.Ticks);

    // Days since 0001-01-01, as DateOnly.DayNumber.
    public int Day => (int)(LocalTicks / TimeSpan.TicksPerDay);

    // Age of a day in days: 0 until the midnight that ends it, then rising with the clock.
    public double AgeOf(int day) => Math.Max(0, (LocalTicks - ((day + 1L) * TimeSpan.TicksPerDay)) / (double)TimeSpan.TicksPerDay);
}
