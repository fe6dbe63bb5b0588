using System.Globalization;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Checks when something is said to have happened. Pure.
internal static class TimeValidator
{
    private static readonly DateTimeOffset Earliest = new(ReportLimits.EarliestYear, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A local date may be a day ahead of UTC in the easternmost zones (UTC+14).
    private static readonly TimeSpan EasternmostZone = TimeSpan.FromHours(14);

    public static OccurredTime? Check(OccurredDraft? draft, string path, DateTimeOffset now, Violations wrong)
    {
        if (draft is null)
        {
            wrong.Add(path, "is required.");
            return null;
        }

        if (draft.Precision is not { } precision || !Enum.IsDefined(precision))
        {
            wrong.Add($"{path}.precision", "is required: say how exactly the time is known.");
            return null;
        }

        bool byInstant = precision <= TimePrecision.PartOfDay;
        DateOnly? date = null;
        if (byInstant)
            CheckStart(draft, path, now, wrong);
        else
            date = CheckDate(draft, path, now, wrong);
        CheckLastAct(draft, date, path, now, wrong);
        return new OccurredTime
        {
            Start = byInstant ? draft.Start : null,
            LocalDate = date,
            Precision = precision,
            LastAct = draft.LastAct,
            Ongoing = draft.Ongoing,
        };
    }

    public static void Instant(DateTimeOffset? instant, string field, DateTimeOffset now, Violations wrong)
    {
        if (instant is not { } given)
            return;
        if (given < Earliest)
            wrong.Add(field, $"must be {ReportLimits.EarliestYear} or later.");
        else if (given > now + ReportLimits.ClockTolerance)
            wrong.Add(field, $"must not be more than {ReportLimits.ClockTolerance.TotalMinutes} minutes in the future.");
    }

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    private static void CheckStart(OccurredDraft draft, string path, DateTimeOffset now, Violations wrong)
    {
        if (draft.Start is null)
            wrong.Add($"{path}.start_time", "is required for the precisions EXACT, HOUR and PART_OF_DAY.");
        if (draft.LocalDate.Length > 0)
            wrong.Add($"{path}.local_date", "belongs to the precisions DAY, WEEK and MONTH; leave it empty.");
        Instant(draft.Start, $"{path}.start_time", now, wrong);
    }

    private static DateOnly? CheckDate(OccurredDraft draft, string path, DateTimeOffset now, Violations wrong)
    {
        string field = $"{path}.local_date";
        if (draft.Start is not null)
            wrong.Add($"{path}.start_time", "belongs to the precisions EXACT, HOUR and PART_OF_DAY; leave it unset.");
        if (Date(draft.LocalDate) is not { } date)
        {
            wrong.Add(field, "must be a date of the calendar as YYYY-MM-DD for the precisions DAY, WEEK and MONTH.");
            return null;
        }

        if (date.Year < ReportLimits.EarliestYear)
            wrong.Add(field, $"must be {ReportLimits.EarliestYear} or later.");
        else if (date > DateOnly.FromDateTime((now + EasternmostZone).UtcDateTime))
            wrong.Add(field, "must not be in the future.");
        return date;
    }

    private static void CheckLastAct(OccurredDraft draft, DateOnly? date, string path, DateTimeOffset now, Violations wrong)
    {
        string field = $"{path}.last_act_time";
        Instant(draft.LastAct, field, now, wrong);
        DateTimeOffset? start = draft.Start ?? (date is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - EasternmostZone : null);
        if (draft.LastAct < start)
            wrong.Add(field, "must not be before the start.");
    }
}
