using System.Buffers;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Events;

/// <summary>Signs of those whom a text names beside an event: who is told of it, who claims it, who speaks in an interview, the police that arrest somebody for it.</summary>
internal sealed class BesideSigns(Analysis analysis, EventGroup group)
{
    private const int DutyReach = 2;
    private const int PhraseWords = 3;

    // What ends the name of a source.
    private static readonly SearchValues<char> Stops = SearchValues.Create(",.;\"»”");

    private readonly Claims _claims = new(analysis);

    public IEnumerable<string> Of(Noun noun, Sentence sentence, int left, bool isCulprit)
    {
        if (Begins("Tells", left, sentence) >= 0) yield return "Told";
        if (Begins("Led", left, sentence) is > 0 and var led && IsRebel(led - 1)) yield return "Led";
        if (IsSource(noun, left, sentence)) yield return "SaidBy";
        if (analysis.Is(left, WordClass.None)) yield return "Spared";
        if (noun.CanAct && analysis.HasGrammar(noun.End, sentence.End, "Uninvolved")) yield return "Uninvolved";
        if (noun.IsName && analysis.Document.CapitalsTell && noun.First > sentence.First && analysis.Is(noun.First - 1, WordClass.Definite) && !analysis.Is(noun.First - 2, WordClass.Of)) yield return "Thing.Name";
        if (noun is { IsThing: true, Target: Terms.TargetKind.Transport } && noun.End < sentence.End && analysis.GrammarAt(noun.End, sentence.End, "Laden").Entry is not null) yield return "Laden";
        if (IsLabel(noun)) yield return "Label";
        if (noun.IsState && group is not (EventGroup.Arrest or EventGroup.Release) && IsOnDuty(noun, sentence, left)) yield return "Duty";
        if (_claims.In(sentence) is { } claim) yield return noun.First <= claim.First ? "Claims" : "BehindClaim";
        if (analysis.Cue("Blamed", sentence.First, sentence.End) is { } blame) yield return noun.First >= blame.First ? "Blamed" : "BeforeBlame";
        if (analysis.HasCue("Denied", sentence.First, sentence.End)) yield return "Denial";
        if (noun.IsRole && analysis.GrammarAt(noun.Head, noun.End, "Faceless").Entry is not null) yield return "Faceless";
        if (noun is { IsPerson: true, ActorType: Terms.ActorType.Rioters or Terms.ActorType.Protesters } && !isCulprit && group != EventGroup.Unrest && !analysis.Is(left, WordClass.By)) yield return "Crowd";
    }

    // Where the phrase of a class begins that ends right before somebody: "told reporters", "said in a talk with the press"; -1 when none does.
    private int Begins(string key, int left, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, left - PhraseWords); at <= left; at++)
        {
            if (analysis.GrammarAt(at, left + 1, key) is { Entry: not null } phrase && at + phrase.Count == left + 1) return at;
        }

        return -1;
    }

    // "the ELN, led by X": its chief is not what it hits.
    private bool IsRebel(int word) => analysis.Over(word)?.Entries.Any(e => e.Sort is Sort.Role or Sort.Actor && (e.ActorType ?? e.Actor?.Type) is Terms.ActorType.RebelGroups or Terms.ActorType.PoliticalMilitias) == true;

    // "says his father, to light the oven", "according to a nurse": who only tells it.
    private bool IsSource(Noun noun, int left, Sentence sentence)
    {
        if (!noun.IsPerson || (noun.Number is { } number && !analysis.Is(number.First, WordClass.Singular)) || left <= sentence.First || analysis.Is(noun.First - 1, WordClass.Clause)) return false;
        bool ends = analysis.Document.GapAfter(noun.PhraseEnd - 1).ContainsAny(Stops);
        return ends && (analysis.Is(left, WordClass.Say) || Begins("Sources", left, sentence) >= 0);
    }

    // "[Reporter]", "(Radio X)": a heading within the text, which says whose words follow.
    private bool IsLabel(Noun noun) => noun.Actor is null && analysis.Document.GapBefore(noun.First).ContainsAny('[', '(');

    // "the police arrested", "was deactivated by the police".
    private bool IsOnDuty(Noun noun, Sentence sentence, int left)
    {
        int at = noun.End;
        while (at < Math.Min(sentence.End, noun.End + DutyReach) && analysis.Is(at, WordClass.Be | WordClass.Aux)) at++;
        if (IsDuty(at, sentence)) return true;
        return analysis.Is(left, WordClass.By) && left > sentence.First && IsDuty(left - 1, sentence);
    }

    private bool IsDuty(int word, Sentence sentence) => word < sentence.End && analysis.GrammarAt(word, sentence.End, "Duty").Entry is not null;
}
