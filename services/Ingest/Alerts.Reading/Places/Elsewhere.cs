using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>What the words before a place say of it when it is not where something happened: where the hurt were brought or cared for, where fire came from, where somebody told it.</summary>
internal sealed class Elsewhere(Analysis analysis)
{
    // "to the regional hospital in the town of": no more words stand between a verb and the place that it leads to.
    private const int Reach = 8;
    private const int LongestPhrase = 4;
    private const int VerbReach = 3;

    private readonly Document _document = analysis.Document;

    /// <summary>"flown to Juba", "transferred to the military hospital in Kati", "évacués vers le centre de santé de Diffa": where people were brought.</summary>
    public bool IsGoal(int first, Sentence sentence)
    {
        if (first >= sentence.First + 2 && analysis.Is(first - 1, WordClass.Locative) && analysis.GrammarAt(first - 2, first, "Carried").Entry is not null) return true;
        for (int at = first - 1; at >= Math.Max(sentence.First, first - Reach) && (at == first - 1 || _document.JoinsNext(at)); at--)
        {
            if (EndsWith(at, sentence, "Brought") && (analysis.Is(at, WordClass.Locative) || (at + 1 < first && analysis.Is(at + 1, WordClass.Locative | WordClass.By)))) return true;
            if (!Passes(at)) return false;
        }

        return false;
    }

    /// <summary>"fire from the direction of Kiwanja", "obus tirés depuis les hauteurs de Sake", "from the Gubio side": where fire, or somebody, came from.</summary>
    public bool IsSource(int first, int end, Sentence sentence)
    {
        if (IsSideFrom(first, end, sentence)) return true;
        bool side = false;
        for (int at = first - 1; at >= Math.Max(sentence.First, first - Reach) && (at == first - 1 || _document.JoinsNext(at)); at--)
        {
            if (EndsWith(at, sentence, "FiredFrom") || (side && analysis.Is(at, WordClass.Origin))) return true;
            bool isSide = analysis.GrammarAt(at, at + 1, "Side").Entry is not null;
            side |= isSide;
            if (!isSide && !Passes(at)) return false;
        }

        return false;
    }

    /// <summary>"told journalists at Mokowe", "lors d'un point de presse à Goma": where somebody told it.</summary>
    public bool IsToldThere(int first, Sentence sentence)
    {
        int at = first - 1;
        while (at > sentence.First && _document.JoinsNext(at) && analysis.Is(at, WordClass.Locative | WordClass.Det | WordClass.PlaceNoun)) at--;
        return at > sentence.First && at < first - 1 && _document.JoinsNext(at) && EndsWith(at, sentence, "ToldThere");
    }

    /// <summary>"The hospital in Gusau received 26 injured", "died at the hospital of Mora", "un infirmier de l'hôpital de Dori": where the hurt are cared for; but "shelled the hospital in Gusau".</summary>
    public bool IsOfCare(int first, int end, Sentence sentence)
    {
        int care = first - 1;
        while (care > sentence.First && _document.JoinsNext(care) && !IsCare(care) && (analysis.Is(care, WordClass.Locative | WordClass.Of | WordClass.Det) || IsCare(care - 1))) care--;
        if (care < sentence.First || care == first - 1 || !IsCare(care)) return false;
        int behind = end;
        while (behind < sentence.End && behind < end + VerbReach && _document.JoinsNext(behind - 1) && analysis.Is(behind, WordClass.Aux | WordClass.Be | WordClass.Function) && !analysis.Is(behind, WordClass.Say)) behind++;
        if (behind < sentence.End && _document.JoinsNext(behind - 1) && (analysis.Is(behind, WordClass.Say) || analysis.GrammarAt(behind, sentence.End, "Receives").Entry is not null)) return true;
        int before = care - 1;
        while (before > sentence.First && _document.JoinsNext(before) && !EndsWith(before, sentence, "CareLead") && Passes(before)) before--;
        return before >= sentence.First && _document.JoinsNext(before) && EndsWith(before, sentence, "CareLead");
    }

    private bool IsSideFrom(int first, int end, Sentence sentence)
    {
        if (end >= sentence.End || !_document.JoinsNext(end - 1) || analysis.GrammarAt(end, sentence.End, "Side").Entry is null) return false;
        int at = first - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Det)) at--;
        return at >= sentence.First && analysis.Is(at, WordClass.Origin);
    }

    // Small words, words for places, a hospital with what describes it, and with what somebody was brought ("by helicopter").
    private bool Passes(int at) =>
        analysis.Is(at, WordClass.Locative | WordClass.Det | WordClass.Of | WordClass.PlaceNoun) || analysis.GrammarAt(at, at + 1, "Compass", "Settlement").Entry is not null
        || IsCare(at) || IsCare(at + 1) || IsCare(at - 1) || analysis.Is(at, WordClass.By) || analysis.Is(at - 1, WordClass.By);

    private bool IsCare(int word) => analysis.GrammarAt(word, Math.Min(analysis.Words.Count, word + LongestPhrase), "Care").Entry is not null;

    private bool EndsWith(int last, Sentence sentence, string key)
    {
        for (int at = Math.Max(sentence.First, last - LongestPhrase + 1); at <= last; at++)
        {
            if (analysis.GrammarAt(at, last + 1, key) is { Entry: not null, Count: var count } && at + count == last + 1) return true;
        }

        return false;
    }
}
