using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Finds the figure that another source gives without saying again of what: "police say two people were killed; neighbours say three", "la police parle de deux morts, les habitants de trois".</summary>
internal sealed class RivalTolls(Analysis analysis)
{
    // "the people of the quarter of five": whose figure it is takes no more words.
    private const int MostSourceWords = 6;
    private const int QualifierReach = 3;
    private const int ReachBack = 30;

    // Every figure so far, in the order of the text: one may stand before a semicolon, which ends a sentence.
    private readonly List<Toll> _told = [];

    public void Find(Sentence sentence, List<Toll> tolls)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (!analysis.MayBeginNumber(at) || analysis.Is(at, WordClass.Singular) || tolls.Exists(t => t.First <= at && at < t.End)) continue;
            if (NumberReader.At(analysis, at, sentence.End) is not { IsVague: false, Upper: null, MayBeYear: false, Value: > 0 } number) continue;
            Toll? own = tolls.FindLast(t => t.End <= at && t.Count.Estimate > 0);
            Toll? other = own ?? BeforeSemicolon(sentence);
            if (other is not null && IsOfSource(number, own?.End ?? sentence.First, own is null, sentence)) tolls.Add(other with { Count = Range(number), Who = null, First = at, End = number.End, IsFurther = false, IsPart = false, IsVague = false });
            at = number.End - 1;
        }

        _told.AddRange(tolls.Where(t => t.Count.Estimate > 0));
    }

    private Toll? BeforeSemicolon(Sentence sentence) =>
        analysis.Document.GapBefore(sentence.First).Contains(';') ? _told.FindLast(t => t.End <= sentence.First && sentence.First - t.End <= ReachBack) : null;

    private static CasualtyRange Range(NumberPhrase number) => number switch
    {
        { IsLow: true } => new CasualtyRange(number.Value, null, null),
        { IsHigh: true } => new CasualtyRange(null, null, number.Value),
        _ => new CasualtyRange(null, number.Value, null),
    };

    private bool IsOfSource(NumberPhrase number, int from, bool opensSentence, Sentence sentence)
    {
        bool closes = number.End >= sentence.End || !analysis.Document.JoinsNext(number.End - 1);
        bool named = !closes && analysis.GrammarAt(number.End, sentence.End, "Sources").Entry is not null;
        if (!closes && !named) return false;
        int lead = BeforeQualifier(number.First, from);
        int opening = Opening(lead, from);
        if (opening < 0 || (opensSentence && opening != sentence.First)) return false;
        if (named) return lead == opening;
        return lead > opening && (analysis.Is(lead - 1, WordClass.Say) || (analysis.Is(lead - 1, WordClass.Of) && lead - 1 > opening)) && IsOnlySource(opening, lead - 1);
    }

    // "at least three", "plus de trois".
    private int BeforeQualifier(int number, int from)
    {
        for (int at = Math.Max(from, number - QualifierReach); at < number; at++)
        {
            if (analysis.GrammarAt(at, number, "Low", "High", "Merely") is { Entry: not null } led && at + led.Count == number) return at;
        }

        return number;
    }

    // Where the clause begins, behind the pause after the first figure; -1 when there is none.
    private int Opening(int word, int from)
    {
        for (int at = word; at >= Math.Max(from, word - MostSourceWords); at--)
        {
            if (analysis.Document.GapBefore(at).ContainsAny(",;:–—")) return at;
        }

        return -1;
    }

    // "neighbours", "the people of the quarter", "while the rebels": no other verb and no other harm, nor "up from an initial count of".
    private bool IsOnlySource(int first, int end)
    {
        if (analysis.HasGrammar(first, end, "Formerly")) return false;
        for (int at = first; at < end; at++)
        {
            if (analysis.Is(at, WordClass.Be | WordClass.Say) || (analysis.Over(at) is { } mark && ((mark.Of(Sort.Harm) ?? mark.Of(Sort.Trigger)) is not null || (mark.Of(Sort.Thing) is not null && mark.Of(Sort.Person) is null)))) return false;
        }

        return true;
    }
}
