using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.TextForms.Plain;

// A moment as mail programs write it above a forwarded message: "Tue, 17 Sep 2024 at 06:12", "mardi 17 septembre 2024 06:12",
// "September 17, 2024 6:12 AM". Pure.
internal static partial class MailDate
{
    private static readonly string[][] Months =
    [
        ["jan", "janv"], ["feb", "fev", "fév"], ["mar"], ["apr", "avr"], ["may", "mai"], ["jun", "juin"], ["jul", "juil"], ["aug", "aou", "aoû"],
        ["sep"], ["oct"], ["nov"], ["dec", "déc"],
    ];

    // Null when it cannot be read. Offset: for a time that names no zone.
    public static DateTimeOffset? Of(string written, TimeSpan offset)
    {
        string text = written.Trim();
        if (Iso().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset iso)) return iso;
        Match day = DayFirst().Match(text) is { Success: true } first ? first : MonthFirst().Match(text);
        if (!day.Success || MonthOf(day.Groups["month"].Value) is not { } month) return null;
        int year = int.Parse(day.Groups["year"].Value, CultureInfo.InvariantCulture);
        int dayOfMonth = int.Parse(day.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (year is < 1970 or > 9998 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return null;
        TimeSpan time = TimeOf(text[(day.Index + day.Length)..]);
        return new DateTimeOffset(new DateTime(year, month, dayOfMonth) + time, ZoneOf(text) ?? offset);
    }

    private static int? MonthOf(string word)
    {
        int month = Array.FindIndex(Months, names => Array.Exists(names, n => word.StartsWith(n, StringComparison.OrdinalIgnoreCase)));
        return month < 0 ? null : month + 1;
    }

    private static TimeSpan TimeOf(string rest)
    {
        Match clock = Clock().Match(rest);
        if (!clock.Success) return TimeSpan.Zero;
        int hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        string half = clock.Groups["half"].Value;
        if (half.Length > 0) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        int minute = int.Parse(clock.Groups["minute"].Value, CultureInfo.InvariantCulture);
        return hour < 24 && minute < 60 ? new TimeSpan(hour, minute, 0) : TimeSpan.Zero;
    }

    private static TimeSpan? ZoneOf(string text)
    {
        if (Zone().Match(text) is { Success: true } zone)
        {
            var ahead = new TimeSpan(int.Parse(zone.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(zone.Groups[3].Value, CultureInfo.InvariantCulture), 0);
            return ahead > TimeSpan.FromHours(14) ? null : zone.Groups[1].Value == "-" ? -ahead : ahead;
        }

        return Utc().IsMatch(text) ? TimeSpan.Zero : null;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s.\-]+(?<month>\p{L}{3,10})\.?[\s,\-]+(?<year>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<month>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<hour>\d{1,2})\s?[:hH]\s?(?<minute>\d{2})(?::\d{2})?[\s\u202F\u00A0]*(?<half>[AaPp])?\.?[Mm]?")]
    private static partial Regex Clock();

    [GeneratedRegex(@"([+-])(\d{2}):?(\d{2})\b")]
    private static partial Regex Zone();

    [GeneratedRegex(@"\b(GMT|UTC|Z)\b")]
    private static partial Regex Utc();
}
