using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.TextForms.Chats;

// The first line of a message of a chat: a date, a time, and who speaks. Null sender: a word of the program itself.
internal sealed partial record ChatLine(int First, int Second, int Year, bool YearFirst, TimeSpan Time, string? Sender, string Text)
{
    // Null when the line does not begin a message.
    public static ChatLine? Of(string line)
    {
        string clean = Marks().Replace(line, "");
        Match match = Exported().Match(clean) is { Success: true } exported ? exported : Copied().Match(clean);
        if (!match.Success || TimeOf(match) is not { } time) return null;
        bool yearFirst = match.Groups["a"].Length == 4;
        int a = Number(match, "a"), b = Number(match, "b"), c = Number(match, "c");
        string rest = match.Groups["rest"].Value;
        Match spoken = Spoken().Match(rest);
        return new ChatLine(
            yearFirst ? c : a, b, Century(yearFirst ? a : c), yearFirst, time,
            spoken.Success ? spoken.Groups["who"].Value : null,
            spoken.Success ? spoken.Groups["text"].Value : rest);
    }

    // Whether one of the first lines that are not empty begins a message: an export starts with one, a paste may start in mid-message.
    public static bool StartsChat(string start) =>
        start.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Take(3).Any(l => Of(l) is { } line && (line.Sender is not null || start.Contains('\n', StringComparison.Ordinal)));

    private static TimeSpan? TimeOf(Match match)
    {
        int hour = Number(match, "hour"), minute = Number(match, "minute");
        string half = match.Groups["half"].Value;
        if (half.Length > 0) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeSpan(hour, minute, match.Groups["second"].Success ? Math.Min(59, Number(match, "second")) : 0) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Century(int year) => year < 100 ? 2000 + year : year;

    private const string Date = @"(?<a>\d{1,4})[/.\-](?<b>\d{1,2})[/.\-](?<c>\d{2,4})";
    private const string Clock = @"(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2}))?(?:\s?(?<half>[AaPp])\.?\s?[Mm]\.?)?";

    // "17/09/2024, 05:12 - Name: text" (Android) and "[17/09/2024, 05:12:33] Name: text" (iOS).
    [GeneratedRegex(@"^\[?" + Date + @"(?:,|\s|\sà|\sat)\s*" + Clock + @"(?:\]|\s[-–])\s(?<rest>.*)$")]
    private static partial Regex Exported();

    // "[05:12, 17/09/2024] Name: text": messages that were marked and copied.
    [GeneratedRegex(@"^\[" + Clock + @",\s*" + Date + @"\]\s(?<rest>.*)$")]
    private static partial Regex Copied();

    [GeneratedRegex(@"^(?<who>[^:]{1,80}):\s(?<text>.*)$")]
    private static partial Regex Spoken();

    [GeneratedRegex("[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\r]")]
    private static partial Regex Marks();
}
