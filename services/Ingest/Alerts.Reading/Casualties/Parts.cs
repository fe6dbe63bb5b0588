using System.Buffers;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Casualties;

/// <summary>Tells numbers that count some of those told before ("five, two of them children") and others that count nobody.</summary>
internal sealed class Parts(Analysis analysis, HarmWords harms)
{
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",(–—");

    private const int LeadReach = 3;
    private const int AsideReach = 12;
    private const int NamedReach = 20;
    private const int AmongReach = 10;

    /// <summary>Whether a number stands for some of those told before: "seven of them died", "quatre d'entre eux". It counts where nobody counts the rest.</summary>
    public bool IsOfThem(NumberPhrase number) => number.End < analysis.Words.Count && analysis.Document.JoinsNext(number.End - 1) && analysis.GrammarAt(number.End, analysis.Words.Count, "OfThem").Entry is not null;

    /// <summary>Whether a preposition makes those whose naming begins at a word anything but the subject: "the case against eleven guards".</summary>
    public bool IsGoverned(int first, Sentence sentence)
    {
        int at = first;
        while (at > sentence.First && analysis.Is(at - 1, WordClass.Det | WordClass.Singular) && !analysis.Is(at - 1, WordClass.Prep)) at--;
        return at > sentence.First && analysis.Is(at - 1, WordClass.Prep) && !analysis.Is(at - 1, WordClass.Near | WordClass.Of) && !IsQualifier(at - 1, first);
    }

    // "at least", "up to", "d'au moins": no preposition of its own.
    private bool IsQualifier(int word, int first) => Enumerable.Range(Math.Max(0, word - LeadReach), LeadReach + 1).Any(at => analysis.GrammarAt(at, first, "Low", "High", "About", "RangeFrom") is { Entry: not null } led && at + led.Count > word);

    /// <summary>The word behind those whom a number includes between commas: "were" of "and five, among them a captain, were wounded"; the given word when there are none.</summary>
    public int BehindIncluded(int from, Sentence sentence) =>
        from < sentence.End && IsPause(from - 1) && (analysis.GrammarAt(from, sentence.End, "Including").Entry is not null || IsSome(from, sentence) || IsAmong(from, sentence)) ? Closing(from, sentence) : BehindNamed(from, sentence);

    /// <summary>The verb behind those whom a number includes without a comma: "ont" of "six personnes dont le pasteur et deux de ses fils ont été tuées"; the given word when there are none.</summary>
    public int BehindNamed(int from, Sentence sentence)
    {
        if (from >= sentence.End || !analysis.Document.JoinsNext(from - 1) || analysis.GrammarAt(from, sentence.End, "Including").Entry is null || analysis.GrammarAt(from, sentence.End, "OfThem").Entry is not null || IsFateOfSome(from, sentence)) return from;
        for (int at = from + 1; at < Math.Min(sentence.End, from + NamedReach); at++)
        {
            if (analysis.Is(at, WordClass.Be | WordClass.Aux) && !analysis.Is(at, WordClass.Near | WordClass.Prep | WordClass.Det)) return at;
        }

        return from;
    }

    /// <summary>The word behind a part between commas ("were" of "four patrons, aged 24 to 41, were"); the given word when there is none.</summary>
    public int BehindAside(int from, Sentence sentence) => from < sentence.End && analysis.Document.GapAfter(from - 1).Contains(',') ? Closing(from, sentence) : from;

    // "one of whom later died".
    private bool IsSome(int at, Sentence sentence) => NumberReader.At(analysis, at, sentence.End) is { } some && IsOfThem(some);

    private int Closing(int from, Sentence sentence)
    {
        for (int at = from + 1; at < Math.Min(sentence.End, from + AsideReach); at++)
        {
            if (IsPause(at - 1)) return at;
        }

        return from;
    }

    private bool IsBreak(int word) => !analysis.Document.JoinsNext(word) || IsPause(word);

    // A comma, a bracket or a dash.
    private bool IsPause(int word) => analysis.Document.GapAfter(word) is var gap && (gap.ContainsAny(Pauses) || gap is " - " or " -- ");

    /// <summary>Whether those whom a word begins to name are only some of those before: "two police officers among them", "un imam et ses deux fils notamment".</summary>
    public bool IsAmong(int first, Sentence sentence)
    {
        for (int at = first; at < Math.Min(sentence.End, first + AmongReach); at++)
        {
            if (at > first && analysis.GrammarAt(at, sentence.End, "AmongThem") is { Entry: not null } among) return at + among.Count >= sentence.End || IsBreak(at + among.Count - 1);
            if (IsBreak(at) || harms.At(at) is not null || analysis.Is(at, WordClass.Be | WordClass.Say)) return false;
        }

        return false;
    }

    /// <summary>Whether one person is named among others: "including a nurse", "dont un policier".</summary>
    public bool IsIncluded(Noun one, Sentence sentence)
    {
        int at = one.PhraseFirst;
        while (at > sentence.First && analysis.Is(at - 1, WordClass.Det | WordClass.Singular | WordClass.Near) && analysis.GrammarAt(at - 1, at, "Including").Entry is null) at--;
        for (int lead = Math.Max(sentence.First, at - LeadReach); lead < at; lead++)
        {
            if (analysis.GrammarAt(lead, at, "Including") is { Entry: not null } including && lead + including.Count == at) return true;
        }

        return IsAmong(one.First, sentence);
    }

    /// <summary>Whether a word opens what befell some of those told before: "of whom three died", "dont deux n'ont pas survécu".</summary>
    public bool IsFateOfSome(int from, Sentence sentence)
    {
        (Entry? lead, int count) = analysis.GrammarAt(from, sentence.End, "Including", "OfThem");
        return lead is not null && from + count < sentence.End && NumberReader.At(analysis, from + count, sentence.End) is { } some && Dies(some.End, sentence);
    }

    private bool Dies(int at, Sentence sentence)
    {
        while (at < sentence.End && analysis.Is(at, WordClass.Aux) && harms.At(at) is null) at++;
        return harms.At(at) is { } harm && HarmWords.IsKilled(harm) && HarmWords.Has(harm, "finite");
    }

    /// <summary>Whether it is that number of whom it is said: "three" of "of whom three died".</summary>
    public bool IsFate(NumberPhrase number, Sentence sentence)
    {
        if (!Dies(number.End, sentence)) return false;
        return Enumerable.Range(Math.Max(sentence.First, number.First - LeadReach), Math.Min(LeadReach, number.First - sentence.First)).Any(at => analysis.GrammarAt(at, number.First, "Including", "OfThem") is { Entry: not null } lead && at + lead.Count == number.First);
    }

    /// <summary>Whether a number is counted with another one, or counts nobody: "five, among them two children" is five.</summary>
    public bool IsPart(NumberPhrase number, Sentence sentence)
    {
        int first = number.First;
        if (first > sentence.First && (analysis.Is(first - 1, WordClass.None) || analysis.GrammarAt(first - 1, first, "NotCounted").Entry is not null || IsChildrenOf(first, sentence))) return true;
        if (IsFate(number, sentence)) return false;
        if (IsIncluded(number, sentence) || IsWhole(first, sentence) || IsAmong(first, sentence)) return true;
        for (int at = first - 1; at >= Math.Max(sentence.First, first - LeadReach); at--)
        {
            // "9 dead (including 3 women), 2 wounded": the bracket ends it.
            if (analysis.Document.GapAfter(at).Contains(')')) break;

            // "9 of them killed, 1 soldier wounded": what harm already ended includes nobody behind it.
            if (Opens(at, first, sentence) && !harms.AreIn(at, first)) return true;
        }

        // Ages, sums, distances and the like: the word behind says that no people are counted, nor does a number that is half a word ("three-wheeler").
        return (number.End < sentence.End && analysis.Document.GapAfter(number.End - 1) is "-") || (number.End < sentence.End && analysis.GrammarAt(number.End, sentence.End, "Measure").Entry is not null);
    }

    /// <summary>Whether a number counts somebody's children: "a father of four", "the mother of two small children".</summary>
    public bool IsChildrenOf(int first, Sentence sentence) => first - 2 >= sentence.First && analysis.GrammarAt(first - 2, first, "NotCounted") is { Entry: not null, Count: 2 };

    // "Of the nine men aboard, three perished", "out of nine", "sur les huit hommes à bord, cinq ...".
    private bool IsWhole(int number, Sentence sentence)
    {
        int at = number - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Det) && !analysis.Is(at, WordClass.Of)) at--;
        if (at > sentence.First && analysis.GrammarAt(at - 1, at + 1, "OutOf") is { Entry: not null, Count: 2 }) at--;
        return at >= sentence.First && analysis.GrammarAt(at, number, "OutOf").Entry is not null && (at == sentence.First || !analysis.Document.JoinsNext(at - 1));
    }

    // "eight, including two children" is eight: behind a comma others are included.
    private bool IsIncluded(NumberPhrase number, Sentence sentence) =>
        number.End < sentence.End && analysis.Document.JoinsNext(number.End - 1) && !IsOfThem(number) && analysis.GrammarAt(number.End, sentence.End, "Including").Entry is not null;

    // "one of whom counted four bodies": what counts by itself includes no more.
    private bool Opens(int at, int first, Sentence sentence) =>
        analysis.GrammarAt(at, first, "Including").Entry is not null && NumberReader.At(analysis, at, first) is null && (at == sentence.First || analysis.Document.GapBefore(at).Contains(',') || NumberReader.At(analysis, at - 1, at) is null || analysis.GrammarAt(at, first, "OfThem").Entry is null);
}
