using Alerts.Gazetteer;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>A document with what the lexicons of one language say about its words: classes, phrases, sentences. Immutable after it is built.</summary>
internal sealed class Analysis
{
    private readonly WordClass[] _classes;
    private readonly Mark?[] _starting;
    private readonly int[] _coveredBy;
    private readonly (List<Entry>? Values, int Count)[] _grammar;

    public Analysis(Document document, Language language)
    {
        Document = document;
        Language = language;
        int count = document.Words.Count;
        _classes = new WordClass[count];
        for (int word = 0; word < count; word++) _classes[word] = language.ClassesOf(document.Words[word].Text);
        Sentences = SentenceSplitter.Split(document, language);
        _starting = new Mark?[count];
        _coveredBy = new int[count];
        Array.Fill(_coveredBy, -1);
        _grammar = new (List<Entry>?, int)[count];
        foreach (Sentence sentence in Sentences) MarkPhrases(sentence);
    }

    public Document Document { get; }

    public Language Language { get; }

    public IReadOnlyList<FoldedWord> Words => Document.Words;

    public IReadOnlyList<Sentence> Sentences { get; }

    public bool Is(int word, WordClass classes) => word >= 0 && word < _classes.Length && (_classes[word] & classes) != 0;

    /// <summary>The phrase that begins at a word; null when none does.</summary>
    public Mark? At(int word) => word >= 0 && word < _starting.Length ? _starting[word] : null;

    /// <summary>The phrase that a word is part of; null when it is of none.</summary>
    public Mark? Over(int word) => word >= 0 && word < _coveredBy.Length && _coveredBy[word] >= 0 ? _starting[_coveredBy[word]] : null;

    /// <summary>Phrases that begin within a run of words, from left to right, without overlap.</summary>
    public IEnumerable<Mark> Marks(int first, int end)
    {
        for (int word = Math.Max(0, first); word < end; word++)
        {
            if (_starting[word] is { } mark) yield return mark;
        }
    }

    public bool HasCue(string key, int first, int end) => Cue(key, first, end) is not null;

    public Mark? Cue(string key, int first, int end)
    {
        for (int word = Math.Max(0, first); word < end; word++)
        {
            if (_starting[word] is { } mark && mark.IsCue(key)) return mark;
        }

        return null;
    }

    /// <summary>Whether a time or a number may begin at a word: it is of digits, or a word of the grammar, or an article that stands for one.</summary>
    public bool MayBeginNumber(int word) => _grammar[word].Values is not null || char.IsAsciiDigit(Words[word].Text[0]) || Words[word].Text is "a" or "an" or "un" or "une";

    /// <summary>The longest phrase of time, number or place that begins at a word, and its words.</summary>
    public (Entry? Entry, int Count) GrammarAt(int word, int end, params ReadOnlySpan<string> keys)
    {
        (List<Entry>? values, int count) = _grammar[word];
        if (word + count > end) (values, count) = Language.Grammar.MatchAt(Words, word, end);
        if (values is null) return (null, 0);
        foreach (Entry value in values)
        {
            if (keys.IsEmpty || keys.Contains(value.Key)) return (value, count);
        }

        return (null, 0);
    }

    // "Thursday 14 May", "March 2026": beside a number a capital makes it the month and nothing else.
    private bool IsMonth(int at) => Document.CapitalsTell && Document.IsCapitalised(at) && (IsNumber(at - 1) || IsNumber(at + 1)) && Language.Grammar.MatchAt(Words, at, at + 1).Values?.Exists(v => v.Key == "Month") == true;

    private bool IsNumber(int word) => word >= 0 && word < Words.Count && char.IsAsciiDigit(Words[word].Text[0]);

    private void MarkPhrases(Sentence sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++) _grammar[at] = Language.Grammar.MatchAt(Words, at, sentence.End);
        for (int at = sentence.First; at < sentence.End;)
        {
            (List<Entry>? values, int count) = Language.Phrases.MatchAt(Words, at, sentence.End);
            if (values is not null && !IsMonth(at))
            {
                _starting[at] = new Mark(values, at, at + count);
                for (int i = 0; i < count; i++) _coveredBy[at + i] = at;
            }

            at += Math.Max(1, count);
        }
    }
}
