using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Tells whom a clause joins, whatever is said of each of them: "the driver and six of his passengers", "a farmer, Malam Sani, and his two sons", "un employé et son épouse, enceinte de sept mois,".</summary>
internal sealed class Coordination(Analysis analysis)
{
    // A list of people with all that is said of them is no longer than this, in words.
    private const int Reach = 40;

    // Articles and the like before a noun: "the other", "her four-year-old".
    private const int ArticleReach = 5;

    /// <summary>Those joined right before a verb, its subject; one or none where it joins nobody.</summary>
    public List<Noun> Before(int verb, Sentence sentence, IReadOnlyList<Noun> people)
    {
        int from = ClauseOf(verb, sentence, people);

        // "Six people including the pastor and two of his sons were killed": all were told before.
        if (from > sentence.First && analysis.Over(from - 1) is null && analysis.GrammarAt(from - 1, from, "Including").Entry is not null) return [];
        List<(int First, int End)> parts = Parts(from, verb);

        // "Two nuns, an American and a Dutchwoman, died": what stands between commas right before the verb only describes.
        if (parts.Count > 1 && analysis.Document.GapBefore(verb).Contains(',') && !IsAnd(parts[^1].First)) parts.RemoveAt(parts.Count - 1);
        List<Noun> joined = Join(parts, people);
        return joined.Count > 0 && joined[^1].PhraseFirst >= parts[^1].First ? joined : [];
    }

    /// <summary>Those joined from a word on, an object; none where nobody is named there.</summary>
    public List<Noun> Behind(int from, Sentence sentence, IReadOnlyList<Noun> people)
    {
        int end = from;
        if (from > sentence.First && !analysis.Document.JoinsNext(from - 1)) return [];
        while (end < Math.Min(sentence.End, from + Reach) && (end == from || analysis.Document.JoinsNext(end - 1) || analysis.Document.GapBefore(end).Contains(',')) && !Ends(end, people)) end++;
        List<Noun> joined = Join(Parts(from, end), people);

        // "killed four, the governor said": whoever stands behind the comma is no object.
        return joined.Count > 0 && Opens(from, joined[0].PhraseFirst) && !HasComma(from, joined[0].PhraseFirst) ? joined : [];
    }

    private List<Noun> Join(List<(int First, int End)> parts, IReadOnlyList<Noun> people)
    {
        List<Noun> joined = [];
        List<Noun> waiting = [];
        foreach ((int first, int end) in parts)
        {
            bool and = IsAnd(first);
            Noun[] own = [.. people.Where(n => n.PhraseFirst >= first && n.PhraseEnd <= end)];
            Noun? head = Array.Find(own, n => Opens(first, n.PhraseFirst));
            if (joined.Count == 0)
            {
                head = Array.Find(own, n => !IsGoverned(n.PhraseFirst, first));
                if (head is not null) joined.AddRange(WithJoined(FirstJoinedTo(head, own, first), own));
                continue;
            }

            // "the candidate" of "Ana Ruiz, the candidate, and her driver", "who had stopped the car": it only describes. "a nurse" of "a guard, a nurse and a cook" waits for the "and".
            if (head is null) continue;
            if (waiting.Count == 0 && IsApposed(joined[^1], head) && !and) continue;
            waiting.AddRange(WithJoined(head, own));
            if (!and && !HasAnd(head.PhraseEnd, end)) continue;

            if (!AreAllOf(joined, waiting)) joined.AddRange(waiting);
            waiting.Clear();
        }

        return joined;
    }

    // "seven people, four farmers and three herders": the same told one by one.
    private bool AreAllOf(List<Noun> joined, List<Noun> others) =>
        joined is [{ Number.Value: > 1 and var all } whole] && others.Sum(Count) == all && (whole.Target == TargetKind.Civilians || analysis.GrammarAt(whole.Head, whole.End, "Anyone").Entry is not null);

    // "amount to 18 policemen and 15 soldiers": what governs the first of them governs the list.
    private Noun FirstJoinedTo(Noun head, Noun[] own, int first)
    {
        int lead = Lead(head.PhraseFirst, first - 1);
        return lead > first && IsAnd(lead) && Array.FindLast(own, n => n.PhraseEnd == lead) is { } before ? before : head;
    }

    // "three doctors of the clinic and a nurse": those of the part that an "and" joins to its head.
    private IEnumerable<Noun> WithJoined(Noun head, Noun[] own)
    {
        yield return head;
        int from = head.PhraseEnd;
        foreach (Noun noun in own.Where(n => n.PhraseFirst >= head.PhraseEnd))
        {
            if (!Describes(from, noun.PhraseFirst)) yield break;
            int lead = Lead(noun.PhraseFirst, from);
            if (lead < from || !IsAnd(lead)) continue;
            yield return noun;
            from = noun.PhraseEnd;
        }
    }

    // Whether what stands between two of them may belong to the first: nothing, "of the second battalion", "at the gate", "selling fruit", "adjoint"; not "saw it and".
    private bool Describes(int from, int to)
    {
        if (from >= to || IsAnd(from) || analysis.Is(from, WordClass.Of | WordClass.Prep | WordClass.Locative)) return true;
        if (analysis.Document.JoinsNext(from) && (IsAnd(from + 1) || analysis.Is(from + 1, WordClass.Of)) && analysis.Over(from)?.Of(Sort.Trigger) is null && !analysis.Words[from].Text.EndsWith("ed", StringComparison.Ordinal)) return true;
        return analysis.Words[from].Text is var text && (text.EndsWith("ing", StringComparison.Ordinal) || text.EndsWith("ant", StringComparison.Ordinal) || analysis.GrammarAt(from, to, "Aged").Entry is not null);
    }

    private static int Count(Noun noun) => noun.Number?.Value ?? 1;

    private static bool IsApposed(Noun one, Noun next) => one.IsName != next.IsName || ((one.Name ?? next.Name) is not null && next.IsOne && one.IsOne);

    private bool HasAnd(int first, int end)
    {
        for (int at = first; at < end; at++)
        {
            if (IsAnd(at)) return true;
        }

        return false;
    }

    // Whether only articles and the like stand between a word and a noun.
    private bool Opens(int from, int noun) => noun - from <= ArticleReach && (Lead(noun, from - 1) is var lead) && (lead < from || (lead == from && IsAnd(from)));

    // The word before a noun and its articles.
    private int Lead(int noun, int from)
    {
        int at = noun - 1;
        while (at > from && !IsAnd(at) && !analysis.Is(at, WordClass.Of) && (analysis.Is(at, WordClass.Det | WordClass.Near | WordClass.Singular) || IsHyphened(at) || analysis.GrammarAt(at, noun, "Low", "High", "About").Entry is not null)) at--;
        return at;
    }

    // "4-year-old".
    private bool IsHyphened(int at) => analysis.Document.GapBefore(at) is "-" || analysis.Document.GapAfter(at) is "-";

    // "including two children" joins nobody.
    private bool IsAnd(int at) => analysis.Is(at, WordClass.And) && analysis.GrammarAt(at, at + 1, "Including").Entry is null;

    private bool IsGoverned(int noun, int from)
    {
        int lead = Lead(noun, from - 1);
        return lead >= from && analysis.Is(lead, WordClass.Of | WordClass.Prep | WordClass.Locative | WordClass.By);
    }

    // What stands between commas.
    private List<(int First, int End)> Parts(int from, int end)
    {
        List<(int, int)> parts = [];
        int first = from;
        for (int at = from; at < end; at++)
        {
            if (at + 1 < end && !analysis.Document.GapAfter(at).Contains(',')) continue;
            parts.Add((first, at + 1));
            first = at + 1;
        }

        return parts;
    }

    // Where the clause begins of which a verb is the verb: what is said between commas of its subject belongs to it.
    private int ClauseOf(int verb, Sentence sentence, IReadOnlyList<Noun> people)
    {
        int at = verb;
        while (at > sentence.First && verb - at < Reach && (analysis.Document.JoinsNext(at - 1) || analysis.Document.GapBefore(at).Contains(',')))
        {
            if (!Ends(at - 1, people))
            {
                at--;
                continue;
            }

            // ", who had stopped the car,": the whole of it is passed over.
            int opening = at - 1;
            while (opening > sentence.First && !analysis.Document.GapBefore(opening).Contains(',') && analysis.Document.JoinsNext(opening - 1)) opening--;
            if (opening == sentence.First || !analysis.Document.GapBefore(opening).Contains(',') || analysis.GrammarAt(opening, verb, "Relative").Entry is null || !HasComma(at - 1, verb)) return at;
            at = opening;
        }

        return at;
    }

    private bool HasComma(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (analysis.Document.GapAfter(at).Contains(',')) return true;
        }

        return false;
    }

    // What no list of people holds: a verb, a word that begins another clause.
    private bool Ends(int at, IReadOnlyList<Noun> people)
    {
        if (people.Any(n => at >= n.PhraseFirst && at < n.PhraseEnd)) return false;
        if (analysis.Is(at, WordClass.Be | WordClass.Say) || (analysis.Is(at, WordClass.Aux) && !analysis.Is(at, WordClass.Near | WordClass.Prep | WordClass.Det)) || (analysis.Is(at, WordClass.Clause) && !IsAnd(at)) || analysis.GrammarAt(at, at + 1, "Including").Entry is not null) return true;
        return analysis.Over(at) is { } mark && (mark.Of(Sort.Harm) is not null || mark.Of(Sort.Trigger)?.Event is { Form: TriggerForm.Verb or TriggerForm.Kill });
    }
}
