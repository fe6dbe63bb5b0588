using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Casualties;

/// <summary>Tells numbers that count some of those told before ("five, two of them children") and others that count nobody.</summary>
internal sealed class Parts(Analysis analysis, HarmWords harms)
{
    private const int LeadReach = 3;
    private const int AsideReach = 12;
    private const int NamedReach = 20;

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
        from < sentence.End && analysis.Document.GapAfter(from - 1).Contains(',') && (analysis.GrammarAt(from, sentence.End, "Including").Entry is not null || IsSome(from, sentence)) ? Closing(from, sentence) : BehindNamed(from, sentence);

    /// <summary>The verb behind those whom a number includes without a comma: "ont" of "six personnes dont le pasteur et deux de ses fils ont été tuées"; the given word when there are none.</summary>
    public int BehindNamed(int from, Sentence sentence)
    {
        if (from >= sentence.End || !analysis.Document.JoinsNext(from - 1) || analysis.GrammarAt(from, sentence.End, "Including").Entry is null || analysis.GrammarAt(from, sentence.End, "OfThem").Entry is not null) return from;
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
            if (analysis.Document.GapAfter(at - 1).Contains(',')) return at;
        }

        return from;
    }

    /// <summary>Whether a number is counted with another one, or counts nobody: "five, among them two children" is five.</summary>
    public bool IsPart(NumberPhrase number, Sentence sentence)
    {
        int first = number.First;
        if (first > sentence.First && (analysis.Is(first - 1, WordClass.None) || analysis.GrammarAt(first - 1, first, "NotCounted").Entry is not null)) return true;
        if (IsIncluded(number, sentence) || IsWhole(first, sentence)) return true;
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

    // "Of the nine men aboard, three perished", "sur les huit hommes à bord, cinq ...".
    private bool IsWhole(int number, Sentence sentence)
    {
        int at = number - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Det) && !analysis.Is(at, WordClass.Of)) at--;
        return at >= sentence.First && analysis.GrammarAt(at, number, "OutOf").Entry is not null && (at == sentence.First || !analysis.Document.JoinsNext(at - 1));
    }

    // "eight, including two children" is eight: behind a comma others are included.
    private bool IsIncluded(NumberPhrase number, Sentence sentence) =>
        number.End < sentence.End && analysis.Document.JoinsNext(number.End - 1) && !IsOfThem(number) && analysis.GrammarAt(number.End, sentence.End, "Including").Entry is not null;

    // "one of whom counted four bodies": what counts by itself includes no more.
    private bool Opens(int at, int first, Sentence sentence) =>
        analysis.GrammarAt(at, first, "Including").Entry is not null && NumberReader.At(analysis, at, first) is null && (at == sentence.First || analysis.Document.GapBefore(at).Contains(',') || NumberReader.At(analysis, at - 1, at) is null || analysis.GrammarAt(at, first, "OfThem").Entry is null);
}
