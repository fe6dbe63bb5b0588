using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>Makes a half-open range in local time of a day, a part of it and a clock time.</summary>
internal static class TimeBuilder
{
    public static ReadTime Build(DateOnly day, TimeMention mention, TimeSpan offset)
    {
        if (mention.Clock is { } clock)
        {
            TimeSpan length = mention.ClockToTheMinute ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
            return Range(day, clock.ToTimeSpan(), length, mention.ClockToTheMinute ? TimePrecision.Exact : TimePrecision.Hour, mention.Evidence, offset);
        }

        // Usual bounds of the parts of a day; the night runs on into the next morning.
        return mention.Part switch
        {
            PartOfDay.Morning => Range(day, TimeSpan.FromHours(5), TimeSpan.FromHours(7), TimePrecision.PartOfDay, mention.Evidence, offset),
            PartOfDay.Afternoon => Range(day, TimeSpan.FromHours(12), TimeSpan.FromHours(6), TimePrecision.PartOfDay, mention.Evidence, offset),
            PartOfDay.Evening => Range(day, TimeSpan.FromHours(18), TimeSpan.FromHours(5), TimePrecision.PartOfDay, mention.Evidence, offset),
            PartOfDay.Night => Range(day, TimeSpan.FromHours(20), TimeSpan.FromHours(10), TimePrecision.PartOfDay, mention.Evidence, offset),
            _ => Range(day, TimeSpan.Zero, TimeSpan.FromDays(1), TimePrecision.Day, mention.Evidence, offset),
        };
    }

    private static ReadTime Range(DateOnly day, TimeSpan from, TimeSpan length, TimePrecision precision, TextSpan? evidence, TimeSpan offset)
    {
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), offset) + from;
        return new ReadTime(start, start + length, precision, day, evidence);
    }
}
