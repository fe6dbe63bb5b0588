using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Finds where a sentence begins to tell an earlier event, and when that was: "killed six in Gao, a day after gunmen killed four soldiers in Mopti", "two days after gunmen killed four, the market reopened on Tuesday".</summary>
internal sealed class Aftermath(Analysis analysis)
{
    // Between "two days after" and the deed: who did it, how many, where.
    private const int ClauseReach = 12;

    /// <summary>The first word of the earlier event and how many days before it happened; null when the sentence tells one event, or the earlier one in no other town.</summary>
    public (int At, int Days)? In(Sentence sentence, IReadOnlyList<PlaceMention> places)
    {
        for (int word = sentence.First + 1; word < sentence.End; word++)
        {
            if (analysis.GrammarAt(word, sentence.End, "AfterHours", "AfterDay", "AfterDays") is not { Entry: { } after, Count: var count }) continue;
            int days = after.Key switch { "AfterHours" => 0, "AfterDay" => 1, _ => NumberReader.At(analysis, word - 1, word)?.Value ?? 0 };
            if (after.Key == "AfterDays" && days == 0) continue;
            PlaceMention? here = places.LastOrDefault(p => p.End <= word && p.IsScene);
            PlaceMention? there = places.FirstOrDefault(p => p.First >= word + count && p.IsScene);
            if (here is null || there is null || here.IsAt(there)) continue;
            return (word, days);
        }

        return null;
    }

    /// <summary>The day of a deed that only says after what something else was: Sunday of "two days after gunmen killed four, the market reopened on Tuesday"; null of any other, or where it has a day of its own.</summary>
    /// <param name="mention">The deed.</param>
    /// <param name="times">The times of its sentence.</param>
    /// <param name="reference">The day of the text, from which it is counted where the sentence names none.</param>
    public TimeMention? DayOf(EventMention mention, IReadOnlyList<TimeMention> times, DateOnly reference)
    {
        Sentence sentence = mention.Sentence;
        int first = mention.Triggers.Min(t => t.First);
        for (int word = first - 1; word >= Math.Max(sentence.First, first - ClauseReach); word--)
        {
            if (analysis.GrammarAt(word, first, "AfterDay", "AfterDays") is not { Entry: { } after, Count: var count }) continue;
            NumberPhrase? number = after.Key == "AfterDays" && word > sentence.First ? NumberReader.At(analysis, word - 1, word) : null;
            if (after.Key == "AfterDays" && number is not { IsVague: false }) return null;
            int opening = number?.First ?? word;
            int end = EndOf(mention.Triggers.Max(t => t.End), sentence, times);
            if (times.Any(t => t.From is not null && t.First >= word + count && t.First < end)) return null;
            int days = number?.Value ?? 1;

            // "Three days after the raid, all agree on the hour: 05:20 on Tuesday", in a text of Friday.
            if (times.Any(t => t.First >= end && t.From is { } named && named == reference.AddDays(-days))) return null;
            TimeMention? later = times.FirstOrDefault(t => t is { From: not null, IsSince: false, Precision: TimePrecision.Day } && (t.End <= opening || t.First >= end));
            return Before(later ?? TimeMention.Day(opening, word + count, reference), opening, days) is { } day ? day with { First = opening, End = word + count } : null;
        }

        return null;
    }

    // The comma that ends the clause, or the sentence; not those of "Gao, Mali, on Friday".
    private int EndOf(int from, Sentence sentence, IReadOnlyList<TimeMention> times)
    {
        for (int end = from; end < sentence.End; end++)
        {
            if (!IsComma(end)) continue;
            int aside = IsComma(end + 1) ? 1 : IsComma(end + 2) ? 2 : 0;
            if (!times.Any(t => t.First >= end + aside && t.First <= end + aside + 1)) return end;
            end += aside;
        }

        return sentence.End;
    }

    private bool IsComma(int before) => before < analysis.Words.Count && analysis.Document.GapBefore(before).Contains(',');

    /// <summary>The day of the earlier event, when that of the later one is known.</summary>
    public static TimeMention? Before(TimeMention? later, int at, int days) =>
        later is { From: { } day, Precision: <= TimePrecision.Day } && day.DayNumber >= days ? TimeMention.Day(at, at + 1, day.AddDays(-days)) : null;
}
