using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>
/// The window that a bulletin says that it covers, about a day from one clock time to the next ("Reporting window: Mon 12 June 07:00 to Tue 13 June 07:00"): what it tells with a clock time
/// and no day happened on the day of the window on which that time falls.
/// </summary>
internal sealed record ReportingWindow(DateOnly First, TimeOnly Turn)
{
    // It is stated at the head of a bulletin, in a line of its own.
    private const int HeadSentences = 12;
    private const int LongestLine = 24;
    private const int FewestHours = 18;
    private const int MostHours = 26;
    private const int HoursOfDay = 24;

    /// <summary>The window that a text states; null when it states none.</summary>
    public static ReportingWindow? Of(Analysis analysis, DateOnly reference)
    {
        foreach (Sentence sentence in analysis.Sentences.Take(HeadSentences))
        {
            if (sentence.End - sentence.First <= LongestLine && In(analysis, sentence, reference) is { } window) return window;
        }

        return null;
    }

    /// <summary>The day on which a time of day falls.</summary>
    public DateOnly DayOf(TimeOnly clock) => clock >= Turn ? First : First.AddDays(1);

    private static ReportingWindow? In(Analysis analysis, Sentence sentence, DateOnly reference)
    {
        bool labelled = analysis.HasGrammar(sentence.First, sentence.End, "WindowLabel");
        bool counted = analysis.HasGrammar(sentence.First, sentence.End, "WindowDay");
        if (!labelled && !counted) return null;
        if (analysis.Marks(sentence.First, sentence.End).Any(m => m.Of(Sort.Trigger) is not null)) return null;
        List<TimeMention> times = new TimeFinder(analysis, reference).Find(sentence);
        List<DateOnly> days = [.. times.Where(t => t is { From: not null, Precision: TimePrecision.Day } && t.From == t.To && !analysis.HasGrammar(t.First, t.End, "WindowDay")).Select(t => t.From!.Value)];
        List<TimeOnly> clocks = Clocks(analysis, sentence, times);
        return (days, clocks) switch
        {
            ([var from, var to], [var start, var end]) when to.DayNumber - from.DayNumber == 1 && IsADay(start, end) => new ReportingWindow(from, start),
            ({ Count: <= 1 }, [var end]) when counted => Ending(days is [var last] ? last : reference, end),
            _ => null,
        };
    }

    private static bool IsADay(TimeOnly start, TimeOnly end) => HoursOfDay + (end.ToTimeSpan() - start.ToTimeSpan()).TotalHours is >= FewestHours and <= MostHours;

    // "last 24 hours to 0600".
    private static ReportingWindow? Ending(DateOnly day, TimeOnly end) => day.DayNumber > 0 ? new ReportingWindow(day.AddDays(-1), end) : null;

    // With "0700", which is a time of day beside days only.
    private static List<TimeOnly> Clocks(Analysis analysis, Sentence sentence, List<TimeMention> times)
    {
        List<TimeOnly> clocks = [];
        for (int word = sentence.First; word < sentence.End; word++)
        {
            if (times.Find(t => t.First <= word && word < t.End) is { } time)
            {
                if (time.Clock is { } clock && time.First == word) clocks.Add(clock);
            }
            else if (analysis.Words[word].Text is { Length: 4 } digits && digits.All(char.IsAsciiDigit) && CalendarDate.Year(digits) == 0
                && TimeOnly.TryParseExact(digits, "HHmm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out TimeOnly bare))
            {
                clocks.Add(bare);
            }
        }

        return clocks;
    }
}
