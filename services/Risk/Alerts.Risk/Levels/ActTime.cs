using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>When an act happened, never when it was published, and how exactly that is known.</summary>
/// <param name="At">The instant; for day precision and coarser, any instant within that local day, week or month (its first day for the last two).</param>
/// <param name="Precision">How exactly it is known.</param>
public readonly record struct ActTime(DateTimeOffset At, TimePrecision Precision)
{
    private const int DaysOfWeek = 7;

    /// <summary>The latest instant that it can mean: the instant itself down to a part of the day, else the local midnight that ends the day, week or month.</summary>
    /// <param name="zone">The clocks at the place.</param>
    public DateTimeOffset End(TimeZoneInfo zone)
    {
        DateTime day = TimeZoneInfo.ConvertTime(At, zone).Date;
        return Precision switch
        {
            TimePrecision.Day => LocalClock.InstantOf(day.AddDays(1), zone),
            TimePrecision.Week => LocalClock.InstantOf(day.AddDays(DaysOfWeek), zone),
            TimePrecision.Month => LocalClock.InstantOf(new DateTime(day.Year, day.Month, 1).AddMonths(1), zone),
            _ => At,
        };
    }
}
