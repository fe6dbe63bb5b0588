using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Dates;

/// <summary>Days told from the day of the text: weekdays, yesterday, overnight, "the night of Tuesday to Wednesday".</summary>
internal sealed class RelativeDay(Analysis analysis, DateOnly reference)
{
    private const int DaysOfWeek = 7;

    // How many words before a day the word "night" may stand that makes it a night: "in the night of", "dans la nuit du".
    private const int NightReach = 3;

    /// <summary>The latest such weekday not after the text, or a week earlier when the text says "last".</summary>
    public TimeMention Weekday(int first, int end, int weekday, Sentence sentence)
    {
        int back = ((int)reference.DayOfWeek - (weekday % DaysOfWeek) + DaysOfWeek) % DaysOfWeek;
        bool last = (first > sentence.First && analysis.Is(first - 1, WordClass.LastUnit)) || (end < sentence.End && analysis.GrammarAt(end, sentence.End, "LastAfter").Entry is not null);
        (Entry? lastWeek, int count) = end < sentence.End ? analysis.GrammarAt(end, sentence.End, "OfLastWeek") : (null, 0);
        if (lastWeek is not null)
        {
            // Weeks begin on Monday: the day of the week before the text's own.
            int monday = ((int)reference.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
            int ofWeek = (weekday + DaysOfWeek - 1) % DaysOfWeek;
            back = monday + DaysOfWeek - ofWeek;
            end += count;
        }
        else if (last && back == 0)
        {
            back = DaysOfWeek;
        }

        PartOfDay? part = PartBehind(ref end, sentence);
        return TimeMention.Day(first, end, Back(back)) with { Part = part };
    }

    /// <summary>Today, yesterday, the parts of a day.</summary>
    public TimeMention? Named(Entry entry, int first, int end)
    {
        PartOfDay? part = PartIn(first, end);
        return entry.Key switch
        {
            "Today" => TimeMention.Day(first, end, reference) with { Part = part },
            "Yesterday" => TimeMention.Day(first, end, Back(1)) with { Part = part },
            "DayBefore" => TimeMention.Day(first, end, Back(2)) with { Part = part },
            _ => new TimeMention(first, end) { Part = Enum.Parse<PartOfDay>(entry.Key) },
        };
    }

    /// <summary>A day that the text makes a night, with the next day when it names it; null when it is none.</summary>
    public TimeMention? NightOf(TimeMention day, Sentence sentence)
    {
        if (!IsBehindNight(day.First, sentence) || day.From is not { } from) return null;
        int end = day.End;

        // "overnight into Sunday".
        if (day.First > sentence.First && analysis.GrammarAt(day.First - 1, day.First, "NightInto").Entry is not null && from.DayNumber > 0) return day with { From = from.AddDays(-1), Part = PartOfDay.Night };

        // "… to Wednesday", "au lundi 29 mars": the second day is the one after, whatever it is called.
        for (int at = day.End; at < Math.Min(sentence.End, day.End + NightReach + 2); at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "Weekday").Entry is not null) end = at + 1;
        }

        bool named = end > day.End;
        while (named && end < Math.Min(sentence.End, day.End + NightReach + 5) && IsPartOfDate(end, sentence)) end++;
        return day with { End = end, To = named && from < reference ? from.AddDays(1) : day.To, Part = PartOfDay.Night };
    }

    /// <summary>Whether a word for the night stands right before: "in the night of", "dans la nuit du".</summary>
    public bool IsBehindNight(int first, Sentence sentence)
    {
        for (int at = first - 1; at >= Math.Max(sentence.First, first - NightReach); at--)
        {
            if (analysis.GrammarAt(at, first, "Night").Entry is not null) return true;
        }

        return false;
    }

    private bool IsPartOfDate(int word, Sentence sentence) =>
        char.IsAsciiDigit(analysis.Words[word].Text[0]) || analysis.GrammarAt(word, sentence.End, "Month").Entry is not null;

    private PartOfDay? PartIn(int first, int end)
    {
        for (int at = first; at < end; at++)
        {
            if (PartAt(at, end) is { } part) return part;
        }

        return null;
    }

    private PartOfDay? PartBehind(ref int end, Sentence sentence)
    {
        if (end >= sentence.End || PartAt(end, sentence.End) is not { } part) return null;
        end++;
        return part;
    }

    private PartOfDay? PartAt(int at, int end) =>
        analysis.GrammarAt(at, end, "Morning", "Afternoon", "Evening", "Night").Entry is { } entry ? Enum.Parse<PartOfDay>(entry.Key) : null;

    private DateOnly Back(int days) => reference.DayNumber > days ? reference.AddDays(-days) : reference;
}
