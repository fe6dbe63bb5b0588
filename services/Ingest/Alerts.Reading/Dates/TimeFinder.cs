using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>Finds the times that a text names, looking into the past from a reference day.</summary>
internal sealed class TimeFinder(Analysis analysis, DateOnly reference)
{
    private const int LongestAgo = 200;
    private const int LongestCounted = 31;
    private const int DawnHour = 6;

    private readonly CalendarDate _calendar = new(analysis, reference);
    private readonly RelativeDay _relative = new(analysis, reference);
    private readonly OtherDays _others = new(analysis, reference);

    // The day named last: "the previous evening" is counted from it.
    private DateOnly? _latest;

    // Hours behind a night are on its second day.
    private DateOnly? _latestEnd;

    // Both as they were before the sentence found last.
    private (DateOnly? Day, DateOnly? End) _before;

    // What the text told last of the past: "that Thursday" is a day of it.
    private TimeMention? _past;

    /// <summary>Lets "the same day" and "the evening before" be counted from a day that the text gives elsewhere.</summary>
    public void CountFrom(DateOnly day, DateOnly? end = null) => (_latest, _latestEnd) = (day, end ?? day);

    /// <summary>Counts on from the day that the text named before the sentence found last, when it named one: that sentence's own is of something else than what happened.</summary>
    public void CountFromBefore()
    {
        if (_before.Day is not null) (_latest, _latestEnd) = _before;
    }

    /// <summary>All times of a sentence, from left to right.</summary>
    public List<TimeMention> Find(Sentence sentence)
    {
        var found = new List<TimeMention>();
        _before = (_latest, _latestEnd);
        for (int at = sentence.First; at < sentence.End;)
        {
            TimeMention? mention = analysis.MayBeginNumber(at) && !IsOfName(at) ? At(at, sentence) : null;
            if (mention is { To: { } to } && to < reference.AddDays(-Math.Min(NewsJudge.NewsDays, reference.DayNumber))) _past = mention;
            if (mention is { From: { } day, Precision: TimePrecision.Day }) (_latest, _latestEnd) = (day, mention.To);
            if (mention is not null) found.Add(_others.Judged(mention, sentence) with { IsSince = IsSince(mention, sentence) });
            at = mention?.End ?? at + 1;
        }

        return [.. found.Select((mention, i) => IsSmallHours(found, i) ? mention with { From = mention.To } : mention).Where((_, i) => !IsNamedBehind(found, i))];
    }

    // "Earlier that night, at about 2130 on Monday": the day that the text names there.
    private bool IsNamedBehind(List<TimeMention> found, int i)
    {
        if (!found[i].IsVague) return false;
        int end = found[i].End;
        for (int next = i + 1; next < found.Count; next++)
        {
            for (; end < found[next].First; end++)
            {
                if (!analysis.Is(end, WordClass.Function | WordClass.Prep | WordClass.Det) || analysis.Is(end, WordClass.Clause)) return false;
            }

            if (found[next] is { From: not null, Precision: TimePrecision.Day }) return !found[next].IsVague && !found[next].IsOfOther;
            end = found[next].End;
        }

        return false;
    }

    // "In the night from Friday to Saturday, shortly after one": that was on Saturday.
    private static bool IsSmallHours(List<TimeMention> found, int i) =>
        found[i] is { Part: PartOfDay.Night, From: { } from, To: { } to } && to > from && i + 1 < found.Count && found[i + 1] is { From: null, Clock.Hour: < DawnHour };

    private TimeMention? At(int at, Sentence sentence)
    {
        int end = sentence.End;
        if (_relative.IsBehindNight(at, sentence) && _calendar.Pair(at, end) is { } pair) return pair with { Part = PartOfDay.Night };
        if (_calendar.At(at, end) is { } calendar) return _relative.NightOf(calendar.Mention, sentence) ?? calendar.Mention;
        (Entry? entry, int count) = analysis.GrammarAt(at, end, "Weekday", "Today", "Yesterday", "DayBefore", "DayEarlier", "DayLater", "SameDay", "HoursLater", "Morning", "Afternoon", "Evening", "Night");
        if (entry is { Key: "Morning" or "Afternoon" or "Evening" or "Night" } && IsKindOf(at, at + count, sentence)) return null;
        if (entry is { Key: "Weekday" } && _past is not null && IsThat(at, at + count, sentence)) return _past with { First = at, End = at + count };
        if (entry is { Key: "Weekday" }) return WeekdayAt(at, sentence, entry.Value, count);
        if (entry is { Key: "SameDay" }) return TimeMention.Day(at, at + count, _latest ?? reference) with { IsVague = true };
        if (entry is { Key: "HoursLater" }) return TimeMention.Day(at, at + count, _latestEnd ?? reference);
        if (entry is { Key: "DayEarlier" or "DayLater" }) return Beside(at, at + count, entry.Key == "DayLater", sentence);

        if (entry is not null && _relative.Named(entry, at, at + count) is { } named) return named;
        if (_calendar.MonthAt(at, end) is { } month) return month;
        if ((Counted(at, end) ?? Ago(at, end)) is { } ago) return ago;
        if (HourLed(at, sentence) is { } hour) return new TimeMention(at, at + 1) { Clock = hour, ClockToTheMinute = true };
        if (CalendarDate.YearLed(analysis.Words[at].Text) is var year and > 0 && at > sentence.First && analysis.GrammarAt(at - 1, at, "YearLead").Entry is not null)
            return new TimeMention(at, at + 1) { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31), Precision = TimePrecision.Month };
        return Clock.At(analysis.Document, at, end) is { } clock
            ? new TimeMention(at, at + clock.Count) { Clock = clock.Time, ClockToTheMinute = clock.ToTheMinute }
            : null;
    }

    // "Released at 1400", and in a message "held since 1000"; but "in 1806", "at 1400 metres", "at 2000 people".
    private TimeOnly? HourLed(int at, Sentence sentence)
    {
        if (at == sentence.First || Clock.Bare(analysis.Words[at].Text) is not { } hour || (at + 1 < sentence.End && analysis.GrammarAt(at + 1, sentence.End, "Measure").Entry is not null)) return null;
        bool isHour = analysis.GrammarAt(at - 1, at, "HourLead").Entry is not null
            || (analysis.Words.Count <= NewsScale.MessageWords && CalendarDate.Year(analysis.Words[at].Text) == 0 && analysis.GrammarAt(at - 1, at, "HourBound").Entry is not null);
        bool counts = at + 1 < sentence.End && analysis.Document.JoinsNext(at) && analysis.Over(at + 1) is { } counted && (counted.Of(Sort.Person) ?? counted.Of(Sort.Thing) ?? counted.Of(Sort.Role)) is not null;
        return isHour && !counts ? hour : null;
    }

    // "the day before", "le lendemain"; "la veille du 9 juin" is counted from what follows, and "on the eve of the vote" from a day that the text does not give.
    private TimeMention? Beside(int first, int end, bool isLater, Sentence sentence)
    {
        DateOnly from = _latest ?? reference;
        if (_others.IsBesideOther(end, sentence))
        {
            int day = analysis.Is(end, WordClass.Of) ? end + 1 : end;
            if (day >= sentence.End || At(day, sentence) is not { From: { } named, Precision: TimePrecision.Day } of) return null;
            (from, end) = (named, of.End);
        }

        return TimeMention.Day(first, end, isLater ? (from < reference ? from.AddDays(1) : from) : from.DayNumber > 0 ? from.AddDays(-1) : from) with { IsVague = true };
    }

    // "The night raid on the school", "a night watchman": of what kind it was, not when.
    private bool IsKindOf(int first, int end, Sentence sentence) =>
        end == first + 1 && first > sentence.First && analysis.Is(first - 1, WordClass.Det) && end < sentence.End && analysis.Document.JoinsNext(first)
        && analysis.Over(end) is { } kind && (kind.Of(Sort.Trigger) is { Event.Form: TriggerForm.Noun } || kind.Of(Sort.Person) is not null || kind.Of(Sort.Thing) is not null);

    // "Champ de Mars".
    private bool IsOfName(int at) => analysis.Over(at) is { } mark && mark.IsCue("NoTime");

    // "on that Thursday", "ce jeudi-là"; in "said that Thursday …" it is another "that".
    private bool IsThat(int first, int end, Sentence sentence) =>
        (first > sentence.First && analysis.GrammarAt(first - 1, first, "ThatBefore").Entry is not null && (first - 1 == sentence.First || analysis.Is(first - 2, WordClass.Prep))) || (end < sentence.End && analysis.GrammarAt(end, end + 1, "ThatAfter").Entry is not null);

    // "Saturday, May 1" is one day, and the calendar says it better.
    private TimeMention WeekdayAt(int at, Sentence sentence, int weekday, int count)
    {
        if (at + count < sentence.End && !analysis.Document.GapAfter(at + count - 1).Contains('\n') && _calendar.At(at + count, sentence.End) is { } date)
        {
            TimeMention whole = date.Mention with { First = at };
            return _relative.NightOf(whole, sentence) ?? whole;
        }

        TimeMention day = _calendar.WeekdayAndDay(at, at + count, weekday, sentence.End) ?? _relative.Weekday(at, at + count, weekday, sentence);
        return _relative.NightOf(day, sentence) ?? day;
    }

    // "Two days earlier", "trois jours plus tard": from the day told last.
    private TimeMention? Counted(int at, int end)
    {
        if (at + 2 >= end || !analysis.Is(at + 1, WordClass.Day) || NumberAt(at, end) is not (> 0 and <= LongestCounted and var days)) return null;
        if (analysis.GrammarAt(at + 2, end, "DaysLater", "DaysEarlier") is not { Entry: { } entry, Count: var count }) return null;
        DateOnly from = _latest ?? reference;
        DateOnly later = from.AddDays(Math.Min(days, Math.Max(0, reference.DayNumber - from.DayNumber)));
        return TimeMention.Day(at, at + 2 + count, entry.Key == "DaysLater" ? later : from.DayNumber > days ? from.AddDays(-days) : from) with { IsVague = true };
    }

    // "three days ago", "a year ago", "il y a quatre ans", "last week", "le mois dernier", "nine days since".
    private TimeMention? Ago(int at, int end)
    {
        (Entry? unit, int count) = analysis.GrammarAt(at, end, "LastWeek", "LastMonth", "LastYear", "FewDays");
        if (unit is not null) return Back(at, at + count, 1, unit.Key);
        (Entry? lead, int led) = analysis.GrammarAt(at, end, "AgoLead");
        int start = lead is null ? at : at + led;
        if (start + 1 >= end) return null;
        int? number = NumberAt(start, end);
        if (number is not { } n || n > LongestAgo) return null;
        int after = start + 1;
        if (lead is null && (after + 1 >= end || !(analysis.Is(after + 1, WordClass.Ago | WordClass.Since) || IsBefore(after + 1, end)))) return null;
        string? key = analysis.Is(after, WordClass.Day) ? "Day" : analysis.Is(after, WordClass.Week) ? "LastWeek" : analysis.Is(after, WordClass.MonthUnit) ? "LastMonth" : analysis.Is(after, WordClass.Year) ? "LastYear" : null;
        return key is null ? null : Back(at, lead is null ? after + 2 : after + 1, n, key);
    }

    // "had been shot three weeks before." counts back; "three weeks before the vote" does from the vote.
    private bool IsBefore(int at, int end) => analysis.GrammarAt(at, at + 1, "AgoAtEnd").Entry is not null && (at + 1 >= end || !analysis.Document.JoinsNext(at));

    private int? NumberAt(int at, int end)
    {
        string word = analysis.Words[at].Text;
        if (word.Length <= 3 && int.TryParse(word, out int digits)) return digits;
        (Entry? number, _) = analysis.GrammarAt(at, end, "Number", "Tens", "Singular1");
        return number?.Value ?? (word is "a" or "an" or "un" or "une" ? 1 : null);
    }

    private TimeMention Back(int first, int end, int count, string unit)
    {
        (int from, int to, TimePrecision precision) = unit switch
        {
            "Day" => (count, count, TimePrecision.Day),
            "FewDays" => (5, 2, TimePrecision.Week),
            "LastWeek" => ((count * 7) + 4, Math.Max(1, (count * 7) - 6), TimePrecision.Week),
            "LastMonth" => ((count * 31) + 15, Math.Max(1, (count * 30) - 25), TimePrecision.Month),
            _ => ((count * 366) + 200, (count * 365) - 200, TimePrecision.Month),
        };
        return new TimeMention(first, end) { From = Minus(from), To = Minus(to), Precision = precision };
    }

    private DateOnly Minus(int days) => reference.DayNumber > days ? reference.AddDays(-days) : DateOnly.MinValue;

    // "In the night from Friday to Saturday" begins no period.
    private bool IsSince(TimeMention mention, Sentence sentence) =>
        mention.Part is not PartOfDay.Night && mention.First > sentence.First && analysis.GrammarAt(mention.First - 1, mention.First, "SinceLead").Entry is not null;
}
