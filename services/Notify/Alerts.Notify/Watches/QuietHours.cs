namespace Alerts.Notify.Watches;

// Hours of each local day without sound, from Start to before End; Start after End: over midnight. They are never equal.
internal sealed record QuietHours(TimeOnly Start, TimeOnly End, TimeZoneInfo Zone)
{
    // When the quiet hours that hold at an instant end; null when none do.
    public DateTimeOffset? EndAt(DateTimeOffset now)
    {
        DateTime local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        if (!time.IsBetween(Start, End))
            return null;
        DateTime end = DateOnly.FromDateTime(local).AddDays(time < End ? 0 : 1).ToDateTime(End);
        // A time that the clocks leave out in spring: the first that they show again.
        while (Zone.IsInvalidTime(end))
            end = end.AddMinutes(1);
        return new DateTimeOffset(end, Zone.GetUtcOffset(end));
    }
}
