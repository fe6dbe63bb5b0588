using Alerts.Gazetteer;

namespace Alerts.Reading.Frame;

/// <summary>A text cut into folded words and sentences.</summary>
internal sealed class Document
{
    // Words whose full stop ends no sentence; capital initials do not either.
    private static readonly HashSet<string> Abbreviations =
    [
        "gen", "col", "lt", "sgt", "capt", "maj", "cdt", "dr", "mr", "mrs", "ms", "mme", "st", "ste", "sept", "sep", "oct", "nov", "dec", "jan", "feb", "aug", "janv", "fevr", "juil", "no",
    ];

    // Above this share of capital letters the text is all in capitals and capitals tell nothing.
    private const double AllCapitalsShare = 0.9;

    public Document(string text)
    {
        Text = text;
        Words = NameFolding.Words(text);
        Sentences = [.. Split()];
        int upper = text.Count(char.IsUpper);
        int lower = text.Count(char.IsLower);
        CapitalsTell = upper > 0 && upper < AllCapitalsShare * (upper + lower);
    }

    public string Text { get; }

    public IReadOnlyList<FoldedWord> Words { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Whether names can be told by their capital letter.</summary>
    public bool CapitalsTell { get; }

    public bool IsCapitalised(int word) => char.IsUpper(Text[Words[word].Start]);

    /// <summary>What stands between a word and the next one.</summary>
    public ReadOnlySpan<char> GapAfter(int word) =>
        Text.AsSpan(Words[word].End, (word + 1 < Words.Count ? Words[word + 1].Start : Text.Length) - Words[word].End);

    public TextSpan SpanOf(int first, int count) => new(Words[first].Start, Words[first + count - 1].End - Words[first].Start);

    private IEnumerable<Sentence> Split()
    {
        int first = 0;
        for (int word = 0; word < Words.Count; word++)
        {
            if (word + 1 < Words.Count && !EndsSentence(word)) continue;
            yield return new Sentence(first, word + 1);
            first = word + 1;
        }
    }

    private bool EndsSentence(int word)
    {
        ReadOnlySpan<char> gap = GapAfter(word);
        if (gap.Contains('\n')) return true;
        int stop = gap.IndexOfAny('.', '!', '?');
        if (stop < 0 || stop + 1 >= gap.Length) return false;
        if (gap[stop] != '.') return true;
        string before = Words[word].Text;
        bool abbreviation = Abbreviations.Contains(before) || (before.Length == 1 && IsCapitalised(word));
        return gap.ContainsAny(' ', '"', '”') && !abbreviation && !char.IsLower(Text[Words[word + 1].Start]);
    }
}
