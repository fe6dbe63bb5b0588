using Alerts.Gazetteer;
using Alerts.Reading.Frame;

namespace Alerts.Reading.Dates;

/// <summary>Reads when a sentence says something happened, looking into the past from a reference day.</summary>
internal static class TimeFinder
{
    private static readonly HashSet<string> YearPrepositions = ["in", "since", "of", "en", "depuis"];

    public static TimeMention Find(Document document, Sentence sentence, DateOnly reference)
    {
        DateOnly? date = null;
        PartOfDay? part = null;
        (TimeOnly Time, bool ToTheMinute)? clock = null;
        TextSpan? evidence = null;
        bool otherYear = false;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            string word = document.Words[at].Text;
            if (DayAt(document, at, sentence.End, reference) is { } day)
            {
                if (date is null) evidence = document.SpanOf(at, day.Count);
                date ??= day.Date;
                if (day.Part is { } nightly) part ??= nightly;
                at += day.Count - 1;
                continue;
            }

            if (PartOf(document, at) is { } named)
            {
                part ??= named;
                evidence ??= document.SpanOf(at, 1);
            }

            if (clock is null && Clock.At(document, at, sentence.End) is { } time)
            {
                clock = (time.Time, time.ToTheMinute);
                evidence ??= document.SpanOf(at, time.Count);
            }

            otherYear |= CalendarDate.Year(word) is var year and > 0 && year != reference.Year
                && at > sentence.First && YearPrepositions.Contains(document.Words[at - 1].Text);
        }

        return new TimeMention(date, part, clock?.Time, clock?.ToTheMinute ?? false, evidence, otherYear);
    }

    private static (DateOnly Date, int Count, PartOfDay? Part)? DayAt(Document document, int at, int end, DateOnly reference)
    {
        IReadOnlyList<FoldedWord> words = document.Words;
        if (CalendarDate.At(document, at, end, reference) is { } calendar) return (calendar.Date, calendar.WordCount, null);
        string word = words[at].Text;
        string next = at + 1 < end ? words[at + 1].Text : "";
        if (DayNames.Weekday(word) is { } weekday)
        {
            int back = ((int)reference.DayOfWeek - (int)weekday + 7) % 7;
            bool last = (at > 0 && words[at - 1].Text == "last") || next == "dernier";
            return (Back(reference, back == 0 && last ? 7 : back), 1, null);
        }

        return (word, next) switch
        {
            ("avant", "hier") => (Back(reference, 2), 2, null),
            ("last", "night") => (Back(reference, 1), 2, PartOfDay.Night),
            ("yesterday" or "hier", _) => (Back(reference, 1), 1, null),
            ("overnight", _) => (Back(reference, 1), 1, PartOfDay.Night),
            ("this", "morning") or ("ce", "matin") => (reference, 2, PartOfDay.Morning),
            ("this", "afternoon") => (reference, 2, PartOfDay.Afternoon),
            ("this", "evening") or ("ce", "soir") => (reference, 2, PartOfDay.Evening),
            ("tonight", _) => (reference, 1, PartOfDay.Evening),
            ("today", _) or ("aujourd", "hui") => (reference, word == "today" ? 1 : 2, null),
            _ => null,
        };
    }

    private static PartOfDay? PartOf(Document document, int at) => document.Words[at].Text switch
    {
        "morning" or "dawn" or "matin" or "matinee" or "aube" => PartOfDay.Morning,
        "afternoon" => PartOfDay.Afternoon,
        "midi" when at > 0 && document.Words[at - 1].Text == "apres" => PartOfDay.Afternoon,
        "evening" or "soir" or "soiree" => PartOfDay.Evening,
        "night" or "nuit" or "midnight" or "minuit" => PartOfDay.Night,
        _ => null,
    };

    private static DateOnly Back(DateOnly day, int days) => day.DayNumber > days ? day.AddDays(-days) : day;
}
