using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Counts people whom messages and titles name without an article: "driver killed, 2 pax injured", "Chauffeur DCD, 3 blessés", "boy hit in leg", "Veilleur frappé, soigné sur place".</summary>
/// <remarks>Only who opens a clause and has nothing but what befell him behind: other nouns without an article stand for many, or for nobody.</remarks>
internal sealed class BareTolls(Analysis analysis, HarmWords harms)
{
    // "driver has been killed".
    private const int MostBeWords = 3;

    public void Find(Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        for (int at = 0; at < nouns.Count; at++)
        {
            if (!IsBare(nouns[at]) || Befell(nouns[at].PhraseEnd, sentence) is not { } state || tolls.Exists(t => t.First < state.End && nouns[at].First < t.End)) continue;

            // "driver and conductor killed".
            bool joined = at > 0 && IsBare(nouns[at - 1]) && nouns[at - 1].PhraseEnd == nouns[at].First - 1 && analysis.Is(nouns[at].First - 1, WordClass.And);
            Noun first = joined ? nouns[at - 1] : nouns[at];
            if (Opens(first.First, sentence)) tolls.Add(new Toll(state.IsKilled, new CasualtyRange(null, joined ? 2 : 1, null), first, first.First, state.End) { IsAfter = state.IsAfter });
        }
    }

    private bool IsBare(Noun noun) => noun is { IsPerson: true, IsOne: false, IsPlural: false, IsName: false, Number: null, Actor: null }
        && analysis.GrammarAt(noun.Head, noun.End, "Collective").Entry is null && analysis.NobodyAt(noun.Head, noun.End, "Uncounted").Key is null;

    // Nothing before it, a pause, or the end of what befell another: "driver killed and conductor wounded".
    private bool Opens(int first, Sentence sentence)
    {
        if (first == sentence.First || !analysis.Document.JoinsNext(first - 1)) return true;
        return analysis.Is(first - 1, WordClass.And) && analysis.Over(first - 2)?.Of(Sort.Harm) is not null;
    }

    private (bool IsKilled, bool IsAfter, int End)? Befell(int from, Sentence sentence)
    {
        if (from >= sentence.End || !analysis.Document.JoinsNext(from - 1)) return null;
        int at = from;
        while (at < sentence.End && at - from < MostBeWords && analysis.Is(at, WordClass.Be | WordClass.Aux) && harms.At(at) is null) at++;
        if (harms.At(at) is { } harm)
            return (HarmWords.Has(harm, "participle") || !HarmWords.Has(harm, "counted")) && (harms.Befell(harm, from) || harms.IsVerbless(harm, sentence.End)) ? (HarmWords.IsKilled(harm), HarmWords.IsAfter(harm), harm.End) : null;
        return analysis.NobodyAt(at, sentence.End, "Struck") is { Key: not null } struck && Closes(at + struck.Count, sentence) ? (false, false, at + struck.Count) : null;
    }

    private bool Closes(int end, Sentence sentence) => end >= sentence.End || !analysis.Document.JoinsNext(end - 1) || analysis.Is(end, WordClass.Locative | WordClass.Prep | WordClass.By | WordClass.And);
}
