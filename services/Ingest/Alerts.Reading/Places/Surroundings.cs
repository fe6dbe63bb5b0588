using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>What the words around a name say of it: that something is there, that it is a unit, that it is where a source sits.</summary>
internal sealed class Surroundings(Analysis analysis)
{
    private const int UnitWords = 3;
    private const int LocativeReach = 5;
    private const int SourceReach = 3;
    private const int VerbReach = 3;

    private readonly Document _document = analysis.Document;
    private readonly Elsewhere _elsewhere = new(analysis);

    /// <summary>Whether a preposition says that something is there; "the town of X" says so too, whatever stands before it.</summary>
    public bool IsLocative(int first, Sentence sentence)
    {
        bool settled = false;
        for (int at = first - 1; at >= Math.Max(sentence.First, first - LocativeReach); at--)
        {
            if (analysis.Is(at, WordClass.Locative)) return true;
            settled |= analysis.GrammarAt(at, first, "Settlement").Entry is not null;
            bool passes = analysis.Is(at, WordClass.PlaceNoun | WordClass.Det | WordClass.Of | WordClass.AdminAfter) || analysis.GrammarAt(at, first, "Compass").Entry is not null;
            if (!passes) return settled;
        }

        return settled;
    }

    /// <summary>"police in Gusau", "the prosecutor of Moundou": somebody who speaks sits there; but "killed a nurse in Gusau", "a nurse in Gusau was shot".</summary>
    public bool IsOfSource(int first, int end, Sentence sentence)
    {
        if (_elsewhere.IsToldThere(first, sentence) || _elsewhere.IsOfCare(first, end, sentence)) return true;
        int at = first - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Locative | WordClass.Of | WordClass.Det)) at--;
        return at >= sentence.First && at < first - 1 && analysis.Over(at) is { } mark && mark.Entries.Any(IsSayer) && !IsHit(mark.First, end, sentence);
    }

    private bool IsHit(int first, int end, Sentence sentence)
    {
        int before = first - 1;
        while (before > sentence.First && (analysis.Is(before, WordClass.Det) || analysis.GrammarAt(before, first, "Number", "Tens", "Weekday", "Yesterday", "Today").Entry is not null)) before--;
        int behind = end;
        while (behind < sentence.End && behind < end + VerbReach && analysis.Is(behind, WordClass.Be | WordClass.Aux) && !analysis.Is(behind, WordClass.Say)) behind++;
        return (before >= sentence.First && _document.JoinsNext(before) && Tells(before)) || (behind > end && behind < sentence.End && Tells(behind));
    }

    private bool Tells(int word) => analysis.Over(word) is { } mark && (mark.Of(Sort.Trigger) ?? mark.Of(Sort.Harm)) is not null;

    /// <summary>"À Niamey, le ministère a reconnu": a capital that opens a sentence, before those who speak there.</summary>
    public bool IsSeatOfSource(int first, int end, Sentence sentence)
    {
        if (first > sentence.First + 1 || end >= sentence.End || !_document.GapAfter(end - 1).Contains(',')) return false;
        for (int at = end; at < Math.Min(sentence.End, end + SourceReach); at++)
        {
            if (analysis.Over(at) is { } mark && mark.Entries.Any(IsSayer)) return true;
        }

        return false;
    }

    /// <summary>"Abuja confirmed it", "Abuja le confirme": a capital that stands for its government.</summary>
    public bool Speaks(int first, int end, Sentence sentence)
    {
        if (IsLocative(first, sentence)) return false;
        int at = end;
        while (at < sentence.End && at < end + VerbReach && _document.JoinsNext(at - 1) && analysis.Is(at, WordClass.Aux | WordClass.Det | WordClass.Function)) at++;
        return at < sentence.End && _document.JoinsNext(at - 1) && analysis.Is(at, WordClass.Say);
    }

    /// <summary>"the region of Mopti": what follows names a unit; in "the Tierra Blanca district of Culiacán" it is what the unit lies in.</summary>
    public bool IsBehindUnit(int first, Sentence sentence) => IsBehind(first, sentence, "AdminBefore", "LocalBefore");

    /// <summary>"Tahoua region", "Anka LGA": the word behind a name makes it a unit.</summary>
    public bool IsBeforeUnit(int end, Sentence sentence) =>
        end < sentence.End && _document.JoinsNext(end - 1) && (analysis.Is(end, WordClass.AdminAfter) || analysis.GrammarAt(end, sentence.End, "LocalAfter").Entry is not null);

    /// <summary>"the commune of Kenscoff", "Anka LGA": a unit no larger than a town and its land.</summary>
    public bool IsLocalUnit(int first, int end, Sentence sentence) =>
        IsBehind(first, sentence, "LocalBefore") || (end < sentence.End && _document.JoinsNext(end - 1) && analysis.GrammarAt(end, sentence.End, "LocalAfter").Entry is not null);

    /// <summary>"on the Torit road", "sur la route de Pama", "évacués sur Diffa": where one would get to, where the hurt were brought, and where fire came from.</summary>
    public bool IsElsewhere(int first, int end, Sentence sentence) =>
        IsRough(first, end, sentence)
        || _elsewhere.IsGoal(first, sentence) || _elsewhere.IsSource(first, end, sentence);

    /// <summary>"on the Torit road", "sur la route de Pama", "not far from Gao".</summary>
    public bool IsRough(int first, int end, Sentence sentence) =>
        (end < sentence.End && _document.JoinsNext(end - 1) && analysis.GrammarAt(end, sentence.End, "Road").Entry is not null) || IsBehind(first, sentence, "RoadTo");

    /// <summary>"Santa Elena, Usulutan Department", "Soyapango (San Salvador)": names that a comma or bracket ties to another.</summary>
    public bool IsChainedBefore(int first, Sentence sentence) =>
        first > sentence.First && _document.GapBefore(first) is ", " or " (" or ",\n" && !analysis.Is(first - 1, WordClass.Function);

    private static bool IsSayer(Entry entry) => entry.Sort == Sort.Cue && entry.Key.StartsWith("SAYER", StringComparison.Ordinal);

    private bool HasOwnName(int unit, Sentence sentence) =>
        _document.CapitalsTell && unit > sentence.First + 1 && _document.JoinsNext(unit - 1) && _document.IsCapitalised(unit - 1) && !analysis.Is(unit - 1, WordClass.Function);

    private bool IsBehind(int first, Sentence sentence, params ReadOnlySpan<string> keys)
    {
        for (int at = Math.Max(sentence.First, first - UnitWords); at < first; at++)
        {
            (Entry? entry, int count) = analysis.GrammarAt(at, first, keys);
            if (entry is not null && at + count == first) return !HasOwnName(at, sentence);
        }

        return false;
    }
}
