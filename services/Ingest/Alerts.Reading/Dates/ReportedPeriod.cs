using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>The days that a bulletin says at its head that it covers: "period covered: 1 to 15 May", "12-18 May 2025", "du 29 avril au 12 mai", "Monthly note, March 2020". All of them are news in it.</summary>
internal static class ReportedPeriod
{
    // It is stated in one of the first lines, which tells nothing else.
    private const int HeadSentences = 6;
    private const int LongestLine = 24;

    // A bulletin covers a month at most, and is sent some days after its end.
    private const int MostDays = 31;
    private const int DaysToSend = 10;

    /// <summary>The first day of the period; null when the text states none that has just ended.</summary>
    public static DateOnly? FirstDay(Analysis analysis, DateOnly reference)
    {
        var calendar = new CalendarDate(analysis, reference);
        foreach (Sentence line in analysis.Sentences.Take(HeadSentences))
        {
            if (line.End - line.First > LongestLine || analysis.Marks(line.First, line.End).Any(m => m.Of(Sort.Trigger) is not null)) continue;
            if (In(analysis, calendar, line, reference) is { } first) return first;
        }

        return null;
    }

    private static DateOnly? In(Analysis analysis, CalendarDate calendar, Sentence line, DateOnly reference)
    {
        bool monthly = analysis.HasGrammar(line.First, line.End, "Monthly");
        for (int at = line.First; at < line.End; at++)
        {
            if (monthly && calendar.MonthAt(at, line.End) is { From: { } month, To: { } over } && HasJustEnded(month, over, reference)) return month;
            if (calendar.At(at, line.End) is { Mention: { From: { } last, Precision: TimePrecision.Day } } && Opening(analysis, calendar, line, at, last) is { } first && HasJustEnded(first, last, reference)) return first;
        }

        return null;
    }

    // "1 to", "12-", "29 April – ": the day before the last one, of the same month unless it names its own.
    private static DateOnly? Opening(Analysis analysis, CalendarDate calendar, Sentence line, int last, DateOnly until)
    {
        int before = last;
        if (before > line.First && analysis.GrammarAt(before - 1, before, "PeriodTo").Entry is not null) before--;
        else if (!analysis.Document.GapBefore(before).ContainsAny('-', '–')) return null;
        if (before <= line.First) return null;
        if (before - 2 >= line.First && calendar.At(before - 2, before) is { Mention: { From: { } named, End: var end } } && end == before) return named <= until ? named : named.AddYears(-1);
        return DayOf(analysis.Words[before - 1].Text) is var day && day > 0 && day < until.Day ? new DateOnly(until.Year, until.Month, day) : null;
    }

    // "1", "1er", "3rd".
    private static int DayOf(string word)
    {
        int digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && word.Length - digits <= 2 ? int.Parse(word.AsSpan(0, digits)) : 0;
    }

    private static bool HasJustEnded(DateOnly first, DateOnly last, DateOnly reference) =>
        last.DayNumber - first.DayNumber is > 0 and < MostDays && reference.DayNumber - last.DayNumber is >= 0 and <= DaysToSend;
}
