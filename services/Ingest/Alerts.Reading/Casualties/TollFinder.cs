using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Binds numbers to what befell the people counted: "at least 10 people were killed", "killing 12", "5 blessés", "a soldier was wounded".</summary>
/// <remarks>Numbers behind "including" are counted once, with the number before. Percentages, ages and sums are no people.</remarks>
internal sealed class TollFinder(Analysis analysis)
{
    // How far from its number the word of harm may stand, in words.
    private const int ReachAfter = 12;
    private const int ReachBefore = 5;
    private const int BeWords = 3;
    private const int ReachAlso = 3;
    private const int ReachFormer = 7;
    private const int ReachTallied = 3;

    private readonly HarmWords _harms = new(analysis);
    private readonly UnknownPeople _unknown = new(analysis);
    private readonly ZeroTolls _zeros = new(analysis);
    private readonly Parts _parts = new(analysis, new HarmWords(analysis));
    private readonly RivalTolls _rivals = new(analysis);
    private readonly Tallies _tallies = new(analysis, new HarmWords(analysis));
    private readonly HarmBefore _before = new(analysis, new HarmWords(analysis), new Tallies(analysis, new HarmWords(analysis)));

    public List<Toll> Find(Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        List<Toll> tolls = Told(sentence, nouns);
        _rivals.Find(sentence, tolls);
        return analysis.HasGrammar(sentence.First, sentence.End, "Severally") ? [.. tolls.Select(t => t with { IsOfSeveral = true })] : tolls;
    }

    private List<Toll> Told(Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        var tolls = new List<Toll>();
        _zeros.Find(sentence, tolls);
        new BareTolls(analysis, _harms).Find(sentence, nouns, tolls);
        if (!analysis.Marks(sentence.First, sentence.End).Any(m => m.Of(Sort.Harm) is not null)) return tolls;
        var ages = new Ages(analysis, sentence, nouns);
        for (int at = sentence.First; at < sentence.End;)
        {
            NumberPhrase? number = analysis.MayBeginNumber(at) ? NumberReader.At(analysis, at, sentence.End) : null;
            if (number is null)
            {
                at++;
                continue;
            }

            // "un couple" is two.
            number = Who(number, nouns)?.Number is { Value: > 1 } own ? own : number;
            if (!IsOfNobody(number, tolls) && !ages.Has(number) && !_parts.IsPart(number, sentence) && !IsYear(number, nouns) && !IsDay(number, nouns) && Harm(number, sentence, nouns) is { } harm && !IsOfAnother(number, harm, sentence) && !IsShare(number, harm, tolls)) tolls.Add(Told(Counted(number, harm, sentence, nouns) with { IsFormer = IsFormer(number, sentence) }, tolls));
            at = Math.Max(number.End, _parts.BehindNamed(Who(number, nouns)?.PhraseEnd ?? number.End, sentence));
        }

        new SingleTolls(analysis, _harms, n => IsAttacker(n, n.Number)).Find(sentence, nouns, tolls);
        new JoinedTolls(analysis, _harms, n => IsAttacker(n, n.Number)).Find(sentence, nouns, tolls);
        return tolls;
    }

    // "none of the four passengers was hurt".
    private static bool IsOfNobody(NumberPhrase number, List<Toll> tolls) => tolls.Exists(t => t.Count.Best == 0 && t.First <= number.First && number.End <= t.End);

    // "had first reported four dead", "l'état-major, qui parlait d'abord de cinq morts".
    private bool IsFormer(NumberPhrase number, Sentence sentence) => WasRaised(number, sentence)
        || (analysis.HasGrammar(Math.Max(sentence.First, number.First - ReachFormer), number.First, "Formerly") && !IsNewer(number, sentence));

    // "has risen to 41, from 38": behind the figure that holds.
    private bool WasRaised(NumberPhrase number, Sentence sentence)
    {
        if (number.First == sentence.First || analysis.GrammarAt(number.First - 1, number.First, "RangeFrom").Entry is null || !analysis.HasCue("Revised", sentence.First, number.First)) return false;
        return Enumerable.Range(Math.Max(sentence.First, number.First - ReachFormer), Math.Min(ReachFormer, number.First - sentence.First)).Any(at => analysis.GrammarAt(at, number.First, "Stands") is { Entry: not null } to && NumberReader.At(analysis, at + to.Count, number.First) is not null);
    }

    // "lowered from fifteen to twelve": the second figure is the one that holds.
    private bool IsNewer(NumberPhrase number, Sentence sentence) => number.First - 2 >= sentence.First && analysis.GrammarAt(number.First - 1, number.First, "RangeTo").Entry is not null
        && !analysis.Is(number.First - 1, WordClass.And) && NumberReader.At(analysis, number.First - 2, number.First - 1) is not null;

    // "A woman wounded on 7 September died"; but "3 may have died".
    private bool IsDay(NumberPhrase number, IReadOnlyList<Noun> nouns) =>
        number.End == number.First + 1 && Who(number, nouns) is null && analysis.Document.JoinsNext(number.First)
        && analysis.GrammarAt(number.End, analysis.Words.Count, "Month").Entry is not null && !analysis.Is(number.End + 1, WordClass.Be | WordClass.Aux);

    // "a sheikh murdered in 2022".
    private bool IsYear(NumberPhrase number, IReadOnlyList<Noun> nouns) =>
        number.MayBeYear && number.End == number.First + 1 && analysis.GrammarAt(number.First - 1, number.First, "YearLead", "Month").Entry is not null && Who(number, nouns) is null;

    private static Noun? Who(NumberPhrase number, IReadOnlyList<Noun> nouns) => nouns.FirstOrDefault(n => n.Number is { } own && own.First == number.First);

    private Toll Counted(NumberPhrase counted, Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        NumberPhrase number = IsOfWhole(counted, harm) ? counted with { Value = counted.Whole!.Value, IsLow = false } : counted;
        CasualtyRange range = number switch
        {
            { Upper: { } newer } when analysis.HasCue("Revised", Math.Max(0, number.First - ReachBefore), number.First) => new CasualtyRange(null, newer, null),
            { Upper: { } upper } => new CasualtyRange(number.Value, null, upper),
            { IsLow: true } => new CasualtyRange(number.Value, null, null),
            { IsHigh: true } => new CasualtyRange(null, null, number.Value),
            _ => new CasualtyRange(null, number.Value, null),
        };
        Noun? who = Who(number, nouns);
        return new Toll(HarmWords.IsKilled(harm), range, who, Math.Min(number.First, harm.First), Math.Max(number.End, harm.End)) { OfAttackers = !HarmWords.IsByMob(harm) && IsAttacker(who ?? Antecedent(number, harm, nouns) ?? Tallied(harm, nouns), number), IsVague = number.IsVague, IsAfter = HarmWords.IsAfter(harm), IsFurther = IsFurther(number, harm), IsPart = _parts.IsOfThem(number) || _parts.IsFate(number, sentence) || IsOfOwn(number, harm) };
    }

    // "One of the six priests killed on Monday", "one of the six who were killed": six were; but "one of the six priests was killed", "killed one of the six priests".
    private bool IsOfWhole(NumberPhrase number, Mark harm) =>
        number.Whole is not null && harm.First >= number.End && (!_harms.Befell(harm, number.End) || analysis.HasGrammar(number.End, harm.First, "Relative"));

    // "Rebels stormed the post; two of them were killed": those told of last. "The army pursued the rebels and killed two of them": who killed is another.
    private Noun? Antecedent(NumberPhrase number, Mark harm, IReadOnlyList<Noun> nouns)
    {
        if (!_parts.IsOfThem(number)) return null;
        IEnumerable<Noun> several = nouns.Where(n => n is { IsThing: false, IsOne: false });
        return harm.First < number.First ? several.Where(n => n.PhraseEnd < harm.First).Skip(1).LastOrDefault() : several.LastOrDefault(n => n.PhraseEnd <= number.First);
    }

    // "the command confirmed the loss of its two men": of many dead, a side tells its own.
    private bool IsOfOwn(NumberPhrase number, Mark harm) => analysis.HasGrammar(harm.First, harm.End, "Loses") && harm.End < number.First && analysis.HasGrammar(harm.End, number.First, "Its");

    // "the number of guerrillas killed has risen to 26": those whom the tally itself names.
    private static Noun? Tallied(Mark harm, IReadOnlyList<Noun> nouns) => HarmWords.IsTally(harm) ? nouns.FirstOrDefault(n => n.First > harm.First && n.First <= harm.First + ReachTallied) : null;

    // "Nine are in hospital, seven with knife wounds": what only describes the harm counts some of those before.
    private bool IsShare(NumberPhrase number, Mark harm, List<Toll> tolls) =>
        analysis.Is(harm.First, WordClass.Prep) && tolls.Exists(t => t.IsKilled == HarmWords.IsKilled(harm) && t.Count.Best >= number.Value);

    // "Five rebels were killed, two others wounded": others are of those before. "One died, two others were brought to the town": hurt, though it only says where to.
    private static Toll Told(Toll toll, List<Toll> before) =>
        toll is { IsFurther: true, Who: null } && before.Count > 0 ? toll with { OfAttackers = toll.OfAttackers || before[^1].OfAttackers, IsAfter = toll.IsAfter && !before[^1].IsKilled } : toll;

    // "two more have light injuries", "deux autres blessés", "another three died", "two policemen also died", "three guards were killed along with him".
    private bool IsFurther(NumberPhrase number, Mark harm)
    {
        int end = Math.Min(analysis.Words.Count, Math.Max(number.End, harm.End) + ReachAlso);
        return number.End < analysis.Words.Count && !_parts.IsOfThem(number)
            && (analysis.GrammarAt(number.End, analysis.Words.Count, "Others").Entry is not null || analysis.GrammarAt(number.First - 1, number.First, "OneMore", "Others").Entry is not null || analysis.HasGrammar(number.End, end, "Also"));
    }

    private Mark? Harm(NumberPhrase number, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        Noun? who = Who(number, nouns);

        // "five airport labourers": the thing only says which people.
        if (who is { IsThing: true }) return OfUnknown(number, sentence);
        int from = who is null ? number.End : who.PhraseEnd;
        if (number.First > sentence.First && analysis.Over(number.First - 1) is { } led && led.End == number.First && HarmWords.IsTally(led)) return led;
        Mark? before = _before.Of(number, sentence, nouns);
        if (who is not null && !(before is not null && HarmWords.IsAfter(before)) && _harms.At(who.Head) is { } own && HarmWords.Has(own, "noun")) return own;
        if (before is not null && HarmWords.IsAfter(before)) return before;
        if (before is not null) return Instead(number, sentence) ?? (who is null && number.Value == 1 && analysis.Is(number.First, WordClass.Singular) ? null : before);
        if (_harms.At(from) is { } next) return IsOfThing(next, sentence) || (who is not null && HarmWords.IsOfDoer(next)) ? null : next;
        if (_harms.At(from + 1) is { } second && analysis.Is(from, WordClass.Near | WordClass.Be | WordClass.Aux | WordClass.And | WordClass.Of) && !(analysis.Is(from, WordClass.And) && IsOfOthers(second, sentence))) return second;
        if (who is null && Bodies(from, sentence) is { } bodies) return bodies;
        if ((who is null || IsBehindColon(who, number)) && !_parts.IsOfThem(number) && _tallies.Of(number, sentence) is { } tally) return tally;
        if (who is null && OfUnknown(number, sentence) is { } unknown) return unknown;
        from = BehindIncluded(from, sentence);
        for (int at = from; at < Math.Min(sentence.End, from + ReachAfter); at++)
        {
            if (_harms.At(at) is { } found)
            {
                return IsBound(found, number, who, from, sentence) && (who is not null || AreOthers(from, at)) ? found : null;
            }

            if (NumberReader.At(analysis, at, sentence.End) is { IsVague: false } && analysis.Over(at) is null && who is null) return null;
            if (who is not null && BeginsClause(at, from, nouns)) return null;
        }

        return null;
    }

    // "abducted three women and killed six fishermen": it counts those behind it.
    private bool IsOfOthers(Mark harm, Sentence sentence) => HarmWords.Has(harm, "active") && harm.End < sentence.End && NumberReader.At(analysis, harm.End, sentence.End) is not null;

    // "Three women were led away and six fishermen were killed": others begin a clause of their own.
    private bool BeginsClause(int at, int from, IReadOnlyList<Noun> nouns) =>
        analysis.Is(at - 1, WordClass.And) && nouns.Any(n => n.Number?.First == at && (n.IsPerson || n.IsRole)) && Enumerable.Range(from, at - from).Any(w => analysis.Is(w, WordClass.Be));

    // "corrected the number of wounded: 44 persons".
    private bool IsBehindColon(Noun who, NumberPhrase number) => analysis.Document.GapBefore(number.First).Contains(':') && analysis.GrammarAt(who.Head, who.End, "Anyone").Entry is not null;

    // "three others, among them a nurse, were wounded": the word behind those included.
    private int BehindIncluded(int from, Sentence sentence)
    {
        int past = from + analysis.GrammarAt(from, sentence.End, "Others").Count;
        int behind = _parts.BehindIncluded(past, sentence);
        return behind > past ? behind : from;
    }

    // "35 charred corpses": one word may tell more of them.
    private Mark? Bodies(int from, Sentence sentence)
    {
        if (_harms.At(from + 1) is not { } bodies || !HarmWords.Has(bodies, "noun") || HarmWords.Has(bodies, "participle")) return null;
        bool isOfDeed = analysis.At(from) is { } mark && mark.End == from + 1 && mark.Of(Sort.Trigger) is not null && mark.Of(Sort.Harm) is null;
        return isOfDeed || _unknown.End(from, sentence) == from + 1 ? bodies : null;
    }

    // Whether a word of harm tells what befell those counted before it: "died", "were all badly wounded", "escaped with wounds", "and three of the crew wounded".
    private bool IsBound(Mark harm, NumberPhrase number, Noun? who, int from, Sentence sentence)
    {
        if (HarmWords.Has(harm, "finite")) return true;
        return (HarmWords.Has(harm, "participle") || HarmWords.Has(harm, "counted"))
            && (_harms.BeBefore(harm.First, from) || analysis.HasGrammar(from, harm.First, "Escapes") || GoesOn(number, harm, sentence) || (harm.First == from + 1 && who is not null && IsDescribed(from, harm, sentence)));
    }

    // "two were killed and three members of the crew wounded".
    private bool GoesOn(NumberPhrase number, Mark harm, Sentence sentence) => Enumerable.Range(number.First, harm.First - number.First).All(analysis.Document.JoinsNext) && _harms.IsVerbless(harm, sentence.End) && analysis.Is(number.First - 1, WordClass.And)
        && analysis.Marks(sentence.First, number.First).Any(m => m.Of(Sort.Harm) is not null && HarmWords.Has(m, "participle") && _harms.BeBefore(m.First, sentence.First));

    // "trois casques bleus bangladais blessés": one word may tell more of them.
    private bool IsDescribed(int word, Mark harm, Sentence sentence) => _harms.IsVerbless(harm, sentence.End) && analysis.Document.JoinsNext(word - 1) && analysis.Document.JoinsNext(word) && _unknown.End(word, sentence) == word + 1;

    // "ont fait deux blessés": the noun behind the number says what befell them, unless a number of its own follows it ("killed 3 wounded 2").
    private Mark? Instead(NumberPhrase number, Sentence sentence) =>
        number.End < sentence.End && analysis.Document.JoinsNext(number.End - 1) && _harms.At(number.End) is { } noun && HarmWords.Has(noun, "noun")
        && (noun.End >= sentence.End || NumberReader.At(analysis, noun.End, sentence.End) is null) && !IsOfThing(noun, sentence) ? noun : null;

    // "eleven burnt cars", "two wounded animals": the word goes with a thing; not "sixteen needed hospital treatment".
    private bool IsOfThing(Mark harm, Sentence sentence) =>
        !HarmWords.Has(harm, "finite") && harm.End < sentence.End && analysis.Document.JoinsNext(harm.End - 1) && analysis.At(harm.End) is { } noun && noun.Of(Sort.Thing) is not null && noun.Of(Sort.Person) is null;

    // "12 crewmen killed", "five airport labourers were killed", "25 participants and onlookers, half of them guests, died": people whom no lexicon knows, with nothing but the word of harm behind them.
    private Mark? OfUnknown(NumberPhrase number, Sentence sentence)
    {
        int at = _unknown.End(number.End, sentence);
        if (at == number.End) return null;
        if (analysis.Is(at, WordClass.And) && analysis.Document.JoinsNext(at - 1) && _unknown.End(at + 1, sentence) is var others && others > at + 1) at = others;
        at = _parts.BehindAside(at, sentence);
        int from = at;
        while (at < sentence.End && at - from < BeWords && analysis.Is(at, WordClass.Be | WordClass.Aux)) at++;
        return _harms.At(at) is { } harm && !HarmWords.Has(harm, "counted") && (at == from ? _harms.IsVerbless(harm, sentence.End) : _harms.Befell(harm, from)) ? harm : null;
    }

    // "the prosecutor of the case against eleven guards had been murdered": behind a preposition it is another of whom the verb tells; but "led to two people being killed", "for two men who were killed".
    private bool IsOfAnother(NumberPhrase number, Mark harm, Sentence sentence)
    {
        if (harm.First < number.End || _parts.IsFate(number, sentence) || !_harms.Befell(harm, number.End) || !_parts.IsGoverned(number.First, sentence) || analysis.Words[harm.First - 1].Text is "being") return false;
        for (int at = number.End; at < harm.First; at++)
        {
            if (analysis.GrammarAt(at, harm.First, "Relative").Entry is not null) return false;
        }

        return true;
    }

    // Without a pause, and without a noun where the verb should stand.
    private bool IsOneClause(int from, int to) => from < to && analysis.Over(from) is null && Enumerable.Range(from, to - from).All(at => analysis.Document.JoinsNext(at) && !analysis.Is(at, WordClass.And | WordClass.Say));

    // "three more were injured", "four of them died", "two more lay in the ward with wounds": a number that stands for people named before.
    private bool AreOthers(int from, int harm)
    {
        if (analysis.Is(harm, WordClass.Prep) && analysis.GrammarAt(from, harm, "Others") is { Entry: not null, Count: var more } && IsOneClause(from + more, harm)) return true;
        for (int at = from; at < harm;)
        {
            int others = analysis.GrammarAt(at, harm, "Others", "OfThem", "Escapes").Count;
            if (others == 0 && !analysis.Is(at, WordClass.Near | WordClass.Be | WordClass.Aux)) return false;
            at += Math.Max(1, others);
        }

        return true;
    }

    // "three men", whose number is a part of the role, may be anybody, also those whom somebody shot.
    private static bool IsAnybody(Noun who) => who.Actor is null && who.Number is { } number && number.First >= who.First;

    private bool IsAttacker(Noun? who, NumberPhrase? number)
    {
        if (who is { IsState: false } && (who.IsRole || who.Actor is not null) && !who.IsPerson && !IsAnybody(who)) return true;
        return number is not null && analysis.GrammarAt(Math.Max(0, number.First - 2), number.First, "EnemySide").Entry is not null;
    }
}
