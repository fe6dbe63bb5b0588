using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Casualties;

/// <summary>Binds numbers to words that count the dead or the wounded of an event: "the death toll rose to 41", "put the dead at 12", "le bilan est passé à 41".</summary>
internal sealed class Tallies(Analysis analysis, HarmWords harms)
{
    // How far from its number the word may stand, in words; farther where "to", "at" or "lowered to" leads to the number.
    private const int Reach = 9;
    private const int ReachStands = 20;
    private const int ReachLead = 5;

    /// <summary>The word of a tally that a number belongs to; null when there is none.</summary>
    public Mark? Of(NumberPhrase number, Sentence sentence)
    {
        // "a toll of 195 for both": "both" counts no dead by itself.
        if (number.First == sentence.First || IsOfSomethingElse(number, sentence) || analysis.Is(number.First, WordClass.Aux)) return null;
        int lead = number.First - 1;
        while (lead > sentence.First && analysis.GrammarAt(lead, number.First, "Low", "High").Entry is null && lead > number.First - ReachLead) lead--;
        int stands = analysis.GrammarAt(lead, number.First, "Low", "High").Entry is null ? number.First - 1 : lead - 1;

        // "the toll, put at twelve dead, was lowered to ten".
        bool lowered = analysis.HasGrammar(Math.Max(sentence.First, number.First - ReachLead), number.First, "Corrects");
        int reach = lowered || stands > sentence.First && analysis.GrammarAt(stands, sentence.End, "Stands").Entry is not null ? ReachStands : Reach;
        for (int at = number.First - 1; at >= Math.Max(sentence.First, number.First - reach); at--)
        {
            if (!lowered && harms.At(at) is not null) return null;

            // "was brought dead to the clinic, and two more": another clause begins.
            if (!lowered && analysis.Is(at, WordClass.And) && analysis.Document.GapBefore(at).Contains(',')) return null;
            if (analysis.At(at) is { } mark && HarmWords.IsTally(mark)) return mark;
        }

        return Behind(number, sentence);
    }

    // "brought to six on Tuesday the number of dead", "porte à huit le nombre de tués".
    private Mark? Behind(NumberPhrase number, Sentence sentence)
    {
        if (analysis.GrammarAt(number.First - 1, number.First, "Stands").Entry is null) return null;
        return analysis.Marks(number.End, Math.Min(sentence.End, number.End + ReachLead)).FirstOrDefault(m => m.Of(Sort.Harm) is not null) is { } mark && HarmWords.IsTally(mark) ? mark : null;
    }

    /// <summary>Whether a word behind the number that says no harm is what was counted: "sept assaillants neutralisés, deux mitrailleuses récupérées".</summary>
    public bool IsOfSomethingElse(NumberPhrase number, Sentence sentence) =>
        number.End < sentence.End && analysis.Document.JoinsNext(number.End - 1) && analysis.Over(number.End) is null && analysis.GrammarAt(number.End, sentence.End).Entry is null
        && !analysis.Is(number.End, WordClass.Function | WordClass.Prep | WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Near | WordClass.Of | WordClass.Locative | WordClass.By | WordClass.And | WordClass.Det);
}
