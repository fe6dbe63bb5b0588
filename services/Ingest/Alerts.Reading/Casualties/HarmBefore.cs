using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Casualties;

/// <summary>Binds numbers to the word of harm before them: "killed at least 10", "killing 12", "left 141", "wounded: 3".</summary>
internal sealed class HarmBefore(Analysis analysis, HarmWords harms, Tallies tallies)
{
    private const int Reach = 5;
    private const int AsideReach = 8;
    private const int LongestNumber = 4;

    /// <summary>The word of harm before a number; null when there is none, or other words than those that qualify a number stand between.</summary>
    public Mark? Of(NumberPhrase number, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        if (OverAside(number, sentence) is { } far) return far;
        for (int at = number.First - 1; at >= Math.Max(sentence.First, number.First - Reach); at--)
        {
            // "4 workers killed and 11 injured": behind "and" another harm begins.
            if (analysis.Document.GapAfter(at).ContainsAny(',', '(') || analysis.Is(at, WordClass.And)) return null;
            if (analysis.Over(at) is { } mark && mark.Of(Sort.Harm) is not null)
            {
                foreach (Entry entry in mark.Entries)
                {
                    bool active = entry.Sort == Sort.Harm && HarmWords.IsToll(entry) && (entry.Key.EndsWith("active", StringComparison.Ordinal) || analysis.Document.GapAfter(mark.End - 1).Contains(':'));
                    if (active && !harms.BeBefore(mark.First, sentence.First) && !HasNumber(mark, sentence)) return IsOfBody(number, mark, sentence, nouns) ? null : mark;
                }

                // "beheaded three villagers": what else tells who was found so, says who did it before people.
                if (HarmWords.IsToll(mark.Of(Sort.Harm)!) && HarmWords.Has(mark, "participle") && !HarmWords.Has(mark, "noun") && (mark.End == number.First || analysis.GrammarAt(mark.End, number.First, "Low", "High") is { Entry: not null } led && mark.End + led.Count == number.First) && IsOfPeople(number, nouns) && !harms.BeBefore(mark.First, sentence.First)) return mark;
                return HarmWords.IsToll(mark.Of(Sort.Harm)!) && IsListed(number, mark, sentence) ? mark : null;
            }

            bool small = analysis.Is(at, WordClass.Near | WordClass.Det | WordClass.Prep | WordClass.Of) || analysis.GrammarAt(at, number.First, "Low", "High", "Others", "OneMore").Entry is not null
                || analysis.Words[at].Text is "least" or "than" or "many" or "to" or "as" or "moins";
            if (!small) return null;
        }

        return null;
    }

    // "killed, on Monday evening, three guards": what stands between commas only says when or where.
    private Mark? OverAside(NumberPhrase number, Sentence sentence)
    {
        if (number.First == sentence.First || !analysis.Document.GapAfter(number.First - 1).Contains(',')) return null;
        int at = number.First - 1;
        while (at > sentence.First && number.First - at <= AsideReach && !analysis.Document.GapBefore(at).Contains(','))
        {
            if (analysis.Is(at, WordClass.Clause | WordClass.Be | WordClass.Say) || analysis.Over(at)?.Of(Sort.Harm) is not null) return null;
            at--;
        }

        return at > sentence.First && analysis.Document.GapBefore(at).Contains(',') && analysis.Over(at - 1) is { } mark && mark.Of(Sort.Harm) is { } harm && HarmWords.IsToll(harm)
            && HarmWords.Has(mark, "active") && !harms.BeBefore(mark.First, sentence.First) && !HasNumber(mark, sentence) ? mark : null;
    }

    // "51 wounded in both forces".
    private bool HasNumber(Mark harm, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, harm.First - LongestNumber); at < harm.First; at++)
        {
            if (analysis.MayBeginNumber(at) && NumberReader.At(analysis, at, harm.First) is { } own && own.End == harm.First && !analysis.Is(at, WordClass.Singular)) return true;
        }

        return false;
    }

    // "lost two teeth": people only are dead when somebody lost them.
    private bool IsOfBody(NumberPhrase number, Mark harm, Sentence sentence, IReadOnlyList<Noun> nouns) =>
        analysis.HasGrammar(harm.First, harm.End, "Loses") && !IsOfPeople(number, nouns) && tallies.IsOfSomethingElse(number, sentence);

    private static bool IsOfPeople(NumberPhrase number, IReadOnlyList<Noun> nouns) => nouns.Any(n => (n.IsPerson || n.IsRole) && n.Number?.First == number.First);

    // "wounded 6, dead 2", "blessés 5": a message puts the number right behind the word and goes on.
    private bool IsListed(NumberPhrase number, Mark harm, Sentence sentence) =>
        harm.End == number.First && (HarmWords.Has(harm, "noun") || HarmWords.Has(harm, "participle")) && !IsSaid(harm, sentence)
        && (number.End >= sentence.End || !analysis.Document.JoinsNext(number.End - 1) || analysis.Is(number.End, WordClass.And) || (harms.At(number.End) is { } next && next.End < sentence.End && NumberReader.At(analysis, next.End, sentence.End) is not null));

    // "3 dead", "were wounded": the word goes with what stands before it.
    private bool IsSaid(Mark harm, Sentence sentence) => harm.First > sentence.First && analysis.Document.JoinsNext(harm.First - 1)
        && !analysis.Is(harm.First - 1, WordClass.And) && NumberReader.At(analysis, harm.First - 1, harm.First) is not { Value: 0 };
}
