using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// The instants between which something may have begun, both included.
internal readonly record struct TimeWindow(DateTimeOffset From, DateTimeOffset To)
{
    // A morning, an afternoon, an evening: about a quarter of a day.
    private static readonly TimeSpan PartOfDay = TimeSpan.FromHours(6);

    // Sun time where no zone is known: one hour every 15 degrees.
    private const double DegreesPerHour = 15;

    public static TimeWindow Of(OccurredTime occurred, SitePlace place)
    {
        if (occurred.Start is { } start)
            return new TimeWindow(start, occurred.Precision == TimePrecision.PartOfDay ? start + PartOfDay : start);
        DateOnly first = occurred.LocalDate!.Value;
        DateOnly after = occurred.Precision switch
        {
            TimePrecision.Week => first.AddDays(7),
            TimePrecision.Month => first.AddMonths(1),
            _ => first.AddDays(1),
        };
        return new TimeWindow(Midnight(first, place), Midnight(after, place).AddTicks(-1));
    }

    // The time that certainly lies between the two; zero when they touch.
    public TimeSpan GapTo(TimeWindow other) =>
        other.From > To ? other.From - To : From > other.To ? From - other.To : TimeSpan.Zero;

    private static DateTimeOffset Midnight(DateOnly day, SitePlace place)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue);
        TimeSpan offset = place.TimeZone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(place.TimeZone, out TimeZoneInfo? zone)
            ? zone.GetUtcOffset(local)
            : TimeSpan.FromHours(Math.Round(place.Point.Longitude / DegreesPerHour));
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc) - offset, TimeSpan.Zero);
    }
}
