using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Nouns;

/// <summary>Finds which part of a group its name is told of: "members of the 8th Front of the FARC", "FMLN urban commandos", "Russian artillery".</summary>
internal sealed class GroupPhrase(Analysis analysis)
{
    // Words that one part may have beside its head: "of the 8th Front of".
    private const int Reach = 5;
    private const int TailReach = 3;
    private const int MostModifiers = 2;
    private const int Longest = 12;
    private const string Part = "Part";

    /// <summary>The name with the parts of the group that are told with it: first word, and the word behind. Null when there is none.</summary>
    public (int First, int End)? Whole(Noun noun, Sentence sentence)
    {
        if (noun.Actor is null) return null;
        int first = noun.First;
        for (int part = Before(first, sentence); part >= 0; part = Before(first, sentence)) first = part;
        int end = Behind(noun.End, sentence);
        return first == noun.First && end == noun.End ? null : (first, end);
    }

    /// <summary>Whether somebody without a name is a part of a group that is told with it.</summary>
    public bool Holds(Noun group, Noun part, Sentence sentence) =>
        Math.Abs(group.First - part.Head) <= Longest && Whole(group, sentence) is { } whole && part.Head >= whole.First && part.Head < whole.End;

    // "members of the": the nearest word for a part that "of" or "from" ties to what stands at a word; -1 when none does.
    private int Before(int word, Sentence sentence)
    {
        int at = word - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Det) && !analysis.Is(at, WordClass.Of)) at--;
        if (at <= sentence.First || !analysis.Is(at, WordClass.Of | WordClass.Origin)) return -1;
        for (at--; at >= Math.Max(sentence.First, word - Reach); at--)
        {
            if (!Continues(at, at)) return -1;
            if (analysis.GrammarAt(at, word, Part).Entry is not null) return Described(at, sentence);
        }

        return -1;
    }

    // "FMLN urban commandos", "Russian artillery".
    private int Behind(int name, Sentence sentence)
    {
        int word = BehindAside(name, sentence);
        for (int at = word; at < Math.Min(sentence.End, word + TailReach); at++)
        {
            if (!Continues(at - 1, at) && !(at == word && IsClosed(at, word > name))) return name;
            if (analysis.GrammarAt(at, sentence.End, Part, "Arms") is { Entry: not null } part) return at + part.Count;

            // "Hezbollah fired rockets": a verb stands between.
            if (analysis.Over(at)?.Of(Sort.Trigger) is not null || (at == word && analysis.Words[at].Text is not "armed" && !IsPlain(at))) return name;
        }

        return name;
    }

    // "the FLR [Red Liberation Front] guerrillas", "the Red Path (SR) fighters": what a name stands for is told in between.
    private int BehindAside(int word, Sentence sentence)
    {
        if (word >= sentence.End || !analysis.Document.GapBefore(word).ContainsAny('(', '[')) return word;
        int at = word + 1;
        while (at < Math.Min(sentence.End, word + Longest) && !analysis.Document.GapBefore(at).ContainsAny(')', ']')) at++;
        return at < sentence.End && analysis.Document.GapBefore(at) is ") " or "] " ? at : word;
    }

    // Behind an aside, or a name in quotation marks: 'the "Red Path" fighters'.
    private bool IsClosed(int word, bool aside) => (aside ? analysis.Document.GapBefore(word) is ") " or "] " : analysis.Document.GapBefore(word) is "\" " or "” " or "» " or " » ") && MayContinue(word);

    // "the 8th Front", "the Nelson Mandela cell".
    private int Described(int part, Sentence sentence)
    {
        int first = part;
        while (first > sentence.First && part - first < MostModifiers && Continues(first - 1, first - 1) && !analysis.Is(first - 1, WordClass.Det) && IsPlain(first - 1)) first--;
        return first;
    }

    private bool IsPlain(int word) => analysis.Over(word) is null && analysis.Words[word].Text is var text
        && !(text.EndsWith("ed", StringComparison.Ordinal) || text.EndsWith("ing", StringComparison.Ordinal) || text.EndsWith("ly", StringComparison.Ordinal));

    private bool Continues(int gap, int word) => analysis.Document.JoinsNext(gap) && MayContinue(word);

    private bool MayContinue(int word) => !analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say);
}
