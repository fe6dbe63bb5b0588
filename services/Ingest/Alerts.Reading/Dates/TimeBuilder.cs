using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>Makes a half-open range in local time of a time that a text names.</summary>
internal static class TimeBuilder
{
    /// <param name="mention">The time; its days may be open.</param>
    /// <param name="assumed">The day when the mention gives none.</param>
    /// <param name="offset">How far local time is ahead of UTC.</param>
    /// <param name="evidence">Where it stands; null when it was assumed.</param>
    public static ReadTime Build(TimeMention? mention, DateOnly assumed, TimeSpan offset, TextSpan? evidence)
    {
        DateOnly day = mention?.From ?? assumed;
        if (mention is null) return Range(day, TimeSpan.Zero, TimeSpan.FromDays(1), TimePrecision.Day, evidence, offset);
        int days = mention is { From: { } from, To: { } to } ? Math.Max(1, to.DayNumber - from.DayNumber + 1) : 1;
        if (mention.Precision > TimePrecision.Day) return Range(day, TimeSpan.Zero, TimeSpan.FromDays(days), mention.Precision, evidence, offset);
        if (mention.Clock is { } clock && days == 1)
        {
            TimeSpan length = mention.ClockToTheMinute ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
            return Range(day, clock.ToTimeSpan(), length, mention.ClockToTheMinute ? TimePrecision.Exact : TimePrecision.Hour, evidence, offset);
        }

        // Usual bounds of the parts of a day; the night runs on into the next morning.
        return mention.Part switch
        {
            PartOfDay.Morning => Range(day, TimeSpan.FromHours(5), TimeSpan.FromHours(7), TimePrecision.PartOfDay, evidence, offset),
            PartOfDay.Afternoon => Range(day, TimeSpan.FromHours(12), TimeSpan.FromHours(6), TimePrecision.PartOfDay, evidence, offset),
            PartOfDay.Evening => Range(day, TimeSpan.FromHours(18), TimeSpan.FromHours(5), TimePrecision.PartOfDay, evidence, offset),
            PartOfDay.Night => Range(day, TimeSpan.FromHours(20), TimeSpan.FromHours(10), TimePrecision.PartOfDay, evidence, offset),
            _ => Range(day, TimeSpan.Zero, TimeSpan.FromDays(days), days > 2 ? TimePrecision.Week : TimePrecision.Day, evidence, offset),
        };
    }

    private static ReadTime Range(DateOnly day, TimeSpan from, TimeSpan length, TimePrecision precision, TextSpan? evidence, TimeSpan offset)
    {
        // The ends of the calendar have no room for an offset or a night.
        DateOnly safe = day.DayNumber < 2 ? DateOnly.MinValue.AddDays(2) : day > DateOnly.MaxValue.AddDays(-400) ? DateOnly.MaxValue.AddDays(-400) : day;
        var start = new DateTimeOffset(safe.ToDateTime(TimeOnly.MinValue), offset) + from;
        return new ReadTime(start, start + length, precision, safe, evidence);
    }
}
