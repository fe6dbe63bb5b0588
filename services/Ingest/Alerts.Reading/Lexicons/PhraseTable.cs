using Alerts.Gazetteer;

namespace Alerts.Reading.Lexicons;

/// <summary>Phrases of folded words, found by their first word. A word that ends in * stands for all that begin so.</summary>
/// <remarks>Immutable after it is built. A match costs a few dictionary look-ups, whatever the text.</remarks>
internal sealed class PhraseTable<T>
{
    private const int ShortestPrefix = 3;

    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.Ordinal);
    private readonly int _longestPrefix;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> entries)
    {
        foreach ((string phrase, T value) in entries)
        {
            string[] words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0].EndsWith('*') && words[0].Length <= ShortestPrefix) throw new InvalidDataException($"\"{phrase}\" begins with too short a stem.");
            if (words[0].EndsWith('*')) _longestPrefix = Math.Max(_longestPrefix, words[0].Length - 1);
            if (!_byFirst.TryGetValue(words[0], out List<Phrase>? list)) _byFirst[words[0]] = list = [];
            list.Add(new Phrase(words, value));
        }
    }

    /// <summary>The longest phrase that begins at a word and ends before another.</summary>
    public PhraseMatch<T>? MatchAt(IReadOnlyList<FoldedWord> words, int at, int end)
    {
        PhraseMatch<T>? best = null;
        string first = words[at].Text;
        Consider(first, words, at, end, ref best);
        for (int length = ShortestPrefix; length <= Math.Min(first.Length, _longestPrefix); length++)
        {
            if (best is null || best.WordCount == 1) Consider($"{first.AsSpan(0, length)}*", words, at, end, ref best);
        }

        return best;
    }

    /// <summary>All phrases of a run of words, from left to right, without overlap.</summary>
    public IEnumerable<PhraseMatch<T>> Matches(IReadOnlyList<FoldedWord> words, int start, int end)
    {
        for (int at = start; at < end;)
        {
            PhraseMatch<T>? match = MatchAt(words, at, end);
            if (match is not null) yield return match;
            at += match?.WordCount ?? 1;
        }
    }

    private void Consider(string key, IReadOnlyList<FoldedWord> words, int at, int end, ref PhraseMatch<T>? best)
    {
        if (!_byFirst.TryGetValue(key, out List<Phrase>? phrases)) return;
        foreach (Phrase phrase in phrases)
        {
            int count = phrase.Words.Length;
            if (at + count > end || count <= (best?.WordCount ?? 0)) continue;
            bool fits = true;
            for (int i = 1; fits && i < count; i++) fits = Fits(phrase.Words[i], words[at + i].Text);
            if (fits) best = new PhraseMatch<T>(phrase.Value, at, count, new TextSpan(words[at].Start, words[at + count - 1].End - words[at].Start));
        }
    }

    private static bool Fits(string pattern, string word) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1)) : pattern == word;

    private sealed record Phrase(string[] Words, T Value);
}
