using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>Days written out: "17 Sept. 2024", "September 17th", "17/09/2024", "2024-09-17", "1er mars", "3/6", "171130D MAY 22".</summary>
internal sealed class CalendarDate(Analysis analysis, DateOnly reference)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private const int EarliestLedYear = 1000;

    // "3/6" without a year is taken for a day only when that day lies this shortly before the text.
    private const int ShortFormDays = 62;
    private const int DaysOfWeek = 7;

    private readonly Document _document = analysis.Document;

    /// <summary>Reads the day that begins at a word; without a year it is the latest such day not after the reference.</summary>
    public (TimeMention Mention, bool HasYear)? At(int at, int end)
    {
        if (Numeric(at, end) is { } numeric) return numeric;
        IReadOnlyList<FoldedWord> words = _document.Words;
        if (IsDayAlone(at, end)) return LatestOf(Day(words[at].Text), at, at + 1);
        if (at + 1 >= end) return null;
        int day = Day(words[at].Text) is var d and > 0 ? d : GroupDay(words[at].Text);
        if (day > 0 && analysis.GrammarAt(at + 1, end, "ThisMonth") is { Entry: not null, Count: var spoken }) return LatestOf(day, at, at + 1 + spoken);

        // "the 2nd of September".
        if (day > 0 && at + 2 < end && analysis.Is(at + 1, WordClass.Of) && Month(at + 2, end) is var said and > 0) return OfYear(said, day, at, at + 3, end);
        int month = day > 0 ? Month(at + 1, end) : 0;
        if (month == 0)
        {
            month = Month(at, end);
            day = Day(words[at + 1].Text);
            if (month == 0 || day == 0 || _document.GapAfter(at).Contains('\n')) return null;
        }

        return OfYear(month, day, at, at + 2, end);
    }

    // Day and month end at a word, where the year may stand; without one it is the latest such day.
    private (TimeMention Mention, bool HasYear)? OfYear(int month, int day, int at, int next, int end)
    {
        if (next < end && YearAt(next, month) is var year and > 0) return Of(year, month, day, true, at, next + 1);
        if (next < end && LastYearWords(next, end) is var told and > 0) return Of(reference.Year - 1, month, day, true, at, next + told);
        return Of(reference.Year, month, day, false, at, next) is { } found && found.Mention.From <= reference ? found : Of(reference.Year - 1, month, day, false, at, next);
    }

    /// <summary>A month with or without its year, as a range: "in March 2019", "last December", "fin juillet".</summary>
    public TimeMention? MonthAt(int at, int end)
    {
        int month = Month(at, end);
        if (month == 0) return null;
        int year = at + 1 < end ? Year(_document.Words[at + 1].Text) : 0;
        bool told = year > 0;
        if (!told && at + 1 < end && LastYearWords(at + 1, end) > 0 && reference.Year > 1) (year, told) = (reference.Year - 1, true);
        if (!told && (at == 0 || analysis.GrammarAt(at - 1, at, "MonthLead").Entry is null || IsCount(at))) return null;
        if (!told) year = month <= reference.Month ? reference.Year : reference.Year - 1;
        if (year < 1) return null;
        var first = new DateOnly(year, month, 1);
        return new TimeMention(at, told ? at + 2 : at + 1) { From = first, To = Min(first.AddDays(DateTime.DaysInMonth(year, month) - 1), reference), Precision = TimePrecision.Month };
    }

    // "30 June last year", "en juin de l'an dernier": how many words say so.
    private int LastYearWords(int at, int end)
    {
        int first = at;
        while (first < end && analysis.Is(first, WordClass.Of) && _document.JoinsNext(first - 1)) first++;
        return _document.JoinsNext(at - 1) && first < end && analysis.GrammarAt(first, end, "LastYear") is { Entry: not null, Count: var count } ? first - at + count : 0;
    }

    // French "sept" is seven unless a full stop shortens it: "en sept jours", but "en sept.".
    private bool IsCount(int at) => analysis.GrammarAt(at, at + 1, "Number").Entry is not null && !_document.GapAfter(at).StartsWith(".");

    /// <summary>"lundi 19.", "Sat 27:", "Friday the 8th": a weekday with the day of its month that counts nothing, within the last month; null when the two do not go together.</summary>
    public TimeMention? WeekdayAndDay(int first, int at, int weekday, int end)
    {
        if (at + 1 < end && analysis.GrammarAt(at, at + 1, "OrdinalLead").Entry is not null) at++;
        // "Sunday 04:15" has an hour.
        if (at >= end || Clock.At(_document, at, end) is not null || Day(_document.Words[at].Text) is not (var day and > 0) || !(char.IsAsciiLetter(_document.Words[at].Text[^1]) || _document.GapAfter(at) is ['\n' or '\r', ..] || CountsNothing(at, end))) return null;
        return LatestOf(day, first, at + 1) is { } found && (int)found.Mention.From!.Value.DayOfWeek == weekday % DaysOfWeek ? found.Mention : null;
    }

    /// <summary>"22 au 23", "6–7 August": a day and the one after it, of the last month when none is named; null when they are none.</summary>
    public TimeMention? Pair(int at, int end)
    {
        int day = Day(_document.Words[at].Text);
        int next = at + 1 + (day > 0 && at + 1 < end ? analysis.GrammarAt(at + 1, end, "RangeTo").Count : 0);
        if (day == 0 || next >= end || (next == at + 1 && _document.GapAfter(at) is not ("-" or "–"))) return null;
        if ((At(next, end) ?? (Day(_document.Words[next].Text) is var last and > 0 ? LatestOf(last, next, next + 1) : null)) is not { Mention: { From: { } to } second }) return null;
        if (to == DateOnly.MinValue) return null;
        DateOnly from = to.AddDays(-1);
        return from.Day == day ? second with { First = at, From = from, To = to } : null;
    }

    // "braqué le 12 par des hommes armés", "on the 11th a patrol", "in the night of the 8th": a number behind its article that counts nothing.
    private bool IsDayAlone(int at, int end)
    {
        string text = _document.Words[at].Text;
        if (at == 0 || Day(text) == 0) return false;
        bool ordinal = char.IsAsciiLetter(text[^1]);
        if (at > 1 && analysis.Is(at - 1, WordClass.Of | WordClass.Det) && IsBehindPart(at) && (ordinal || CountsNothing(at, end))) return true;
        return analysis.GrammarAt(at - 1, at, ordinal ? "OrdinalLead" : "DayLead").Entry is not null && CountsNothing(at, end);
    }

    // "on the evening of the", "dans la soirée du".
    private bool IsBehindPart(int day)
    {
        int at = day - 1;
        while (at > 0 && analysis.Is(at, WordClass.Of | WordClass.Det)) at--;
        return analysis.GrammarAt(at, day, "Morning", "Afternoon", "Evening", "Night").Entry is not null;
    }

    // What follows a day, and nothing that may be counted does.
    private bool CountsNothing(int day, int end) => day + 1 >= end || _document.GapAfter(day).TrimStart() is ['.' or ',' or ';' or ':' or ')' or '–' or '—', ..]
        || (analysis.Is(day + 1, WordClass.Prep | WordClass.By | WordClass.Locative | WordClass.Det | WordClass.Clause) && !analysis.Is(day + 1, WordClass.Of))
        || analysis.GrammarAt(day + 1, end, "LastAfter", "Morning", "Afternoon", "Evening", "Night").Entry is not null;

    // The latest day of that number not after the reference.
    private (TimeMention Mention, bool HasYear)? LatestOf(int day, int at, int end)
    {
        if (reference.Year < 2) return null;
        DateOnly month = day > reference.Day ? reference.AddMonths(-1) : reference;
        return Of(month.Year, month.Month, day, false, at, end);
    }

    public static int Year(string word) =>
        word.Length == 4 && int.TryParse(word, out int year) && year is >= EarliestYear and <= LatestYear ? year : 0;

    /// <summary>A year behind a word that says so ("in 1806"), however long ago; 0 for none. Behind a day, four digits below 1900 are an hour.</summary>
    public static int YearLed(string word) => word.Length == 4 && int.TryParse(word, out int year) && year is >= EarliestLedYear and <= LatestYear ? year : 0;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b && a.DayNumber > 0 ? a : b;

    private int Month(int at, int end) => analysis.GrammarAt(at, end, "Month").Entry?.Value ?? 0;

    // "89" behind a month is a year when it is close to that of the text: "30 DEC 89" in a text of 1990.
    private int YearAt(int word, int month)
    {
        string text = _document.Words[word].Text;

        // "23 Jun, 2035", "22 Sep, 20:00": an hour, not a year to come.
        if (Year(text) is var full and > 0) return full <= reference.Year + 1 ? full : 0;
        if (text.Length != 2 || !int.TryParse(text, out int two) || _document.GapBefore(word).Length > 2 || Clock.At(_document, word, _document.Words.Count) is not null) return 0;
        for (int year = reference.Year; year >= Math.Max(1, reference.Year - 10); year--)
        {
            if (year % 100 == two) return month > 0 ? year : 0;
        }

        return 0;
    }

    private (TimeMention Mention, bool HasYear)? Numeric(int at, int end)
    {
        if (at + 1 >= end || !Number(_document.Words[at].Text, out int a) || !Number(_document.Words[at + 1].Text, out int b)) return null;
        ReadOnlySpan<char> gap = _document.GapAfter(at);
        if (gap is not ("/" or "." or "-")) return null;
        if (at + 2 < end && gap.SequenceEqual(_document.GapAfter(at + 1)) && Number(_document.Words[at + 2].Text, out int c))
        {
            if (Year(_document.Words[at].Text) > 0) return Of(a, b, c, true, at, at + 3);
            int year = YearAt(at + 2, b);
            return year > 0 ? Of(year, b, a, true, at, at + 3) : null;
        }

        if (gap is not "/" || a is < 1 or > 31 || b is < 1 or > 12 || reference.Year < 2) return null;
        (TimeMention Mention, bool HasYear)? found = Of(reference.Year, b, a, false, at, at + 2);
        if (found is { } f && f.Mention.From > reference) found = Of(reference.Year - 1, b, a, false, at, at + 2);
        return found is { } day && reference.DayNumber - day.Mention.From!.Value.DayNumber <= ShortFormDays ? found : null;
    }

    private static (TimeMention Mention, bool HasYear)? Of(int year, int month, int day, bool hasYear, int at, int end) =>
        month is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (TimeMention.Day(at, end, new DateOnly(year, month, day)), hasYear)
            : null;

    private static bool Number(string word, out int value)
    {
        value = 0;
        return word.Length <= 4 && word.All(char.IsAsciiDigit) && int.TryParse(word, out value);
    }

    // 1 to 31, with or without an ordinal ending; else 0.
    private static int Day(string word)
    {
        int digits = word.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is < 1 or > 2 || word[digits..] is not ("" or "st" or "nd" or "rd" or "th" or "er")) return 0;
        int day = int.Parse(word.AsSpan(0, digits));
        return day is >= 1 and <= 31 ? day : 0;
    }

    // The military date-time group, "171130D": day, hour, minute, zone.
    private static int GroupDay(string word) => word.Length == 7 && char.IsAsciiLetter(word[6]) && word.AsSpan(0, 6).IndexOfAnyExceptInRange('0', '9') < 0 ? Day(word[..2]) : 0;
}
