using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Finds the day of an event that its own sentence does not give: in the form that it is told in, in the sentence before, in the heading over it. Holds state of one text.</summary>
internal sealed class ContextDays(Analysis analysis, TimeFinder times, IncidentForm? form, SectionHeadings sections, DateOnly reference, DateOnly news)
{
    // A form may be filled in some weeks after the event.
    private const int FormDays = 31;

    // The first day of news of each sentence, by its first word.
    private readonly Dictionary<int, TimeMention> _days = [];
    private readonly Lazy<ReportingWindow?> _window = new(() => ReportingWindow.Of(analysis, reference));
    private (TimeMention Time, int Paragraph)? _told;

    /// <summary>Takes in a sentence with what it tells, so that what follows is dated by it.</summary>
    public void Note(TellingSentence telling, IReadOnlyList<EventMention> mentions)
    {
        Sentence sentence = telling.Sentence;
        if (mentions.LastOrDefault(m => m.Time is { From: not null, Precision: TimePrecision.Day })?.Time is { From: { } day } time) times.CountFrom(day, time.To);
        else if (Lasts(sentence) || IsSpoken(sentence)) times.CountFromBefore();
        if (DaysOf(telling).FirstOrDefault() is not { } named) return;
        _days[sentence.First] = named;
        if (!mentions.Any(m => m.Background is null)) _told = (named, sentence.Paragraph);
    }

    /// <summary>Gives a mention without a day the one that its context gives.</summary>
    /// <param name="mention">What a sentence tells.</param>
    /// <param name="isFirst">Whether no other event of a paragraph was told before it.</param>
    public void Fill(EventMention mention, Func<int, bool> isFirst)
    {
        if (mention.Time is not { From: not null } && OfForm(mention.Sentence) is { } filled)
            mention.Time = filled with { Part = mention.Time?.Part ?? filled.Part, Clock = mention.Time?.Clock ?? filled.Clock, ClockToTheMinute = mention.Time is { Clock: not null } own ? own.ClockToTheMinute : filled.ClockToTheMinute };

        // "It was Tuesday night. A gang walked into the camp": the day stands in the sentence before.
        if (mention.Time is not { From: not null } && _told is { } day && day.Paragraph == mention.Sentence.Paragraph && isFirst(day.Paragraph)) mention.Time = day.Time;
        if (mention.Time is not { From: not null } && OfHeading(mention.Sentence) is { } headed) mention.Time = headed;

        // "At 19:40 a grenade was thrown" in a bulletin from seven to seven.
        if (mention.Time is { From: null, Clock: { } clock } && _window.Value is { } window && window.DayOf(clock) is var on && on <= reference) mention.Time = mention.Time with { From = on, To = on };
    }

    /// <summary>"Nobody on Saturday's bus paid attention to the boy. The gunmen made everybody get out": the day of what the text says in the paragraph before the first event that it tells.</summary>
    public TimeMention? OfOpening(Sentence first)
    {
        int before = first.Paragraph - 1;
        return analysis.Sentences.Where(s => s.Paragraph == before).Select(s => _days.GetValueOrDefault(s.First)).FirstOrDefault(d => d is not null);
    }

    /// <summary>"Quand : lundi 4 mai, entre 10h et 10h45", "from Tuesday 12th to Thursday 14th": the day or days that the form gives, not when it was filled in.</summary>
    public TimeMention? OfForm(Sentence sentence)
    {
        if (form?.DayOf(sentence) is not { } field) return null;
        TimeMention[] days = [.. new TimeFinder(analysis, reference).Find(field).Where(t => IsWithin(t with { IsSince = false }, reference.AddDays(-Math.Min(FormDays, reference.DayNumber))))];
        return days is [var first, .. var more] ? first with { To = more.Aggregate(first.To, (to, t) => t.To > to ? t.To : to) } : null;
    }

    /// <summary>The days of news that a sentence about an event names, but those on which only what came of it went on.</summary>
    public IEnumerable<TimeMention> DaysOf(TellingSentence telling) => Lasts(telling.Sentence) ? [] : telling.Times.Where(IsNews);

    /// <summary>Whether a time is a day of news on which something may have happened.</summary>
    public bool IsNews(TimeMention time) => IsWithin(time, news);

    // "Lakes | Rumbek | Thursday 14 May": the day of all that stands under it.
    private TimeMention? OfHeading(Sentence sentence) => sections.Over(sentence) is var over and >= 0 ? _days.GetValueOrDefault(analysis.Sentences[over].First) : null;

    private static bool IsWithin(TimeMention time, DateOnly first) => time is { From: not null, IsOfOther: false, IsSince: false, Precision: <= TimePrecision.Day } && time.From >= first;

    // "On Monday evening the families were still waiting", "lundi soir, on était toujours sans nouvelles": what goes on after an event.
    private bool Lasts(Sentence sentence) => analysis.HasGrammar(sentence.First, sentence.End, "Still");

    // "The ban was announced on 3 September" tells what was done that day.
    private bool IsSpoken(Sentence sentence)
    {
        for (int word = sentence.First; word < sentence.End; word++)
        {
            if (analysis.Is(word, WordClass.Say) && !analysis.Is(word - 1, WordClass.Be)) return true;
        }

        return false;
    }
}
