using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Tells what a word for a deed means where it stands, and whether it tells a deed there at all.</summary>
internal sealed class TriggerSense(Analysis analysis, CountryTally countries)
{
    // How many words before a weapon the verb may stand that says that somebody only has it with him.
    private const int CarryReach = 5;

    // How many words before an explosion may stand what it is said of: "prices for a seat in a boat have exploded".
    private const int FigureReach = 8;
    private const int FoeReach = 3;

    private readonly Provisos _provisos = new(analysis, new RoleFinder(analysis));

    /// <summary>What a phrase tells; null when it is no word for a deed, or none here.</summary>
    public EventKind? Of(Mark mark, Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<PlaceMention> places) =>
        mark.Of(Sort.Trigger) is null || TickBoxes.Before(analysis, mark.First, sentence) == false || IsName(mark, nouns) || KindOf(mark, sentence, nouns, places) is not { } kind || IsAdjective(mark, kind, nouns) || IsCarried(mark, kind) || IsBroughtAlong(mark, kind, sentence, nouns) || IsFigure(mark, kind, sentence) ? null : kind;

    // One word may stand in several lines ("took" a teacher, a car, a town): it tells what the first of them says whose proviso holds.
    private EventKind? KindOf(Mark mark, Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<PlaceMention> places)
    {
        foreach (Entry entry in mark.Entries)
        {
            if (entry is { Sort: Sort.Trigger, Event: { } kind } && !(kind.Form == TriggerForm.Noun && IsParticiple(mark)) && !(kind.Form == TriggerForm.Verb && IsPluralNoun(mark)) && _provisos.Hold(sentence, mark, kind, nouns, places)) return kind;
        }

        return null;
    }

    // "Frappé" is no "frappe": the accent, which words of the lexicons are without, makes a noun a participle.
    private bool IsParticiple(Mark mark) => mark.End == mark.First + 1 && analysis.Document.TextOf(mark.First, mark.End).TrimEnd('s').TrimEnd('e') is [.., 'é' or 'É'];

    // "Men with torches" is no "mob torches": behind a preposition stands a noun.
    private bool IsPluralNoun(Mark mark) => mark.End == mark.First + 1 && analysis.Words[mark.First].Text is [.., not 's', 's'] && mark.First > 0 && analysis.Document.JoinsNext(mark.First - 1) && analysis.GrammarAt(mark.First - 1, mark.First, "ArmedWith").Entry is not null;

    // "fourteen kidnapped villagers": a participle before its noun tells what they were, not what happened.
    private bool IsAdjective(Mark mark, EventKind kind, IReadOnlyList<Noun> nouns) =>
        kind.Form is TriggerForm.Verb or TriggerForm.Kill && mark.First > 0 && mark.End - mark.First == 1
        && (analysis.Is(mark.First - 1, WordClass.Det | WordClass.Near) || analysis.GrammarAt(mark.First - 1, mark.First, "Number", "Tens").Entry is not null || char.IsAsciiDigit(analysis.Words[mark.First - 1].Text[0]))
        && nouns.Any(n => n.IsPerson && n.First == mark.End);

    // "They carried iron rods and petrol bombs": what somebody only has with him has not gone off.
    private bool IsCarried(Mark mark, EventKind kind)
    {
        if (kind.Form != TriggerForm.Noun || !EventGroups.IsExplosion(kind)) return false;
        for (int word = mark.First - 1; word >= Math.Max(0, mark.First - CarryReach) && analysis.Document.JoinsNext(word); word--)
        {
            if (analysis.GrammarAt(word, mark.First, "Carries").Entry is not null) return true;
            if (analysis.Is(word, WordClass.Clause) && !analysis.Is(word, WordClass.And)) return false;
        }

        return false;
    }

    // "Men with heavy weapons had surrounded the place": what those who open a clause have with them; in "attacked soldiers with grenades" it is what they used.
    private bool IsBroughtAlong(Mark mark, EventKind kind, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        if (kind.Form != TriggerForm.Noun || !EventGroups.IsBlast(kind)) return false;
        int with = mark.First - 1;
        while (with > sentence.First && analysis.Is(with, WordClass.Det)) with--;
        return with > sentence.First && analysis.GrammarAt(with, mark.First, "ArmedWith").Entry is not null
            && nouns.Any(n => n.PhraseEnd == with && (n.IsPerson || n.CanAct) && (n.PhraseFirst <= sentence.First + 1 || analysis.Document.GapBefore(n.PhraseFirst).Contains(',')));
    }

    // "The price of millet exploded", "fighting cholera", "they went off".
    private bool IsFigure(Mark mark, EventKind kind, Sentence sentence)
    {
        if (kind.Sub == SubEventType.ArmedClash && IsBefore(mark.End, "NoFoe")) return true;
        if (kind.Form != TriggerForm.Event || !EventGroups.IsExplosion(kind)) return false;
        for (int word = mark.First - 1; word >= Math.Max(0, mark.First - FigureReach) && analysis.Document.JoinsNext(word); word--)
        {
            if (analysis.GrammarAt(word, mark.First, "Figure").Entry is not null) return true;
            if (analysis.GrammarAt(word, mark.First, "They").Entry is not null) return !analysis.HasGrammar(sentence.First, word, "Weapon");
            if (analysis.Is(word, WordClass.Clause)) return false;
        }

        return false;
    }

    private bool IsBefore(int first, string key)
    {
        for (int word = first; word < Math.Min(analysis.Words.Count, first + FoeReach) && analysis.Document.JoinsNext(word - 1); word++)
        {
            if (analysis.GrammarAt(word, analysis.Words.Count, key).Entry is not null) return true;
            if (!analysis.Is(word, WordClass.Det | WordClass.Against)) return false;
        }

        return false;
    }

    // "the Attack Squad", "Mine Action": a word of a longer name tells nothing, nor does "bomb" in "bomb squad".
    private bool IsName(Mark mark, IReadOnlyList<Noun> nouns) => nouns.Any(n => n.First < mark.First && n.End > mark.First) || countries.IsCountry(mark.First)
        || (mark.End < analysis.Words.Count && analysis.Document.JoinsNext(mark.End - 1) && analysis.GrammarAt(mark.End, analysis.Words.Count, "OfWeapons").Entry is not null);
}
