using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Nouns;

/// <summary>Finds armed groups that no lexicon knows by their names: "the Dignity Battalions", "the Santamaria Patriotic Organization", "a group calling itself the Lions of the South".</summary>
internal sealed class NamedGroups(Analysis analysis)
{
    private const int MostWords = 8;
    private const int StyleReach = 4;

    private readonly Document _document = analysis.Document;

    /// <summary>The group whose name begins at a word; null when none does, or when the lexicon knows a part of it.</summary>
    public Noun? At(int at, Sentence sentence)
    {
        if (!_document.CapitalsTell || !_document.IsCapitalised(at) || IsSmall(at)) return null;
        bool styled = IsStyled(at, sentence);
        if (!styled && (at == sentence.First || analysis.GrammarAt(at, sentence.End, "Part").Entry is not null || analysis.At(at)?.Of(Sort.Person) is not null)) return null;
        int end = Math.Max(End(at, sentence), Described(at, sentence));
        if (IsKnown(at, end)) return null;
        return styled || (end - at > 1 && IsArmed(at, end)) ? new Noun(at, end - 1, end) { IsRole = true, IsGroupName = true } : null;
    }

    // "calling itself", "the so-called", "known as" of a group.
    private bool IsStyled(int at, Sentence sentence)
    {
        int lead = at;
        while (lead > sentence.First && analysis.Is(lead - 1, WordClass.Definite)) lead--;
        for (int word = Math.Max(sentence.First, lead - StyleReach); word < lead; word++)
        {
            if (analysis.GroupAt(word, lead, "Styled") is { Key: not null } styled && word + styled.Count == lead) return IsOfGroup(word, sentence);
        }

        return false;
    }

    // "a gang known as": some of the armed, or a word for a group, stands before it.
    private bool IsOfGroup(int style, Sentence sentence)
    {
        for (int word = Math.Max(sentence.First, style - StyleReach); word < style; word++)
        {
            if (analysis.Over(word)?.Of(Sort.Role) is not null || analysis.GroupAt(word, style, "Word", "Head").Key is not null) return true;
        }

        return false;
    }

    private int End(int at, Sentence sentence)
    {
        int end = at + 1;
        for (int word = end; word < Math.Min(sentence.End, at + MostWords) && _document.JoinsNext(word - 1); word++)
        {
            if (_document.IsCapitalised(word)) end = word + 1;
            else if (!IsSmall(word)) break;
        }

        return end;
    }

    // "Front patriotique rwandais", "Organisation de la justice révolutionnaire": French writes only the first word of a name large, so that it ends with one that fights.
    private int Described(int at, Sentence sentence)
    {
        int end = at + 1;
        if (analysis.GroupAt(at, sentence.End, "Word").Key is null || analysis.Language.Code is not "fr") return end;
        for (int word = end; word < Math.Min(sentence.End, at + MostWords) && _document.JoinsNext(word - 1); word++)
        {
            if (analysis.GroupAt(word, sentence.End, "Fights").Key is not null) end = word + 1;
            else if (analysis.Is(word, WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say) && !IsSmall(word)) break;
        }

        return end;
    }

    // "Battalions" fight by themselves; an "Army", a "Movement" or an "Organization" when another word of the name does.
    private bool IsArmed(int at, int end)
    {
        bool fights = false;
        bool group = false;
        for (int word = at; word < end; word++)
        {
            if (analysis.GroupAt(word, end, "Peaceful").Key is not null) return false;
            if (analysis.GroupAt(word, end, "Head").Key is not null) return true;
            group |= analysis.GroupAt(word, end, "Word").Key is not null;
            fights |= analysis.GroupAt(word, end, "Fights").Key is not null;
        }

        return group && fights;
    }

    private bool IsKnown(int at, int end) => analysis.Marks(at, end).Any(m => m.Of(Sort.Actor) is not null) || analysis.Over(at) is { } over && over.First < at && over.Of(Sort.Actor) is not null;

    private bool IsSmall(int word) => analysis.Is(word, WordClass.Function | WordClass.Of | WordClass.Det | WordClass.Prep);
}
