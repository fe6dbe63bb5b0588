using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Adds those whom one word of harm joins, single people among them: "killing a policeman and two civilians", "six soldiers and a driver were killed", "five youths died, and one guard".</summary>
internal sealed class JoinedTolls(Analysis analysis, HarmWords harms, Func<Noun, bool> isAttacker)
{
    private const int CompoundReach = 12;
    private const int ArticleReach = 2;

    private readonly UnknownPeople _unknown = new(analysis);
    private readonly Coordination _coordination = new(analysis);
    private readonly Parts _parts = new(analysis, harms);

    public void Find(Sentence sentence, IReadOnlyList<Noun> known, List<Toll> tolls)
    {
        List<Noun> nouns = WithUnknown(sentence, known);
        List<Noun> people = [.. nouns.Where(n => Counts(n) && !_parts.IsAmong(n.PhraseFirst, sentence))];
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (mark.Of(Sort.Harm) is not { } harm || !HarmWords.IsToll(harm) || HarmWords.IsTally(mark)) continue;
            bool compound = IsCompound(mark, sentence);
            if ((HarmWords.Has(mark, "active") || compound) && !harms.BeBefore(mark.First, sentence.First)) Objects(mark, sentence, people, tolls, compound);
            if (harms.Befell(mark, sentence.First) || harms.IsVerbless(mark, sentence.End)) Subjects(mark, sentence, people, tolls);
            if (!HarmWords.Has(mark, "active") || harms.BeBefore(mark.First, sentence.First)) Behind(mark, sentence, nouns, tolls);
        }
    }

    // "a clerk and a courier", "seven conscripts and two sergeants": people whom no lexicon knows, joined to somebody.
    private List<Noun> WithUnknown(Sentence sentence, IReadOnlyList<Noun> known)
    {
        List<Noun> all = [.. known];
        for (int at = sentence.First; at + 1 < sentence.End; at++)
        {
            if (Unknown(at, sentence) is not { } noun || IsOfHarm(at - 1) || known.Any(n => n.First < noun.End && n.End > noun.PhraseFirst) || !(analysis.Is(at - 1, WordClass.And) || analysis.Is(noun.End, WordClass.And))) continue;
            all.Add(noun);
            at = noun.End - 1;
        }

        return [.. all.OrderBy(n => n.First)];
    }

    // "suffered a broken collarbone".
    private bool IsOfHarm(int before) => analysis.Over(before) is { } mark && mark.Of(Sort.Harm) is not null && !HarmWords.Has(mark, "active") && !HarmWords.Has(mark, "participle");

    private Noun? Unknown(int at, Sentence sentence)
    {
        if (analysis.MayBeginNumber(at) && !analysis.Is(at, WordClass.Singular) && NumberReader.At(analysis, at, sentence.End) is { IsVague: false, MayBeYear: false } number)
        {
            int last = _unknown.End(number.End, sentence);
            int head = number.End;
            while (head + 1 < last && !analysis.Is(head + 1, WordClass.Of)) head++;
            return last > number.End && analysis.Words[head].Text.EndsWith('s') ? new Noun(number.End, head, last) { IsPerson = true, Number = number } : null;
        }

        if (!analysis.Is(at, WordClass.Singular) || (analysis.Is(at, WordClass.Definite) && analysis.Over(at - 1)?.Of(Sort.Harm) is null)) return null;
        int end = _unknown.End(at + 1, sentence);
        return end > at + 1 ? new Noun(at + 1, end - 1, end) { IsPerson = true, IsOne = true } : null;
    }

    // "a tué une serveuse et blessé onze clients": the auxiliary goes on to the second participle.
    private bool IsCompound(Mark harm, Sentence sentence)
    {
        if (!HarmWords.Has(harm, "participle") || !analysis.Is(harm.First - 1, WordClass.And) || harm.End >= sentence.End || !IsObject(harm.End, sentence)) return false;
        return analysis.Marks(Math.Max(sentence.First, harm.First - CompoundReach), harm.First).Any(m => m.Of(Sort.Harm) is not null && HarmWords.Has(m, "active") && !harms.BeBefore(m.First, sentence.First));
    }

    private bool IsObject(int first, Sentence sentence) => (analysis.Is(first, WordClass.Det) && !analysis.Is(first, WordClass.Prep)) || NumberReader.At(analysis, first, sentence.End) is not null;

    // "wounded a woman and a girl": all that is named behind the word.
    private void Objects(Mark harm, Sentence sentence, List<Noun> people, List<Toll> tolls, bool compound)
    {
        List<Noun> joined = _coordination.Behind(harm.End, sentence, people);
        if (joined.Count > 1 || joined.Exists(p => p.IsOne || compound)) Add(harm, joined, harm.First, joined[^1].PhraseEnd, tolls);
    }

    // "A policeman and two civilians were killed": all that is named before the verb.
    private void Subjects(Mark harm, Sentence sentence, List<Noun> people, List<Toll> tolls)
    {
        int verb = harm.First;
        while (verb > sentence.First && analysis.Is(verb - 1, WordClass.Be | WordClass.Aux | WordClass.Near) && !analysis.Is(verb - 1, WordClass.And)) verb--;
        if (verb == harm.First && !HarmWords.Has(harm, "finite") && analysis.Document.GapBefore(verb).Contains(',')) return;
        List<Noun> joined = _coordination.Before(verb, sentence, people);
        if (joined.Count > 1 && !IsSpared(joined[0].PhraseFirst, harm.First, sentence)) Add(harm, joined, joined[0].PhraseFirst, harm.End, tolls);

        // "Two civilians, a shepherd and his niece, were killed": told one by one.
        else if (joined is [{ Number.Value: > 1 } all]) OneByOne(all, harm, people, tolls);
    }

    // "Four people, three women and a man, were killed": those behind are counted with the first.
    private static void OneByOne(Noun all, Mark harm, List<Noun> people, List<Toll> tolls)
    {
        bool IsBehind(Toll toll) => toll.End == harm.End && toll.Who is { } who && who.First > all.PhraseEnd;
        bool same = people.Where(p => p.PhraseFirst >= all.PhraseEnd && p.PhraseEnd <= harm.First).Sum(p => p.Number?.Value ?? 1) == all.Number!.Value;
        tolls.RemoveAll(t => IsBehind(t) && (same || t.Count.Best == 1));
    }

    // "Five youths died in the quarrel, and one guard": one more group behind, with nothing said of it, that ends the clause.
    private void Behind(Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        if (Elsewhere(harm, sentence, nouns) is { } elsewhere)
        {
            tolls.RemoveAll(t => t.First == elsewhere.First);
            tolls.Add(elsewhere with { IsKilled = HarmWords.IsKilled(harm), OfAttackers = tolls.Exists(t => t.End == harm.End && t.OfAttackers) });
        }

        Noun? more = nouns.FirstOrDefault(n => n.First >= harm.End && Counts(n) && !isAttacker(n) && LeadsBack(n.PhraseFirst, harm.End));
        if (more is null || harms.AreIn(harm.End, sentence.End) || !Closes(more.PhraseEnd, sentence)) return;
        Toll? first = tolls.FindLast(t => t.End == harm.End && t.IsKilled == HarmWords.IsKilled(harm) && t.Count.Best is not null && t.Who is not null);
        if (first is null) return;
        tolls.Remove(first);
        tolls.Add(first with { Count = new CasualtyRange(null, first.Count.Best + (more.Number?.Value ?? 1), null), End = more.PhraseEnd });
    }

    // "eight customers died on the spot and three in hospital", "quatre décédés sur place et un cinquième à l'hôpital": what befell them is not said again.
    private Toll? Elsewhere(Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        for (int at = harm.End; at + 1 < Math.Min(sentence.End, harm.End + CompoundReach) && analysis.Document.JoinsNext(at - 1); at++)
        {
            if (!analysis.Is(at, WordClass.And) || nouns.Any(n => n.PhraseFirst == at + 1)) continue;
            (Entry? one, int words) = analysis.GrammarAt(at + 1, sentence.End, "OneMore");
            NumberPhrase? number = one is null ? NumberReader.At(analysis, at + 1, sentence.End) : null;
            int end = number?.End ?? at + 1 + words;
            bool told = (one is not null || number is { IsVague: false, MayBeYear: false, Value: > 0 }) && analysis.Document.JoinsNext(end - 1) && analysis.Is(end, WordClass.Locative | WordClass.Prep) && !analysis.Is(end, WordClass.Of) && !(analysis.Is(end, WordClass.Aux) && analysis.Document.TextOf(end, end + 1) is "a") && !analysis.Marks(end, ClauseEnd(end, sentence)).Any(m => m.Of(Sort.Harm) is not null && !HarmWords.IsAfter(m));
            return told ? new Toll(true, new CasualtyRange(null, number?.Value ?? 1, null), null, at + 1, end) { IsFurther = true } : null;
        }

        return null;
    }

    private int ClauseEnd(int from, Sentence sentence)
    {
        int end = from;
        while (end < sentence.End && analysis.Document.JoinsNext(end)) end++;
        return Math.Min(sentence.End, end + 1);
    }

    // ", and one guard": a comma, "and" and small words before it.
    private bool LeadsBack(int start, int from)
    {
        int at = start;
        while (at > from && !analysis.Is(at - 1, WordClass.And) && analysis.Is(at - 1, WordClass.Det | WordClass.Near | WordClass.Singular)) at--;
        return at - 1 >= from && analysis.Is(at - 1, WordClass.And) && analysis.GrammarAt(at - 1, at, "Including").Entry is null && analysis.Document.GapBefore(at - 1).Contains(',');
    }

    private bool Closes(int end, Sentence sentence) => end >= sentence.End || analysis.Document.GapAfter(end - 1).ContainsAny('.', ';', ')');

    private void Add(Mark harm, List<Noun> people, int first, int end, List<Toll> tolls)
    {
        bool killed = HarmWords.IsKilled(harm);
        tolls.RemoveAll(t => t.IsKilled == killed && t.First >= first && t.End <= end);
        tolls.Add(new Toll(killed, new CasualtyRange(null, people.Sum(p => p.Number?.Value ?? 1), null), people[0], first, end) { OfAttackers = !HarmWords.IsByMob(harm) && people.TrueForAll(p => isAttacker(p)), IsAfter = HarmWords.IsAfter(harm) });
    }

    private static bool Counts(Noun noun) => (noun.IsPerson || noun.IsRole) && (noun.IsOne || noun.Number is { IsVague: false, Upper: null });

    // "neither he nor his wife was hurt".
    private bool IsSpared(int from, int harm, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, from - ArticleReach); at < harm; at++)
        {
            if (analysis.Is(at, WordClass.None) || analysis.GrammarAt(at, harm, "Neither", "Including").Entry is not null) return true;
        }

        return false;
    }
}
