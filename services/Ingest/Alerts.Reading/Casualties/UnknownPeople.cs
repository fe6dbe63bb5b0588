using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Casualties;

/// <summary>Finds where people end whom no lexicon knows: "12 crewmen", "five airport labourers", "a welder of the second shift". Only a word of harm behind tells that they are people.</summary>
internal sealed class UnknownPeople(Analysis analysis)
{
    private const int MostWords = 3;
    private const int MostComplement = 4;

    /// <summary>The word behind them; the first word itself when what stands there may be something else.</summary>
    public int End(int first, Sentence sentence)
    {
        int at = first;
        while (at < sentence.End && at - first < MostWords && analysis.Document.JoinsNext(at - 1) && IsPlain(at)) at++;
        if (at > first && analysis.Over(at - 1)?.Of(Sort.Thing) is not null) return first;
        if (at == first || at >= sentence.End || !analysis.Is(at, WordClass.Of) || !analysis.Document.JoinsNext(at - 1)) return at;
        int end = at + 1;
        while (end < sentence.End && end - at <= MostComplement && analysis.Document.JoinsNext(end - 1) && (analysis.Is(end, WordClass.Det) || IsPlain(end) || IsOfOther(end))) end++;
        return end;
    }

    // "of an army platoon".
    private bool IsOfOther(int word) => analysis.Over(word) is { } mark && (mark.Of(Sort.Role) ?? mark.Of(Sort.Actor)) is not null && mark.Of(Sort.Trigger) is null && mark.Of(Sort.Harm) is null;

    private bool IsPlain(int word) =>
        (analysis.Over(word) is not { } mark || mark.Of(Sort.Person) is not null || (mark.Of(Sort.Thing) is not null && mark.Of(Sort.Trigger) is null)) && analysis.GrammarAt(word, word + 1).Entry is null or { Key: "PlaceNoun" or "Collective" } && !char.IsAsciiDigit(analysis.Words[word].Text[0])
        && !analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say | WordClass.Near | WordClass.Of | WordClass.Locative | WordClass.By | WordClass.And | WordClass.Det);
}
