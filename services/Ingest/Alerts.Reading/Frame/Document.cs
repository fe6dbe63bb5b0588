using Alerts.Gazetteer;

namespace Alerts.Reading.Frame;

/// <summary>A text cut into folded words.</summary>
internal sealed class Document
{
    // Above this share of capital letters the text is all in capitals and capitals tell nothing.
    private const double AllCapitalsShare = 0.75;

    public Document(string text)
    {
        Text = text;
        Words = NameFolding.Words(text);
        int upper = 0;
        int lower = 0;
        foreach (char c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        IsInCapitals = upper > 0 && upper >= AllCapitalsShare * (upper + lower);
        CapitalsTell = upper > 0 && !IsInCapitals;
    }

    public string Text { get; }

    public IReadOnlyList<FoldedWord> Words { get; }

    /// <summary>Whether it is written in capitals as telexes are.</summary>
    public bool IsInCapitals { get; }

    /// <summary>Whether names can be told by their capital letter.</summary>
    public bool CapitalsTell { get; }

    /// <summary>Whether a word of several letters has no small one.</summary>
    public bool IsAllCapitals(int word) => Words[word].End - Words[word].Start > 1 && Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start).IndexOfAnyExceptInRange('A', 'Z') < 0;

    public bool IsCapitalised(int word) => char.IsUpper(Text[Words[word].Start]);

    /// <summary>What stands between a word and the next one.</summary>
    public ReadOnlySpan<char> GapAfter(int word) =>
        Text.AsSpan(Words[word].End, (word + 1 < Words.Count ? Words[word + 1].Start : Text.Length) - Words[word].End);

    /// <summary>What stands before a word.</summary>
    public ReadOnlySpan<char> GapBefore(int word) => word == 0 ? Text.AsSpan(0, Words[0].Start) : GapAfter(word - 1);

    /// <summary>Whether nothing but space, hyphen or apostrophe joins a word to the next.</summary>
    public bool JoinsNext(int word)
    {
        foreach (char c in GapAfter(word))
        {
            if (c is not (' ' or '-' or '\'' or '’' or '\n' or '\r' or '‑' or '\u00A0')) return false;
        }

        return true;
    }

    /// <summary>The first of some words without what an apostrophe leaves of another: "Gao's market", "l'école".</summary>
    public int WithoutElision(int first, int end) => first + 1 < end && Words[first].Text is "s" or "l" or "d" ? first + 1 : first;

    public TextSpan SpanOf(int first, int end) => new(Words[first].Start, Words[end - 1].End - Words[first].Start);

    public string TextOf(int first, int end) => Text[Words[first].Start..Words[end - 1].End];
}
