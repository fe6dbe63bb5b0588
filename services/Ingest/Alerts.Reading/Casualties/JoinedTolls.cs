using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Adds those whom one word of harm joins, single people among them: "killing a policeman and two civilians", "six soldiers and a driver were killed", "five youths died, and one guard".</summary>
internal sealed class JoinedTolls(Analysis analysis, HarmWords harms, Func<Noun, bool> isAttacker)
{
    // What describes one of those joined before the next is named: "of the second battalion".
    private const int ComplementReach = 6;

    private const int LongestSubject = 3;
    private const int CompoundReach = 12;
    private const int ArticleReach = 2;

    private readonly UnknownPeople _unknown = new(analysis);

    public void Find(Sentence sentence, IReadOnlyList<Noun> known, List<Toll> tolls)
    {
        IReadOnlyList<Noun> nouns = WithUnknown(sentence, known);
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (mark.Of(Sort.Harm) is not { } harm || !HarmWords.IsToll(harm) || HarmWords.IsTally(mark)) continue;
            bool compound = IsCompound(mark, sentence);
            if ((HarmWords.Has(mark, "active") || compound) && !harms.BeBefore(mark.First, sentence.First)) Objects(mark, nouns, tolls, compound);
            if (harms.Befell(mark, sentence.First) || harms.IsVerbless(mark, sentence.End)) Subjects(mark, sentence, nouns, tolls);
            if (!HarmWords.Has(mark, "active") || harms.BeBefore(mark.First, sentence.First)) Behind(mark, sentence, nouns, tolls);
        }
    }

    // "a clerk and a courier": somebody whom no lexicon knows, joined to somebody.
    private List<Noun> WithUnknown(Sentence sentence, IReadOnlyList<Noun> known)
    {
        List<Noun> all = [.. known];
        for (int at = sentence.First; at + 1 < sentence.End; at++)
        {
            if (!analysis.Is(at, WordClass.Singular) || (analysis.Is(at, WordClass.Definite) && analysis.Over(at - 1)?.Of(Sort.Harm) is null) || known.Any(n => n.First <= at + 1 && n.End > at)) continue;
            int end = _unknown.End(at + 1, sentence);
            if (end > at + 1 && (analysis.Is(at - 1, WordClass.And) || analysis.Is(end, WordClass.And)) && !known.Any(n => n.First < end && n.End > at)) all.Add(new Noun(at + 1, end - 1, end) { IsPerson = true, IsOne = true });
        }

        return [.. all.OrderBy(n => n.First)];
    }

    // "a tué une serveuse et blessé onze clients": the auxiliary goes on to the second participle.
    private bool IsCompound(Mark harm, Sentence sentence)
    {
        if (!HarmWords.Has(harm, "participle") || !analysis.Is(harm.First - 1, WordClass.And) || harm.End >= sentence.End || !IsObject(harm.End, sentence)) return false;
        return analysis.Marks(Math.Max(sentence.First, harm.First - CompoundReach), harm.First).Any(m => m.Of(Sort.Harm) is not null && HarmWords.Has(m, "active") && !harms.BeBefore(m.First, sentence.First));
    }

    private bool IsObject(int first, Sentence sentence) => (analysis.Is(first, WordClass.Det) && !analysis.Is(first, WordClass.Prep)) || NumberReader.At(analysis, first, sentence.End) is not null;

    // "wounded a woman and a girl": all that is named behind the word.
    private void Objects(Mark harm, IReadOnlyList<Noun> nouns, List<Toll> tolls, bool compound)
    {
        List<Noun> people = [];
        int end = harm.End;
        foreach (Noun noun in nouns)
        {
            int start = noun.PhraseFirst;
            if (start < harm.End) continue;
            if (!Lists(end, start, people.Count > 0) || !Counts(noun)) break;
            people.Add(noun);
            end = noun.PhraseEnd;
        }

        if (people.Count > 1 || people.Exists(p => p.IsOne || compound)) Add(harm, people, harm.First, end, tolls);
    }

    // "A policeman and two civilians were killed": all that is named right before the verb.
    private void Subjects(Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        List<Noun> people = [];
        int from = harm.First;
        foreach (Noun noun in nouns.Reverse())
        {
            int end = noun.PhraseEnd;
            if (end > from) continue;
            if (!Counts(noun) || !(people.Count == 0 ? IsSubject(end, from) : (people.Count > 1 || Joins(end, from)) && Lists(end, from, true) || IsDescribed(end, from))) break;
            people.Insert(0, noun);
            from = noun.PhraseFirst;
        }

        if (people.Count > 1 && (people.Exists(p => p.IsOne) || !harms.Befell(harm, sentence.First)) && !IsSpared(from, harm.First, sentence)) Add(harm, people, from, harm.End, tolls);
    }

    // "Five youths died in the quarrel, and one guard": one more group behind, with nothing said of it, that ends the clause.
    private void Behind(Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        Noun? more = nouns.FirstOrDefault(n => n.First >= harm.End && Counts(n) && LeadsBack(n.PhraseFirst, harm.End));
        if (more is null || harms.AreIn(harm.End, sentence.End) || !Closes(more.PhraseEnd, sentence)) return;
        Toll? first = tolls.FindLast(t => t.End == harm.End && t.IsKilled == HarmWords.IsKilled(harm) && t.Count.Best is not null && t.Who is not null);
        if (first is null) return;
        tolls.Remove(first);
        tolls.Add(first with { Count = new CasualtyRange(null, first.Count.Best + (more.Number?.Value ?? 1), null), End = more.PhraseEnd });
    }

    // ", and one guard": a comma, "and" and small words before it.
    private bool LeadsBack(int start, int from)
    {
        int at = start;
        while (at > from && !analysis.Is(at - 1, WordClass.And) && analysis.Is(at - 1, WordClass.Det | WordClass.Near | WordClass.Singular)) at--;
        return at - 1 >= from && analysis.Is(at - 1, WordClass.And) && analysis.Document.GapBefore(at - 1).Contains(',');
    }

    private bool Closes(int end, Sentence sentence) => end >= sentence.End || analysis.Document.GapAfter(end - 1).ContainsAny('.', ';', ')');

    private void Add(Mark harm, List<Noun> people, int first, int end, List<Toll> tolls)
    {
        bool killed = HarmWords.IsKilled(harm);
        tolls.RemoveAll(t => t.IsKilled == killed && t.First >= first && t.End <= end);
        tolls.Add(new Toll(killed, new CasualtyRange(null, people.Sum(p => p.Number?.Value ?? 1), null), people[0], first, end) { OfAttackers = people.TrueForAll(p => isAttacker(p)), IsAfter = HarmWords.IsAfter(harm) });
    }

    private static bool Counts(Noun noun) => (noun.IsPerson || noun.IsRole) && (noun.IsOne || noun.Number is { IsVague: false, Upper: null });

    // A comma alone joins the last two to nobody: "Luis Galdamez, a correspondent, was wounded" is one.
    private bool Joins(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (analysis.Is(at, WordClass.And)) return true;
        }

        return false;
    }

    // "was killed", "selling fruit were killed": nobody else, and nothing that begins another clause.
    private bool IsSubject(int from, int harm)
    {
        int at = harm;
        while (at > from && analysis.Is(at - 1, WordClass.Be | WordClass.Aux | WordClass.Near)) at--;
        if (at == from) return harm - from <= LongestSubject;
        for (int word = from; word < at; word++)
        {
            if (!analysis.Document.JoinsNext(word - 1) || analysis.Is(word, WordClass.Clause | WordClass.Say | WordClass.Be) || analysis.At(word) is { } mark && (mark.Of(Sort.Trigger) is not null || mark.Of(Sort.Harm) is not null)) return false;
        }

        return at < harm && at - from <= ComplementReach;
    }

    // "neither he nor his wife was hurt".
    private bool IsSpared(int from, int harm, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, from - ArticleReach); at < harm; at++)
        {
            if (analysis.Is(at, WordClass.None) || analysis.GrammarAt(at, harm, "Neither", "Including").Entry is not null) return true;
        }

        return false;
    }

    // "six soldiers of the second battalion and a driver".
    private bool IsDescribed(int from, int to)
    {
        int last = to - 1;
        while (last > from && !analysis.Is(last, WordClass.And) && analysis.Is(last, WordClass.Det | WordClass.Near | WordClass.Singular)) last--;
        if (last <= from || to - from > ComplementReach || !analysis.Is(last, WordClass.And) || !analysis.Is(from, WordClass.Of)) return false;
        for (int at = from + 1; at < last; at++)
        {
            if (!analysis.Document.JoinsNext(at) || analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say) || analysis.At(at)?.Of(Sort.Trigger) is not null) return false;
        }

        return true;
    }

    // Whether nothing but small words stands between a word of harm, or one of the people it names, and the next of them.
    private bool Lists(int from, int to, bool needsLink)
    {
        bool linked = !needsLink || (to > from - 1 && analysis.Document.GapBefore(from).Contains(','));
        for (int at = from; at < to; at++)
        {
            if (analysis.GrammarAt(at, to, "Including").Entry is not null || !analysis.Is(at, WordClass.And | WordClass.Det | WordClass.Near | WordClass.Singular)) return false;
            linked |= analysis.Is(at, WordClass.And);
        }

        return linked;
    }
}
