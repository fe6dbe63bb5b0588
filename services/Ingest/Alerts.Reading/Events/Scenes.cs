using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;

namespace Alerts.Reading.Events;

/// <summary>Finds where a sentence goes on to another town: "a car bomb killed three in Mogadishu, while shells wounded five in Baidoa", "a woman was killed in Gao and two men were wounded in Mopti".</summary>
internal sealed class Scenes(Analysis analysis)
{
    /// <summary>The first word of what the sentence tells of the second town; null when it tells of one.</summary>
    public int? In(Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<PlaceMention> places)
    {
        for (int word = sentence.First + 1; word < sentence.End; word++)
        {
            bool contrasts = analysis.GrammarAt(word, sentence.End, "Contrast").Entry is not null;
            if (!contrasts && !analysis.Is(word, WordClass.And)) continue;
            PlaceMention? here = places.LastOrDefault(p => p.End <= word && p.IsScene);
            PlaceMention? there = places.FirstOrDefault(p => p.First > word && p.IsScene);
            if (here is null || there is null || here.IsAt(there) || !Tells(sentence.First, word)) continue;
            int next = places.FirstOrDefault(p => p.First >= there.End && p.IsScene)?.First ?? sentence.End;
            if (contrasts ? Tells(word, next) : IsClosed(sentence.First, here, word) && HasClause(word + 1, there, next, nouns)) return word;
        }

        return null;
    }

    // A clause with a verb of its own stands before: not "explosions in Gao and two trucks burned in Mopti", nor "in Gao, where the farms and two villages were hit".
    private bool IsClosed(int first, PlaceMention here, int word) =>
        analysis.Marks(first, word).Any(m => IsTelling(m) && IsVerb(m)) && !Enumerable.Range(here.End, word - here.End).Any(IsClause);

    // Somebody or something right behind the word, and a verb that tells what befell him or what it did: "and a mine killed two", "et une école a été incendiée".
    private bool HasClause(int first, PlaceMention there, int end, IReadOnlyList<Noun> nouns)
    {
        if (analysis.Marks(first, end).FirstOrDefault(IsTelling) is not { } deed) return false;

        // "And gunmen ambushed a bus": who did it is in the words for the deed.
        if (deed.First == first) return IsVerb(deed) && nouns.Any(n => n.First == first && n.IsBefore(deed));

        // "And in Mopti a mine killed two": the town may stand first.
        int from = first;
        while (from < deed.First && (analysis.Is(from, WordClass.Det | WordClass.Locative | WordClass.Near) || (from >= there.First && from < there.End))) from++;
        bool subject = nouns.Any(n => n.PhraseFirst <= from && from < n.PhraseEnd && n.PhraseEnd <= deed.First);
        return subject && Enumerable.Range(from, deed.First - from).All(word => word == from || !analysis.Is(word, WordClass.And)) && IsVerb(deed);
    }

    private bool IsClause(int word) => analysis.Is(word, WordClass.Clause) && !analysis.Is(word, WordClass.And);

    private bool IsVerb(Mark deed) =>
        deed.Of(Sort.Trigger)?.Event is { Form: TriggerForm.Verb or TriggerForm.Kill or TriggerForm.Victim } || analysis.Is(deed.First - 1, WordClass.Be | WordClass.Aux);

    private bool Tells(int first, int end) => analysis.Marks(first, end).Any(IsTelling);

    private static bool IsTelling(Mark mark) => mark.Of(Sort.Trigger)?.Event is { Detail: not EventFinder.Means } || mark.Of(Sort.Harm) is not null;
}
