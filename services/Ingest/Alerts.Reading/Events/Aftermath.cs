using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Finds where a sentence begins to tell an earlier event: "killed six in Gao, a day after gunmen killed four soldiers in Mopti".</summary>
internal sealed class Aftermath(Analysis analysis)
{
    /// <summary>The first word of the earlier event and how many days before it happened; null when the sentence tells one event, or the earlier one in no other town.</summary>
    public (int At, int Days)? In(Sentence sentence, IReadOnlyList<PlaceMention> places)
    {
        for (int word = sentence.First + 1; word < sentence.End; word++)
        {
            if (analysis.GrammarAt(word, sentence.End, "AfterHours", "AfterDay", "AfterDays") is not { Entry: { } after, Count: var count }) continue;
            int days = after.Key switch { "AfterHours" => 0, "AfterDay" => 1, _ => NumberReader.At(analysis, word - 1, word)?.Value ?? 0 };
            if (after.Key == "AfterDays" && days == 0) continue;
            PlaceMention? here = places.LastOrDefault(p => p.End <= word && IsTown(p));
            PlaceMention? there = places.FirstOrDefault(p => p.First >= word + count && IsTown(p));
            if (here is null || there is null || here.IsAt(there)) continue;
            return (word, days);
        }

        return null;
    }

    /// <summary>The day of the earlier event, when that of the later one is known.</summary>
    public static TimeMention? Before(TimeMention? later, int at, int days) =>
        later is { From: { } day, Precision: <= TimePrecision.Day } && day.DayNumber >= days ? TimeMention.Day(at, at + 1, day.AddDays(-days)) : null;

    private static bool IsTown(PlaceMention place) => place is { Precision: <= PlacePrecision.City, IsUnknown: false, IsLocative: true, IsWay: false };
}
