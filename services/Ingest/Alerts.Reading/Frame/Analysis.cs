using Alerts.Gazetteer;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>A document with what the lexicons of one language say about its words: classes, phrases, sentences. Immutable after it is built.</summary>
internal sealed class Analysis
{
    // An object between the two halves of a verb is no longer than this.
    private const int ObjectWords = 8;

    private readonly WordClass[] _classes;
    private readonly Mark?[] _starting;
    private readonly int[] _coveredBy;
    private readonly (List<Entry>? Values, int Count)[] _grammar;
    private readonly (List<string>? Keys, int Count)[] _nobody;

    public Analysis(Document document, Language language)
    {
        Document = document;
        Language = language;
        int count = document.Words.Count;
        _classes = new WordClass[count];
        for (int word = 0; word < count; word++) _classes[word] = IsAcronym(word) ? WordClass.None0 : language.ClassesOf(document.Words[word].Text);
        Sentences = SentenceSplitter.Split(document, language);
        _starting = new Mark?[count];
        _coveredBy = new int[count];
        Array.Fill(_coveredBy, -1);
        _grammar = new (List<Entry>?, int)[count];
        _nobody = new (List<string>?, int)[count];
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

    /// <summary>Whether a phrase of the grammar with one of some keys begins within a run of words and ends there.</summary>
    public bool HasGrammar(int first, int end, params ReadOnlySpan<string> keys)
    {
        for (int word = Math.Max(0, first); word < end; word++)
        {
            if (GrammarAt(word, end, keys).Entry is not null) return true;
        }

        return false;
    }

    /// <summary>The longest phrase of time, number or place that begins at a word, and its words; none before the first word and behind the last.</summary>
    public (Entry? Entry, int Count) GrammarAt(int word, int end, params ReadOnlySpan<string> keys)
    {
        if (word < 0 || word >= _grammar.Length) return (null, 0);
        (List<Entry>? values, int count) = _grammar[word];
        if (word + count > end) (values, count) = Language.Grammar.MatchAt(Words, word, end);
        if (values is null) return (null, 0);
        foreach (Entry value in values)
        {
            if (keys.IsEmpty || keys.Contains(value.Key)) return (value, count);
        }

        return (null, 0);
    }

    /// <summary>The longest phrase of who says that nobody came to harm that begins at a word, when its key is one of some, and its words.</summary>
    public (string? Key, int Count) NobodyAt(int word, int end, params ReadOnlySpan<string> keys) => word >= 0 && word < _nobody.Length ? First(_nobody[word], Language.Nobody, word, end, keys) : (null, 0);

    /// <summary>The same of the words that names of armed groups are made of.</summary>
    public (string? Key, int Count) GroupAt(int word, int end, params ReadOnlySpan<string> keys) => word >= 0 && word < Math.Min(end, Words.Count) ? First(Language.Groups.MatchAt(Words, word, end), Language.Groups, word, end, keys) : (null, 0);

    private (string? Key, int Count) First((List<string>? Keys, int Count) match, PhraseTable<string> table, int word, int end, ReadOnlySpan<string> keys)
    {
        if (match.Keys is null || word >= end) return (null, 0);
        if (word + match.Count > end) match = table.MatchAt(Words, word, end);
        foreach (string key in match.Keys ?? [])
        {
            if (keys.Contains(key)) return (key, match.Count);
        }

        return (null, 0);
    }

    // "Thursday 14 May", "March 2026": beside a number a capital makes it the month and nothing else.
    private bool IsMonth(int at) => Document.CapitalsTell && Document.IsCapitalised(at) && (IsNumber(at - 1) || IsNumber(at + 1)) && Language.Grammar.MatchAt(Words, at, at + 1).Values?.Exists(v => v.Key == "Month") == true;

    // "IS claimed the raid", "AS fighters"; but "is", and "THE ATTACK IS OVER" in a text that shouts.
    private bool IsAcronym(int word) =>
        Language.Acronyms.Contains(Words[word].Text) && Document.CapitalsTell && Document.IsAllCapitals(word)
        && !(word > 0 && Document.JoinsNext(word - 1) && Document.IsAllCapitals(word - 1)) && !(word + 1 < Words.Count && Document.JoinsNext(word) && Document.IsAllCapitals(word + 1));

    private bool IsNumber(int word) => word >= 0 && word < Words.Count && char.IsAsciiDigit(Words[word].Text[0]);

    private void MarkPhrases(Sentence sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            _grammar[at] = IsAcronym(at) ? default : Language.Grammar.MatchAt(Words, at, sentence.End);
            _nobody[at] = Language.Nobody.MatchAt(Words, at, sentence.End);
        }

        for (int at = sentence.First; at < sentence.End;)
        {
            (List<Entry>? values, int count) = Language.Phrases.MatchAt(Words, at, sentence.End);
            if (count == 1 && values?.TrueForAll(v => v.IsAcronym) == true && !IsAcronym(at)) values = null;
            if (values is not null && !IsMonth(at))
            {
                Mark mark = WithHarm(new Mark(values, at, at + count), sentence);
                Take(mark);
                count = mark.End - at;
                if (mark.IsFrame && Told(mark, sentence) is { } told)
                {
                    Take(told);
                    at = told.End;
                    continue;
                }
            }

            at += Math.Max(1, count);
        }

        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (Language.Apart.TryGetValue(Words[at].Text, out (string[] Behind, Entry Meaning)[]? verbs)) MarkApart(at, verbs, sentence);
        }
    }

    // "was beaten up", "were hit by a stray bullet": where a phrase says that something befell them, its participle may say what came of it.
    private Mark WithHarm(Mark passive, Sentence sentence)
    {
        if (!Is(passive.First, WordClass.Be) || passive.End == passive.First + 1 || passive.Of(Sort.Trigger) is null || passive.Of(Sort.Harm) is not null) return passive;
        (List<Entry>? values, int count) = Language.Phrases.MatchAt(Words, passive.First + 1, sentence.End);
        bool isHarm = values is not null && passive.First + 1 + count >= passive.End && values.Exists(v => v.Sort == Sort.Harm);
        return isHarm ? new Mark([.. passive.Entries, .. values!], passive.First + 1, passive.First + 1 + count) : passive;
    }

    // "took five nuns hostage", "set the church alight": the verb means it when its other half stands behind the object.
    private void MarkApart(int verb, (string[] Behind, Entry Meaning)[] verbs, Sentence sentence)
    {
        bool ofDoer = EndsDoer(verb);
        if (_coveredBy[verb] >= 0 && _coveredBy[verb] != verb && !ofDoer && !IsVerbOfPhrase(verb)) return;

        // "has died of his wounds", "had been tortured and shown wounds": another verb stands between; "was brought dead to the hospital": a phrase tells more.
        bool isHarm = !(_starting[verb] is { } longer && longer.End > verb + 1 && (Is(verb, WordClass.Be | WordClass.Aux) || longer.Of(Sort.Harm)?.Key.StartsWith("Killed", StringComparison.Ordinal) == true));
        int last = Math.Min(sentence.End, verb + ObjectWords) - 1;
        for (int at = verb + 2; at <= last && !Document.GapAfter(at - 2).ContainsAny(',', ':'); at++)
        {
            isHarm &= !Is(at - 1, WordClass.Be) && _starting[at - 1]?.Of(Sort.Harm) is null;
            Entry[] meanings = [.. verbs.Where(v => (isHarm || v.Meaning.Sort != Sort.Harm) && at + v.Behind.Length <= sentence.End && StandsAt(v.Behind, at) && EndsPhrase(at + v.Behind.Length, sentence)).Select(v => v.Meaning).DistinctBy(m => m.Sort)];
            if (meanings.Length == 0) continue;
            if (ofDoer)
            {
                Mark whole = _starting[_coveredBy[verb]]!;
                if (meanings.Any(m => m.Sort == Sort.Harm)) Take(whole with { Entries = [.. meanings.Where(m => m.Sort == Sort.Harm), .. whole.Entries.Where(m => m.Sort != Sort.Harm)] });
                return;
            }

            if (IsVerbOfPhrase(verb)) SplitPhrase(verb);

            // "fired tear gas at students": what a phrase tells by itself says more than its verb alone.
            if (_starting[verb] is { } phrase && phrase.End > verb + 1 && phrase.Of(Sort.Trigger) is not null) meanings = [.. meanings.Where(m => m.Sort != Sort.Trigger)];
            Take(_starting[verb] is { } mark ? mark with { Entries = [.. meanings, .. mark.Entries] } : new Mark(meanings, verb, verb + 1));
            return;
        }
    }

    // "was hit" is one phrase, of which "hit" goes on: "was hit in the leg", "a perdu la main droite".
    private bool IsVerbOfPhrase(int verb) => verb > 0 && _coveredBy[verb] == verb - 1 && Is(verb - 1, WordClass.Be | WordClass.Aux) && _starting[verb - 1]!.End == verb + 1;

    // "a mob beat two traders to death": one phrase says who did it and what; the second half says only what came of it.
    private bool EndsDoer(int verb) => verb > 0 && _coveredBy[verb] == verb - 1 && !Is(verb - 1, WordClass.Be | WordClass.Aux) && _starting[verb - 1] is { } whole && whole.End == verb + 1 && whole.Of(Sort.Trigger)?.Event is { Sub: Terms.SubEventType.MobViolence };

    private void SplitPhrase(int verb)
    {
        Mark whole = _starting[verb - 1]!;
        _starting[verb - 1] = null;
        _coveredBy[verb - 1] = -1;
        Take(whole with { First = verb });
    }

    // "held talks with hostage families": a word that goes on with a noun completes no verb.
    private bool EndsPhrase(int end, Sentence sentence) =>
        end >= sentence.End || !Document.JoinsNext(end - 1) || Is(end, WordClass.Function | WordClass.Prep | WordClass.Locative | WordClass.Clause | WordClass.And | WordClass.By)
        || GrammarAt(end, sentence.End).Entry is not null || Words[end].Text.EndsWith("ing", StringComparison.Ordinal) || Words[end].Text.EndsWith("ly", StringComparison.Ordinal);

    private bool StandsAt(string[] words, int at)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Words[at + i].Text != words[i]) return false;
        }

        return true;
    }

    // "said it had killed nine soldiers", "claimed the bombing of the bridge": words that say who speaks may hold the one that says what happened.
    private Mark? Told(Mark frame, Sentence sentence)
    {
        for (int at = frame.First + 1; at < frame.End; at++)
        {
            (List<Entry>? values, int count) = Language.Phrases.MatchAt(Words, at, sentence.End);
            if (values is null || at + count < frame.End) continue;
            var told = new Mark(values, at, at + count);
            if (told.Of(Sort.Trigger) is not null) return told;
        }

        return null;
    }

    private void Take(Mark mark)
    {
        _starting[mark.First] = mark;
        for (int word = mark.First; word < mark.End; word++) _coveredBy[word] = mark.First;
    }
}
