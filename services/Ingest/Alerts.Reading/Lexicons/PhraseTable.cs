using Alerts.Gazetteer;

namespace Alerts.Reading.Lexicons;

/// <summary>Phrases of folded words, found by their first word. A word that ends in * stands for all that begin so.</summary>
/// <remarks>Immutable after it is built. A match costs a few dictionary look-ups, whatever the text.</remarks>
internal sealed class PhraseTable<T>
{
    private const int ShortestPrefix = 3;
    private const int MostPrefix = 63;

    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _byPrefix = new(StringComparer.Ordinal);

    // By the first letter of a word, the lengths that prefixes of that letter have, one bit each: most words need no look-up at all.
    private readonly Dictionary<char, ulong> _prefixLengths = [];

    public PhraseTable(IEnumerable<(string Phrase, T Value)> entries)
    {
        foreach ((string phrase, T value) in entries)
        {
            string[] words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isPrefix = words[0].EndsWith('*');
            string first = isPrefix ? words[0][..^1] : words[0];
            if (isPrefix && first.Length < ShortestPrefix) throw new InvalidDataException($"\"{phrase}\" begins with too short a stem.");
            if (isPrefix && first.Length > MostPrefix) throw new InvalidDataException($"\"{phrase}\" begins with too long a stem.");
            if (isPrefix) _prefixLengths[first[0]] = _prefixLengths.GetValueOrDefault(first[0]) | (1UL << first.Length);
            Dictionary<string, List<Phrase>> table = isPrefix ? _byPrefix : _byFirst;
            if (!table.TryGetValue(first, out List<Phrase>? list)) table[first] = list = [];
            list.Add(new Phrase(words, value));
        }
    }

    /// <summary>The values of the longest phrase that begins at a word and ends before another, and its words; none when there is no phrase.</summary>
    public (List<T>? Values, int WordCount) MatchAt(IReadOnlyList<FoldedWord> words, int at, int end)
    {
        string first = words[at].Text;
        List<T>? values = null;
        int best = 0;
        if (_byFirst.TryGetValue(first, out List<Phrase>? exact)) Consider(exact, words, at, end, ref values, ref best);
        if (!_prefixLengths.TryGetValue(first[0], out ulong lengths)) return (values, best);
        Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> prefixes = _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(first.Length, MostPrefix); length >= ShortestPrefix; length--)
        {
            if ((lengths >> length & 1) != 0 && prefixes.TryGetValue(first.AsSpan(0, length), out List<Phrase>? stems)) Consider(stems, words, at, end, ref values, ref best);
        }

        return (values, best);
    }

    private static void Consider(List<Phrase> phrases, IReadOnlyList<FoldedWord> words, int at, int end, ref List<T>? values, ref int best)
    {
        foreach (Phrase phrase in phrases)
        {
            int count = phrase.Words.Length;
            if (at + count > end || count < best) continue;
            bool fits = true;
            for (int i = 1; fits && i < count; i++) fits = Fits(phrase.Words[i], words[at + i].Text);
            if (!fits) continue;
            if (count > best) values = [];
            best = count;
            values!.Add(phrase.Value);
        }
    }

    private static bool Fits(string pattern, string word) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1)) : pattern == word;

    private sealed record Phrase(string[] Words, T Value);
}
