using Alerts.Reading.Frame;

namespace Alerts.Reading.Dates;

/// <summary>Times of day: "05:40", "5 a.m.", "5am", "5h30", "5 h", "0540 hrs", "18h".</summary>
internal static class Clock
{
    public static (TimeOnly Time, bool ToTheMinute, int Count)? At(Document document, int at, int end)
    {
        string word = document.Words[at].Text;
        int digits = word.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4) return null;
        int value = int.Parse(word.AsSpan(0, digits));
        string rest = word[digits..];
        string next = at + 1 < end ? document.Words[at + 1].Text : "";
        if (digits > 2) return rest is "" or "h" && (rest == "h" || next is "hrs" or "hours" or "lt" or "local" or "h") ? Of(value / 100, value % 100, true, 1) : null;
        if (rest is "am" or "pm") return Half(value, 0, rest[0], 1);
        if (rest.Length > 1 && rest[0] == 'h' && int.TryParse(rest.AsSpan(1), out int minutes)) return Of(value, minutes, true, 1);
        if (rest == "h" || (rest.Length == 0 && next is "h" or "heures" or "heure" or "hours")) return Of(value, 0, false, rest == "h" ? 1 : 2);
        if (rest.Length > 0) return null;
        if (document.GapAfter(at) is ":" && next.Length == 2 && int.TryParse(next, out int minute))
        {
            string half = at + 2 < end ? document.Words[at + 2].Text : "";

            // "At 19:40 a grenade was thrown", "at 7:40 a.m.".
            bool halved = half is "am" or "pm" || (half is "a" or "p" && at + 3 < end && document.Words[at + 3].Text == "m");
            return halved ? Half(value, minute, half[0], half.Length == 1 ? 4 : 3) : Of(value, minute, true, 2);
        }

        if (next is "am" or "pm") return Half(value, 0, next[0], 2);
        return next is "a" or "p" && at + 2 < end && document.Words[at + 2].Text == "m" ? Half(value, 0, next[0], 3) : null;
    }

    /// <summary>Four digits that may be an hour, as radio logs write it ("1400"); null when they are none.</summary>
    public static TimeOnly? Bare(string word) =>
        word.Length == 4 && word.All(char.IsAsciiDigit) && Of(int.Parse(word.AsSpan(0, 2)), int.Parse(word.AsSpan(2)), true, 1) is { } clock ? clock.Item1 : null;

    private static (TimeOnly, bool, int)? Half(int hour, int minute, char half, int count) =>
        hour is < 1 or > 12 ? null : Of((hour % 12) + (half == 'p' ? 12 : 0), minute, minute != 0, count);

    private static (TimeOnly, bool, int)? Of(int hour, int minute, bool toTheMinute, int count) =>
        hour is >= 0 and < 24 && minute is >= 0 and < 60 ? (new TimeOnly(hour, minute), toTheMinute, count) : null;
}
