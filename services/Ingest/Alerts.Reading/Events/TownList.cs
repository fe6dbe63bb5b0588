using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Towns that a sentence lists as where something happened: "bombs went off in Talca, Temuco and Viña del Mar" tells one event in each.</summary>
internal static class TownList
{
    // Towns closer than this are where one event happened.
    private const double OneEventKm = 25;

    /// <summary>A mention for each further town of the list that holds the place of a mention; none when it stands alone. What was told of all stays with the first.</summary>
    public static IEnumerable<EventMention> Others(Analysis analysis, EventMention mention, IReadOnlyList<PlaceMention> places)
    {
        if (mention.Place is not { Precision: PlacePrecision.City, IsUnknown: false } own || !places.Contains(own)) yield break;
        int at = places.ToList().IndexOf(own);
        int first = at;
        while (first > 0 && IsNext(analysis, places[first - 1], places[first])) first--;
        int last = at;
        while (last + 1 < places.Count && IsNext(analysis, places[last], places[last + 1])) last++;
        if (first == last || !places[first].IsLocative || places[first].IsWay) yield break;
        List<PlaceMention> told = [own];
        foreach (PlaceMention place in places.Skip(first).Take(last - first + 1))
        {
            if (told.Exists(t => t.Point.DistanceKmTo(place.Point) <= OneEventKm)) continue;
            told.Add(place);
            var other = new EventMention(mention.Sentence, mention.Trigger, mention.Kind) { Place = place, Time = mention.Time, IsPlural = mention.IsPlural, IsBombing = mention.IsBombing, IsOfAnyDead = mention.IsOfAnyDead };
            other.Doers.AddRange(mention.Doers);
            other.Targets.AddRange(mention.Targets);
            yield return other;
        }
    }

    // "Talca, Temuco and": a comma or a word for "and" is all that stands between.
    private static bool IsNext(Analysis analysis, PlaceMention one, PlaceMention other)
    {
        if (other is not { Precision: PlacePrecision.City, IsUnknown: false } || one is not { Precision: PlacePrecision.City, IsUnknown: false }) return false;
        if (other.First < one.End || other.First > one.End + 2) return false;
        for (int word = one.End; word < other.First; word++)
        {
            if (!analysis.Is(word, WordClass.And) && !(word > one.End && analysis.Is(word, WordClass.Locative))) return false;
        }

        return other.First > one.End || analysis.Document.GapAfter(one.End - 1).Contains(',');
    }
}
