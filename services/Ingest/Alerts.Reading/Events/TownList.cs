using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Towns that a sentence lists as where something happened: "bombs went off in Talca, Temuco and Viña del Mar", "six died in Gao and four in Mopti" tell one event in each.</summary>
internal static class TownList
{
    // "And a teacher in Mopti", "l'autre à Mopti": no more words than this stand between two towns of a list.
    private const int MostBetween = 7;

    // "In Gao on Sunday and in Mopti on Friday".
    private const int DayReach = 2;

    /// <summary>A mention for each further town of the list that holds the place of a mention; none when it stands alone. What was told of all stays with the first.</summary>
    public static IEnumerable<EventMention> Others(Analysis analysis, EventMention mention, IReadOnlyList<PlaceMention> places, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times)
    {
        if (mention.Place is not { } own || !MayBeTown(own) || places.ToList().FindIndex(p => p.First == own.First) is not (>= 0 and var at)) yield break;
        int first = at;
        while (first > 0 && LinkOf(analysis, places[first - 1], places[first], nouns) != Link.None) first--;
        int last = at;
        while (last + 1 < places.Count && LinkOf(analysis, places[last], places[last + 1], nouns) != Link.None) last++;

        if (first == last || !IsWhere(places[first], mention) || analysis.GrammarAt(places[first].First - 1, places[first].First, "Between").Entry is not null) yield break;

        // "Malacatán, San Marcos": names with nothing but commas are a town and what it lies in.
        bool listed = Enumerable.Range(first, last - first).Any(i => LinkOf(analysis, places[i], places[i + 1], nouns) == Link.And) || NameLists.GoesOn(analysis, places[last].End, mention.Sentence);
        if (!listed && !IsHeading(analysis, mention.Sentence, places[first], places[last])) yield break;
        List<PlaceMention> told = [own];
        foreach (PlaceMention place in places.Skip(first).Take(last - first + 1))
        {
            Toll? toll = TollAt(analysis, mention, place);

            // Names that the gazetteer does not know are towns of their own when their dead are counted apart: "70 killed in Tchombangou, 30 in Zaroumadareye".
            if (told.Exists(t => t.IsUnknown == place.IsUnknown && !place.IsUnknown && t.IsAt(place)) || (place.IsUnknown && (toll is null || place.First == own.First))) continue;
            told.Add(place);
            yield return mention.Again(place with { IsLocative = true }, times.FirstOrDefault(t => t.From is not null && t.First >= place.End && t.First <= place.End + DayReach), toll);
        }
    }

    // "Six were killed in Gao and four in Mopti": the number right before the town counts the same harm there.
    private static Toll? TollAt(Analysis analysis, EventMention mention, PlaceMention place)
    {
        if (mention.Tolls is not [var first, ..]) return null;
        for (int word = place.First - 1; word > mention.Sentence.First; word--)
        {
            if (NumberReader.At(analysis, word, place.First) is { Value: var count } number && number.End == word + 1) return new Toll(first.IsKilled, new CasualtyRange(null, count, null), null, number.First, number.End);
            if (!analysis.Is(word, WordClass.Locative | WordClass.Det)) return null;
        }

        return null;
    }

    private static bool MayBeTown(PlaceMention place) => place.Precision == PlacePrecision.City || place.IsUnknown;

    // "attacked Gao and Mopti": the towns are what was attacked.
    private static bool IsWhere(PlaceMention place, EventMention mention) =>
        !place.IsWay && (place.IsLocative || (mention.Kind.Form == TriggerForm.Verb && place.First >= mention.Trigger.End && place.First <= mention.Trigger.End + 1));

    // "Gao, Mopti: gunmen killed two".
    private static bool IsHeading(Analysis analysis, Sentence sentence, PlaceMention first, PlaceMention last) =>
        first.First <= sentence.First + 1 && last.End < sentence.End && analysis.Document.GapAfter(last.End - 1).Contains(':');

    // "Talca, Temuco and": a comma or a word for "and" is all that stands between, or who else was hit there.
    private static Link LinkOf(Analysis analysis, PlaceMention one, PlaceMention other, IReadOnlyList<Noun> nouns)
    {
        if (!MayBeTown(one) || !MayBeTown(other)) return Link.None;
        if (other.First < one.End || other.First > one.End + MostBetween || other.IsWay) return Link.None;
        bool comma = analysis.Document.GapAfter(one.End - 1).Contains(',');
        Link link = comma && other.First == one.End ? Link.Comma : Link.None;
        for (int word = one.End; word < other.First; word++)
        {
            if (analysis.Is(word, WordClass.And)) link = Link.And;
            else if (analysis.GrammarAt(word, other.First, "TheOther") is { Entry: not null, Count: var count }) (link, word) = (Link.And, word + count - 1);
            else if (NumberReader.At(analysis, word, other.First) is { } number) word = number.End - 1;
            else if (nouns.FirstOrDefault(n => n.First <= word && n.End > word) is { } noun) word = noun.End - 1;
            else if (analysis.Over(word)?.Of(Sort.Harm) is not null) continue;
            else if (!analysis.Is(word, WordClass.Day) && !(analysis.Is(word, WordClass.Locative | WordClass.Det) && (word > one.End || analysis.Is(word + 1, WordClass.Day)))) return Link.None;
        }

        return link;
    }

    private enum Link
    {
        None,
        Comma,
        And,
    }
}
