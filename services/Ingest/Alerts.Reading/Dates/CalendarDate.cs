using Alerts.Gazetteer;
using Alerts.Reading.Frame;

namespace Alerts.Reading.Dates;

/// <summary>A day written out: "17 Sept. 2024", "September 17th", "17/09/2024", "2024-09-17", "1er mars".</summary>
internal sealed record CalendarDate(DateOnly Date, bool HasYear, int Word, int WordCount)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>Reads the date that begins at a word; without a year it is the latest such day not after the reference.</summary>
    public static CalendarDate? At(Document document, int at, int end, DateOnly reference)
    {
        IReadOnlyList<FoldedWord> words = document.Words;
        if (Numeric(document, at, end) is { } numeric) return numeric;
        if (at + 1 >= end) return null;
        bool dayFirst = Day(words[at].Text) > 0 && DayNames.Month(words[at + 1].Text) > 0;
        bool monthFirst = DayNames.Month(words[at].Text) > 0 && Day(words[at + 1].Text) > 0;
        if (!dayFirst && !monthFirst) return null;
        int day = Day(words[dayFirst ? at : at + 1].Text);
        int month = DayNames.Month(words[dayFirst ? at + 1 : at].Text);
        if (at + 2 < end && Year(words[at + 2].Text) is var year and > 0) return Of(year, month, day, true, at, 3);
        CalendarDate? found = Of(reference.Year, month, day, false, at, 2);
        return found is null || found.Date <= reference ? found : Of(reference.Year - 1, month, day, false, at, 2);
    }

    public static int Year(string word) =>
        word.Length == 4 && int.TryParse(word, out int year) && year is >= EarliestYear and <= LatestYear ? year : 0;

    private static CalendarDate? Numeric(Document document, int at, int end)
    {
        if (at + 2 >= end) return null;
        ReadOnlySpan<char> gap = document.GapAfter(at);
        if (gap is not ("/" or "." or "-") || !gap.SequenceEqual(document.GapAfter(at + 1))) return null;
        if (!Number(document.Words[at].Text, out int a) || !Number(document.Words[at + 1].Text, out int b) || !Number(document.Words[at + 2].Text, out int c)) return null;
        if (Year(document.Words[at].Text) > 0) return Of(a, b, c, true, at, 3);
        return Year(document.Words[at + 2].Text) > 0 ? Of(c, b, a, true, at, 3) : null;
    }

    private static CalendarDate? Of(int year, int month, int day, bool hasYear, int at, int count) =>
        month is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new CalendarDate(new DateOnly(year, month, day), hasYear, at, count)
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
}
