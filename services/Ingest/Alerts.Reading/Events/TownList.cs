using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Towns that a sentence lists as where something happened: "bombs went off in Talca, Temuco and Viña del Mar", "six died in Gao on Sunday and four in Mopti on Monday" tell one event in each.</summary>
internal static class TownList
{
    // "And a teacher in Mopti", "l'autre à Mopti": no more words than this stand between two towns of a list, their days aside.
    private const int MostBetween = 7;

    // "In Gao on Sunday and in Mopti on Friday", "and on Friday in Mopti".
    private const int DayReach = 2;

    /// <summary>A mention for each further town of the list that holds the place of a mention; none when it stands alone. What was told of all stays with the first.</summary>
    public static List<EventMention> Others(Analysis analysis, CountryTally countries, EventMention mention, IReadOnlyList<PlaceMention> places, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times)
    {
        if (mention.Place is not { } own || !MayBeTown(own) || places.ToList().FindIndex(p => p.First == own.First) is not (>= 0 and var at)) return [];
        int first = at;
        while (first > 0 && LinkOf(analysis, countries, places[first - 1], places[first], nouns, times) != Link.None) first--;
        int last = at;
        while (last + 1 < places.Count && LinkOf(analysis, countries, places[last], places[last + 1], nouns, times) != Link.None) last++;

        if (first == last || !IsWhere(places[first], mention) || analysis.GrammarAt(places[first].First - 1, places[first].First, "Between").Entry is not null) return [];

        // "Malacatán, San Marcos": names with nothing but commas are a town and what it lies in.
        bool listed = Enumerable.Range(first, last - first).Any(i => LinkOf(analysis, countries, places[i], places[i + 1], nouns, times) == Link.And) || NameLists.GoesOn(analysis, places[last].End, mention.Sentence);
        if (!listed && !IsHeading(analysis, mention.Sentence, places[first], places[last])) return [];
        TownShare[] shares = [.. Enumerable.Range(first, last - first + 1).Select(i => ShareOf(analysis, mention, places, i, first, last))];
        var counts = new TownTolls(analysis, mention, nouns, times, shares);
        TownShare kept = shares.First(s => s.Place.First == own.First);
        List<TownShare> told = [kept];
        List<EventMention> others = [];
        foreach (TownShare share in shares.Where(s => s != kept))
        {
            PlaceMention place = share.Place;

            // Names that the gazetteer does not know are towns of their own when their dead are counted apart: "70 killed in Tchombangou, 30 in Zaroumadareye".
            if (told.Exists(t => t.Place.IsUnknown == place.IsUnknown && !place.IsUnknown && t.Place.IsAt(place)) || (place.IsUnknown && counts.Of(share).Count == 0)) continue;
            told.Add(share);
            others.Add(mention.Again(place with { IsLocative = true }, DayOf(share, times), counts.Of(share), counts.TargetsOf(share)));
        }

        if (others.Count == 0) return [];

        // "On Monday gunmen killed two in Gao and on Tuesday three in Mopti": the day of the first is not that of all.
        if (told.Exists(t => t != kept && DayOf(t, times) is not null)) mention.Time = DayOf(kept, times) ?? mention.Time;
        counts.Keep(kept, told);
        return others;
    }

    private static TownShare ShareOf(Analysis analysis, EventMention mention, IReadOnlyList<PlaceMention> places, int at, int first, int last)
    {
        int from = at == first ? mention.Sentence.First : BreakOf(analysis, places[at - 1], places[at]);
        int end = at == last ? mention.Sentence.End : BreakOf(analysis, places[at], places[at + 1]);
        return new TownShare(places[at], from, end);
    }

    // The word that leads on to the next town.
    private static int BreakOf(Analysis analysis, PlaceMention one, PlaceMention other)
    {
        for (int word = one.End; word < other.First; word++)
        {
            if (analysis.Is(word, WordClass.And) || analysis.Document.GapBefore(word).Contains(',')) return word;
        }

        return one.End;
    }

    // The day right behind the town, else the one right before it, or behind the word that leads on to it: "and on Friday four in Mopti".
    private static TimeMention? DayOf(TownShare share, IReadOnlyList<TimeMention> times)
    {
        TimeMention[] days = [.. times.Where(t => t is { From: not null, IsOfOther: false } && t.First >= share.From && t.First < share.End)];
        return days.FirstOrDefault(t => t.First >= share.Place.End && t.First <= share.Place.End + DayReach)
            ?? days.FirstOrDefault(t => t.End <= share.Place.First && (t.First <= share.From + DayReach || t.End >= share.Place.First - DayReach));
    }

    private static bool MayBeTown(PlaceMention place) => place.Precision == PlacePrecision.City || place.IsUnknown;

    // "attacked Gao and Mopti": the towns are what was attacked.
    private static bool IsWhere(PlaceMention place, EventMention mention) =>
        !place.IsWay && (place.IsLocative || (mention.Kind.Form == TriggerForm.Verb && place.First >= mention.Trigger.End && place.First <= mention.Trigger.End + 1));

    // "Gao, Mopti: gunmen killed two".
    private static bool IsHeading(Analysis analysis, Sentence sentence, PlaceMention first, PlaceMention last) =>
        first.First <= sentence.First + 1 && last.End < sentence.End && analysis.Document.GapAfter(last.End - 1).Contains(':');

    // "Talca, Temuco and": a comma or a word for "and" is all that stands between, or a day, or who else was hit there.
    private static Link LinkOf(Analysis analysis, CountryTally countries, PlaceMention one, PlaceMention other, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times)
    {
        if (!MayBeTown(one) || !MayBeTown(other)) return Link.None;
        int days = times.Where(t => t.First >= one.End && t.End <= other.First).Sum(t => t.End - t.First + 1);
        if (other.First < one.End || other.First > one.End + MostBetween + days || other.IsWay) return Link.None;
        bool comma = analysis.Document.GapAfter(one.End - 1).Contains(',');
        Link link = comma && other.First == one.End ? Link.Comma : Link.None;
        for (int word = one.End; word < other.First; word++)
        {
            if (times.FirstOrDefault(t => t.First <= word && t.End > word) is { } day)
            {
                comma |= analysis.Document.GapAfter(day.End - 1).Contains(',');
                word = day.End - 1;
            }
            else if (analysis.Is(word, WordClass.And)) link = Link.And;
            else if (analysis.GrammarAt(word, other.First, "TheOther") is { Entry: not null, Count: var count }) (link, word) = (Link.And, word + count - 1);
            else if (NumberReader.At(analysis, word, other.First) is { } number)
            {
                // "Six in Gao on Sunday, four in Mopti".
                if (comma && link == Link.None) link = Link.Comma;
                word = number.End - 1;
            }
            else if (nouns.FirstOrDefault(n => n.First <= word && n.End > word) is { } noun) word = noun.End - 1;
            else if (analysis.Over(word)?.Of(Sort.Harm) is not null || analysis.Is(word, WordClass.Say) || countries.IsCountry(word)) continue;
            else if (!analysis.Is(word, WordClass.Day) && !(analysis.Is(word, WordClass.Locative | WordClass.Det) && (word > one.End || IsBeforeDay(analysis, word, times)))) return Link.None;
        }

        return link;
    }

    // "On Sunday", "le lendemain".
    private static bool IsBeforeDay(Analysis analysis, int word, IReadOnlyList<TimeMention> times) =>
        analysis.Is(word + 1, WordClass.Day) || times.Any(t => t.First == word + 1);

    private enum Link
    {
        None,
        Comma,
        And,
    }
}
