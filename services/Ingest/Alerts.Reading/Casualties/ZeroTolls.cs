using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Finds who says that nobody came to harm: "no casualties", "none of the passengers was hurt", "hurt no one", "Dead: none", "personne n'a été molesté".</summary>
/// <remarks>Who says that nobody was hurt says that nobody was killed either; "no injuries" only counts the wounded. "No serious injuries", "no word on casualties" and "no soldiers were hurt" say nothing of all.</remarks>
internal sealed class ZeroTolls(Analysis analysis)
{
    // Between nobody and what befell them stand no more words: "none of the forty passengers has been reported hurt".
    private const int Reach = 8;

    // "no civilian deaths".
    private const int ReachToNoun = 3;

    private static readonly CasualtyRange None = new(null, 0, null);

    public void Find(Sentence sentence, List<Toll> tolls)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (IsUntold(at, sentence) || (Phrase(at, sentence) ?? Field(at, sentence) ?? Spared(at, sentence) ?? Unhurt(at, sentence) ?? Object(at, sentence)) is not { } zero) continue;
            if (zero.Killed) tolls.Add(new Toll(true, None, null, at, zero.End) { OfAttackers = IsOfAttackers(zero.End, sentence), IsOfCalm = zero.IsOfCalm });
            if (zero.Wounded) tolls.Add(new Toll(false, None, null, at, zero.End) { OfAttackers = IsOfAttackers(zero.End, sentence), IsOfCalm = zero.IsOfCalm });
            at = zero.End - 1;
        }
    }

    // "The army gave no losses of its own" gives no figure, which is not nobody.
    private bool IsUntold(int at, Sentence sentence) => at > sentence.First && analysis.GrammarAt(at - 1, at, "Gave").Entry is not null;

    // "no casualties", "nobody was hurt", "sans victime", of a crowd "dispersed without incident"; "nobody inside", but not "nobody inside survived".
    private Zero? Phrase(int at, Sentence sentence)
    {
        (string? key, int count) = analysis.NobodyAt(at, sentence.End, "Killed", "Wounded", "Harmed", "Calm", "Empty");
        if (key is null || (key == "Empty" && !Closes(at + count, sentence)) || analysis.NobodyAt(at + count, sentence.End, "Seriously").Key is not null) return null;
        return new Zero(key != "Wounded", key != "Killed", at + count, key == "Calm");
    }

    // "Casualties: none", "Wounded: nil", "Victims: 0": a field of a form or a message.
    private Zero? Field(int at, Sentence sentence)
    {
        if (analysis.At(at) is not { } mark || StateOf(mark) is not { } state || mark.End >= sentence.End || !analysis.Document.GapAfter(mark.End - 1).Contains(':')) return null;
        bool none = analysis.Is(mark.End, WordClass.None) || NumberReader.At(analysis, mark.End, sentence.End) is { Value: 0 };
        return none && (mark.End + 1 >= sentence.End || !analysis.Document.JoinsNext(mark.End)) ? Of(state, mark.End + 1) : null;
    }

    // "No passengers were hurt", "personne n'a été blessé": nobody is the subject of the word of harm, or "no" stands before its noun.
    private Zero? Spared(int at, Sentence sentence)
    {
        if (!IsNobody(at, sentence, out int from)) return null;
        bool verb = false;
        for (int word = from; word < Math.Min(sentence.End, from + Reach) && analysis.Document.JoinsNext(word - 1); word++)
        {
            if (IsBreak(word, verb, sentence) || IsOfSome(word)) return null;
            if (analysis.At(word) is { } mark && StateOf(mark) is { } state && !HarmWords.Has(mark, "counted"))
            {
                if (mark.Of(Sort.Person) is not null && !verb && mark.End < sentence.End && analysis.Is(mark.End, WordClass.Be | WordClass.Aux)) continue;
                bool told = HarmWords.Has(mark, "participle") || HarmWords.Has(mark, "finite");
                if (verb) return told ? new Zero(true, state != Harm.Killed || IsWoundedToo(mark.End, sentence), mark.End) : null;
                return word - from < ReachToNoun && (told || HarmWords.Has(mark, "noun")) && analysis.NobodyAt(mark.End, sentence.End, "Seriously").Key is null ? Of(state, mark.End) : null;
            }

            // "Nobody touched.": without a verb only at the end of a clause.
            if (analysis.NobodyAt(word, sentence.End, "Hurts") is { Key: not null } any) return verb || (word == from && Closes(word + any.Count, sentence)) ? new Zero(true, true, word + any.Count) : null;
            verb |= analysis.Is(word, WordClass.Be);
        }

        return null;
    }

    private bool Closes(int end, Sentence sentence) => end >= sentence.End || !analysis.Document.JoinsNext(end - 1);

    // "No soldiers were hurt" says nothing of the villagers, "no staff hurt" nothing of the market.
    private bool IsOfSome(int word) =>
        analysis.At(word) is { } mark && StateOf(mark) is null && (mark.Of(Sort.Person) ?? mark.Of(Sort.Role) ?? mark.Of(Sort.Actor)) is { } who && who.Target != TargetKind.Transport && analysis.GrammarAt(mark.End - 1, mark.End, "Anyone").Entry is null;

    // "killed or wounded".
    private bool IsWoundedToo(int end, Sentence sentence) => end + 1 < sentence.End && analysis.Is(end, WordClass.Clause) && analysis.At(end + 1) is { } next && StateOf(next) == Harm.Wounded;

    // "No word on casualties", "no one was seriously hurt", "nobody knows who was hurt", "nobody was arrested for the attack that wounded him".
    private bool IsBreak(int word, bool verb, Sentence sentence) =>
        analysis.NobodyAt(word, sentence.End, "Seriously", "Tidings").Key is not null || (analysis.Is(word, WordClass.Say) && !analysis.Is(word - 1, WordClass.Be) && !analysis.Is(word + 1, WordClass.Of) && analysis.At(word + 1)?.Of(Sort.Harm) is null)
        || (analysis.Is(word, WordClass.Clause) && !analysis.Is(word, WordClass.And)) || (verb && analysis.Is(word, WordClass.Prep | WordClass.Locative | WordClass.By));

    // "without hurting anybody", "did not harm the passengers", "sans blesser personne"; who has not lost his head is no figure.
    private Zero? Unhurt(int at, Sentence sentence)
    {
        if (!analysis.Is(at, WordClass.None) || at + 1 >= sentence.End || !analysis.Document.JoinsNext(at) || analysis.Is(at - 1, WordClass.Be)) return null;
        if (analysis.NobodyAt(at + 1, sentence.End, "Hurts") is { Key: not null } any && IsVerbOfNone(at)) return new Zero(true, true, at + 1 + any.Count);
        return analysis.At(at + 1) is { } mark && StateOf(mark) is { } state && HarmWords.Has(mark, "active") && analysis.GrammarAt(mark.End - 1, mark.End, "Loses").Entry is null && IsVerbOfNone(at) ? new Zero(true, state != Harm.Killed, mark.End) : null;
    }

    // "hurt no one", "n'ont tué personne"; not "n'a fait aucune déclaration".
    private Zero? Object(int at, Sentence sentence)
    {
        (int end, Harm? state) = analysis.At(at) is { } mark && StateOf(mark) is { } told && (HarmWords.Has(mark, "active") || HarmWords.Has(mark, "participle")) ? (mark.End, told)
            : analysis.NobodyAt(at, sentence.End, "Hurts") is { Key: not null } any ? (at + any.Count, Harm.Any) : (at, (Harm?)null);
        if (state is null || end >= sentence.End || !analysis.Document.JoinsNext(end - 1)) return null;
        return analysis.GrammarAt(end, sentence.End, "Nobody") is { Entry: not null } nobody && (nobody.Count > 1 || !analysis.Is(end, WordClass.Det)) ? new Zero(true, state != Harm.Killed, end + nobody.Count) : null;
    }

    // "no", "nobody", "aucun", "pas de", "pas fait de"; French "personne" behind an article is somebody.
    private bool IsNobody(int at, Sentence sentence, out int from)
    {
        (Entry? entry, int count) = analysis.GrammarAt(at, sentence.End, "Nobody", "Nobodies");
        from = at + count;
        if (entry is not null) return !(at > sentence.First && analysis.Document.JoinsNext(at - 1) && (analysis.Is(at - 1, WordClass.Det) || NumberReader.At(analysis, at - 1, at) is not null));
        from = analysis.Is(at + 1, WordClass.Of) ? at + 2 : analysis.Is(at + 2, WordClass.Of) ? at + 3 : at;
        return from > at && from < sentence.End && analysis.Is(at, WordClass.None);
    }

    // "did not", "without", "sans"; not "no killing".
    private bool IsVerbOfNone(int at) => analysis.NobodyAt(at, at + 1, "Denies").Key is not null;

    // "no casualties among the attackers": theirs are not those of whom they attacked.
    private bool IsOfAttackers(int end, Sentence sentence) =>
        end < sentence.End && analysis.Is(end, WordClass.Prep | WordClass.Of | WordClass.Locative) && analysis.Marks(end + 1, Math.Min(sentence.End, end + 4)).Any(m => m.Of(Sort.Role) is not null && m.Of(Sort.Person) is null);

    private static Harm? StateOf(Mark mark) => mark.Of(Sort.Harm) is not { } harm || HarmWords.IsTally(mark) ? null
        : harm.Key.StartsWith("Killed", StringComparison.Ordinal) ? Harm.Killed : harm.Key.StartsWith("Wounded", StringComparison.Ordinal) ? Harm.Wounded : harm.Key.StartsWith("Casualties", StringComparison.Ordinal) ? Harm.Any : null;

    private static Zero Of(Harm state, int end) => new(state != Harm.Wounded, state != Harm.Killed, end);

    private enum Harm
    {
        Killed,
        Wounded,
        Any,
    }

    private readonly record struct Zero(bool Killed, bool Wounded, int End, bool IsOfCalm = false);
}
