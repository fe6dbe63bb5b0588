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
    private const int ReachTally = 9;

    public List<Toll> Find(Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        var tolls = new List<Toll>();
        Zero(sentence, tolls);
        if (!analysis.Marks(sentence.First, sentence.End).Any(m => m.Of(Sort.Harm) is not null)) return tolls;
        for (int at = sentence.First; at < sentence.End;)
        {
            NumberPhrase? number = analysis.MayBeginNumber(at) ? NumberReader.At(analysis, at, sentence.End) : null;
            if (number is null)
            {
                at++;
                continue;
            }

            if (!IsPartOf(number, sentence) && !IsAge(number, nouns) && Harm(number, sentence, nouns) is { } harm) tolls.Add(Counted(number, harm, nouns));
            at = number.End;
        }

        foreach (Noun noun in nouns.Where(n => n.IsOne && (n.IsPerson || n.IsRole))) Single(noun, sentence, nouns, tolls);
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End)) Enumerated(mark, sentence, nouns, tolls);
        return tolls;
    }

    // "killing a policeman and two civilians", "wounded a woman and a girl": single people behind a word of harm count with the numbers beside them.
    private void Enumerated(Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        Entry? active = harm.Entries.FirstOrDefault(e => e.Sort == Sort.Harm && IsToll(e) && e.Key.EndsWith("active", StringComparison.Ordinal));
        if (active is null || BeBefore(harm.First, sentence.First)) return;
        List<Noun> people = [];
        int end = harm.End;
        foreach (Noun noun in nouns)
        {
            int start = noun.Number?.First ?? noun.First;
            if (start < harm.End) continue;
            if (!Lists(end, start, people.Count > 0) || !(noun.IsPerson || noun.IsRole) || noun is { IsOne: false, Number: null } || noun.Number is { IsVague: true } or { Upper: not null }) break;
            people.Add(noun);
            end = Math.Max(noun.End, noun.Name?.End ?? 0);
        }

        if (!people.Exists(p => p.IsOne)) return;
        bool killed = active.Key.StartsWith("Killed", StringComparison.Ordinal);
        int count = people.Sum(p => p.Number?.Value ?? 1);
        tolls.RemoveAll(t => t.IsKilled == killed && t.First >= harm.First && t.End <= end);
        tolls.Add(new Toll(killed, new CasualtyRange(null, count, null), people[0], harm.First, end) { OfAttackers = people.TrueForAll(p => IsAttacker(p, p.Number)) });
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

    private Toll Counted(NumberPhrase number, Mark harm, IReadOnlyList<Noun> nouns)
    {
        CasualtyRange range = number switch
        {
            { Upper: { } newer } when analysis.HasCue("Revised", Math.Max(0, number.First - ReachBefore), number.First) => new CasualtyRange(null, newer, null),
            { Upper: { } upper } => new CasualtyRange(number.Value, null, upper),
            { IsLow: true } => new CasualtyRange(number.Value, null, null),
            { IsHigh: true } => new CasualtyRange(null, null, number.Value),
            _ => new CasualtyRange(null, number.Value, null),
        };
        Noun? who = nouns.FirstOrDefault(n => n.Number is { } own && own.First == number.First);
        return new Toll(IsKilled(harm), range, who, Math.Min(number.First, harm.First), Math.Max(number.End, harm.End)) { OfAttackers = IsAttacker(who, number), IsVague = number.IsVague };
    }

    // "five, among them two children" is five.
    private bool IsPartOf(NumberPhrase number, Sentence sentence)
    {
        int first = number.First;
        if (first > sentence.First && (analysis.Is(first - 1, WordClass.None) || analysis.GrammarAt(first - 1, first, "NotCounted").Entry is not null)) return true;
        if (number.End < sentence.End && analysis.GrammarAt(number.End, sentence.End, "Including").Entry is not null) return true;
        for (int at = first - 1; at >= Math.Max(sentence.First, first - 3); at--)
        {
            // "9 of them killed, 1 soldier wounded": what harm already ended includes nobody behind it.
            if (analysis.GrammarAt(at, first, "Including").Entry is not null && !Harms(at, first)) return true;
        }

        // Ages, sums, distances and the like: the word behind says that no people are counted.
        return number.End < sentence.End && analysis.GrammarAt(number.End, sentence.End, "Measure").Entry is not null;
    }

    private bool Harms(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (HarmAt(at) is not null) return true;
        }

        return false;
    }

    // "a youth of 19": a number behind one person and "of" is an age.
    private bool IsAge(NumberPhrase number, IReadOnlyList<Noun> nouns) =>
        number.First > 0 && analysis.Is(number.First - 1, WordClass.Of) && nouns.Any(n => n.End == number.First - 1 && n is { IsPerson: true, IsOne: true });

    private Mark? Harm(NumberPhrase number, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        Noun? who = nouns.FirstOrDefault(n => n.Number is { } own && own.First == number.First);
        if (who is { IsThing: true }) return null;
        int from = who is null ? number.End : Math.Max(who.End, who.Name?.End ?? 0);
        if (number.First > sentence.First && analysis.Over(number.First - 1) is { } led && led.End == number.First && IsTally(led)) return led;
        if (Before(number, sentence) is { } before) return before;
        if (HarmAt(from) is { } next) return next;
        if (HarmAt(from + 1) is { } second && analysis.Is(from, WordClass.Near | WordClass.Be | WordClass.Aux | WordClass.And | WordClass.Of)) return second;
        if (who is null && Tally(number, sentence) is { } tally) return tally;
        for (int at = from; at < Math.Min(sentence.End, from + ReachAfter); at++)
        {
            if (HarmAt(at) is { } found)
            {
                bool passive = found.Of(Sort.Harm)!.Key is var key && (key.EndsWith("participle", StringComparison.Ordinal) || key.EndsWith("finite", StringComparison.Ordinal) || key.EndsWith("counted", StringComparison.Ordinal));
                bool bound = key.EndsWith("finite", StringComparison.Ordinal) || BeBefore(at, from);
                return passive && bound && (who is not null || AreOthers(from, at)) ? found : null;
            }

            if (NumberReader.At(analysis, at, sentence.End) is { IsVague: false } && analysis.Over(at) is null && who is null) return null;
        }

        return null;
    }

    // "three more were injured", "four of them died": a number that stands for people named before.
    private bool AreOthers(int from, int harm)
    {
        for (int at = from; at < harm; at++)
        {
            if (!analysis.Is(at, WordClass.Near | WordClass.Be | WordClass.Aux) && analysis.GrammarAt(at, harm, "Others").Entry is null && !(at > from && analysis.GrammarAt(at - 1, harm, "Others").Count > 1)) return false;
        }

        return true;
    }

    // "the death toll rose to 41", "put the dead at 12", "le bilan est passé à 41".
    private Mark? Tally(NumberPhrase number, Sentence sentence)
    {
        for (int at = number.First - 1; at >= Math.Max(sentence.First, number.First - ReachTally); at--)
        {
            if (analysis.At(at) is { } mark && IsTally(mark)) return mark;
        }

        return null;
    }

    private bool BeBefore(int at, int from)
    {
        for (int word = at - 1; word >= Math.Max(from, at - 3); word--)
        {
            if (analysis.Is(word, WordClass.Be)) return true;
        }

        return false;
    }

    private Mark? HarmAt(int word) => analysis.At(word) is { } mark && mark.Of(Sort.Harm) is { } harm && IsToll(harm) && !IsTally(mark) ? mark : null;

    private static bool IsTally(Mark mark) => mark.Entries.Any(e => e.Sort == Sort.Harm && e.Key.EndsWith("tally", StringComparison.Ordinal));

    private static bool IsToll(Entry harm) => harm.Key.StartsWith("Killed", StringComparison.Ordinal) || harm.Key.StartsWith("Wounded", StringComparison.Ordinal);

    // "killed at least 10", "killing 12", "left 141", "wounded: 3": only words that qualify the number may stand between.
    private Mark? Before(NumberPhrase number, Sentence sentence)
    {
        for (int at = number.First - 1; at >= Math.Max(sentence.First, number.First - ReachBefore); at--)
        {
            if (analysis.Document.GapAfter(at).Contains(',')) return null;
            if (analysis.Over(at) is { } mark && mark.Of(Sort.Harm) is not null)
            {
                foreach (Entry entry in mark.Entries)
                {
                    bool active = entry.Sort == Sort.Harm && IsToll(entry) && (entry.Key.EndsWith("active", StringComparison.Ordinal) || analysis.Document.GapAfter(mark.End - 1).Contains(':'));
                    if (active && !BeBefore(mark.First, sentence.First)) return mark;
                }

                return null;
            }

            bool small = analysis.Is(at, WordClass.Near | WordClass.Det | WordClass.Prep | WordClass.Of) || analysis.GrammarAt(at, number.First, "Low", "High").Entry is not null
                || analysis.Words[at].Text is "least" or "than" or "many" or "to" or "as" or "moins";
            if (!small) return null;
        }

        return null;
    }

    // "no casualties", "nobody was hurt", "sans victime": an explicit nobody, for both when the word means both.
    private void Zero(Sentence sentence, List<Toll> tolls)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            (Entry? entry, int count) = analysis.GrammarAt(at, sentence.End, "NobodyKilled", "NobodyWounded", "NobodyHarmed");
            if (entry is null) continue;

            // "The army gave no losses of its own" gives no figure, which is not nobody.
            if (at > sentence.First && analysis.GrammarAt(at - 1, at, "Gave").Entry is not null) continue;
            var none = new CasualtyRange(null, 0, null);
            if (entry.Key != "NobodyWounded") tolls.Add(new Toll(true, none, null, at, at + count));
            if (entry.Key != "NobodyKilled") tolls.Add(new Toll(false, none, null, at, at + count));
            at += count - 1;
        }
    }

    private void Single(Noun noun, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        int from = Math.Max(noun.End, noun.Name?.End ?? 0);
        for (int at = from; at < Math.Min(sentence.End, from + ReachAfter); at++)
        {
            if (nouns.Any(n => n.First == at && (n.IsPerson || n.IsRole) && n.Number is not null)) return;
            if (HarmAt(at) is not { } harm) continue;
            if (IsSpared(noun, at, sentence)) return;
            bool finite = harm.Entries.Any(e => e.Sort == Sort.Harm && e.Key.EndsWith("finite", StringComparison.Ordinal));
            bool participle = harm.Entries.Any(e => e.Sort == Sort.Harm && e.Key.EndsWith("participle", StringComparison.Ordinal)) && BeBefore(at, from);
            if ((finite || participle) && !tolls.Exists(t => t.IsKilled == IsKilled(harm) && t.First <= harm.First && harm.First < t.End))
                tolls.Add(new Toll(IsKilled(harm), new CasualtyRange(null, 1, null), noun, noun.First, harm.End) { OfAttackers = IsAttacker(noun, null) });
            return;
        }
    }

    // "The mayor was not injured", "neither he nor his wife was hurt".
    private bool IsSpared(Noun noun, int harm, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, noun.First - ReachBefore); at < harm; at++)
        {
            if (analysis.GrammarAt(at, harm, "Neither").Entry is not null || (at >= noun.End && analysis.Is(at, WordClass.None))) return true;
        }

        return false;
    }

    private static bool IsKilled(Mark harm) => harm.Of(Sort.Harm)!.Key.StartsWith("Killed", StringComparison.Ordinal);

    private bool IsAttacker(Noun? who, NumberPhrase? number)
    {
        if (who is { IsState: false } && (who.IsRole || who.Actor is not null) && !who.IsPerson) return true;
        return number is not null && analysis.GrammarAt(Math.Max(0, number.First - 2), number.First, "EnemySide").Entry is not null;
    }
}
