using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Casualties;

/// <summary>Tells numbers that are somebody's age from those that count: "a youth of 19", "a woman, 64, dead in the yard", "two girls, 12 and 14", "aged 34, 50 and 72".</summary>
internal sealed class Ages(Analysis analysis, Sentence sentence, IReadOnlyList<Noun> nouns)
{
    private const int Oldest = 110;

    // Where the age before ended: what goes on with a comma or "and" is an age too.
    private int _end = -1;

    /// <summary>Whether a number is an age. To be asked of the numbers of a sentence from left to right.</summary>
    public bool Has(NumberPhrase number)
    {
        if (number is not { IsLow: false, IsHigh: false, IsVague: false, Value: > 0 and < Oldest } || !(IsLed(number) || IsAside(number) || GoesOn(number))) return false;
        _end = number.End;
        return true;
    }

    // "aged 12", "a youth of 19".
    private bool IsLed(NumberPhrase number) => number.First > sentence.First
        && (IsAgedWord(number.First)
            || (analysis.Is(number.First - 1, WordClass.Of) && nouns.Any(n => n.End == number.First - 1 && n is { IsPerson: true, IsOne: true })));

    // "aged 12", "under the age of ten".
    private bool IsAgedWord(int number) => analysis.GrammarAt(number - 1, number, "Aged").Entry is not null || analysis.GrammarAt(number - 2, number, "Aged") is { Entry: not null, Count: 2 };

    // Between commas or brackets behind one person: "Barragan, 63, and", "(saleswoman, 61)". In brackets behind many it may count them: "soldiers (3)".
    private bool IsAside(NumberPhrase number)
    {
        if (number.First == sentence.First || analysis.Document.GapAfter(number.First - 1) is not (", " or "," or " (")) return false;
        Noun? who = nouns.FirstOrDefault(n => n.PhraseEnd == number.First && (n.IsPerson || n.IsRole));
        bool named = who is null && analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(number.First - 1) && number.First - 1 > sentence.First;
        if (who is null && !named) return (IsBracketed(number) && IsOne(number.First - 1)) || IsBetweenCommas(analysis, number.First, sentence);
        bool closes = number.End >= sentence.End || analysis.Document.GapAfter(number.End - 1) is [',' or ')' or ';' or '.', ..];
        bool many = who is not null && who.Number is not { Value: 1 } && (who.Number is not null || (!who.IsOne && who.Name is null && analysis.Words[who.Head].Text.EndsWith('s')));
        if (!many) return closes;
        return analysis.Is(number.End, WordClass.And) && analysis.Document.GapAfter(number.First - 1) is not " (" && NumberReader.At(analysis, number.End + 1, sentence.End) is { } next
            && (next.End >= sentence.End || analysis.Document.GapAfter(next.End - 1).Contains(','));
    }

    private bool IsBracketed(NumberPhrase number) => analysis.Document.GapAfter(number.First - 1) is " (" && analysis.Document.GapAfter(number.End - 1) is [')', ..];

    /// <summary>Whether a number stands between commas before a verb: "GARCIA ALVARADO, 56, WAS KILLED", where capitals tell no names.</summary>
    public static bool IsBetweenCommas(Analysis analysis, int number, Sentence sentence) =>
        char.IsAsciiDigit(analysis.Words[number].Text[0]) && analysis.Words[number].Text.Length <= 2 && number + 1 < sentence.End && analysis.Document.GapAfter(number - 1) is [',', ..]
        && analysis.Document.GapAfter(number) is [',', ..] && analysis.Is(number + 1, WordClass.Be | WordClass.Aux);

    // "a sacristan (66)": who it is stands in no lexicon, but that there is one.
    private bool IsOne(int word) => word > sentence.First && analysis.Document.JoinsNext(word - 1) && analysis.Is(word - 1, WordClass.Singular);

    private bool GoesOn(NumberPhrase number) =>
        _end >= 0 && ((number.First == _end && analysis.Document.GapAfter(_end - 1).Contains(',')) || (number.First == _end + 1 && analysis.Is(_end, WordClass.And) && !Counts(number)));

    // "a man of 72, and 102 wounded".
    private bool Counts(NumberPhrase number) => number.End < sentence.End && analysis.Document.JoinsNext(number.End - 1) && analysis.Over(number.End) is { } mark && (mark.Of(Sort.Harm) ?? mark.Of(Sort.Person) ?? mark.Of(Sort.Role)) is not null;
}
