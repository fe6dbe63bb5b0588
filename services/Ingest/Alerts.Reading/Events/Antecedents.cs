using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Reports;

namespace Alerts.Reading.Events;

/// <summary>Says who "they" are: the armed of whom the sentence, or one of the two before, told last. Holds state of one text only.</summary>
internal sealed class Antecedents(Analysis analysis)
{
    private const int SentencesBack = 2;
    private const int SayReach = 2;

    private readonly List<(TellingSentence Telling, IReadOnlyList<EventMention> Mentions)> _before = [];

    /// <summary>Ties those for whom "they" stands to the events of a sentence, then remembers the sentence.</summary>
    public void Resolve(TellingSentence telling, IReadOnlyList<EventMention> mentions)
    {
        foreach (EventMention mention in mentions.Where(m => m.They >= 0 && m.Doers.Count == 0))
        {
            if (Told(telling, mention) is not { } told || mention.Targets.Contains(told.Noun)) continue;
            mention.Doers.Add(new Doer(told.Noun, Attribution.Stated));
            mention.Antecedent = told.Telling with { Nouns = [told.Noun], Times = [] };
        }

        foreach (EventMention mention in mentions.Where(m => m.They < 0 && m.Doers.Count == 0)) mention.Scene = Scene(telling);
        _before.Add((telling, mentions));
        if (_before.Count > SentencesBack) _before.RemoveAt(0);
    }

    private (Noun Noun, TellingSentence Telling)? Told(TellingSentence telling, EventMention mention)
    {
        if (Of(telling, [mention], mention.They, true) is { } own) return (own, telling);
        for (int i = _before.Count - 1; i >= 0; i--)
        {
            (TellingSentence before, IReadOnlyList<EventMention> mentions) = _before[i];
            if (before.Sentence.Item != telling.Sentence.Item) return null;

            // Who "they" were in the sentence before they still are.
            if (mentions.FirstOrDefault(m => m.Antecedent is not null) is { } same) return (same.Doers[0].Noun, same.Antecedent!);
            if (mentions.SelectMany(m => m.Doers).FirstOrDefault(d => IsSeveral(d.Noun)) is { } doer && before.Nouns.Contains(doer.Noun)) return (doer.Noun, before);
            if (Of(before, mentions, before.Sentence.End, false) is { } found) return (found, before);
        }

        return null;
    }

    // "Armed men came out of the bush. A trader was shot": who came on the scene in the sentences before, where those tell no event of their own.
    private TellingSentence? Scene(TellingSentence telling)
    {
        for (int i = _before.Count - 1; i >= 0; i--)
        {
            (TellingSentence before, IReadOnlyList<EventMention> mentions) = _before[i];
            if (mentions.Count > 0 || before.Sentence.Item != telling.Sentence.Item || before.Sentence.Paragraph != telling.Sentence.Paragraph) return null;
            if (Of(before, mentions, before.Sentence.End, false) is { IsState: false } who && IsSubject(who, before.Sentence)) return before with { Nouns = [who], Times = [] };
        }

        return null;
    }

    // The last who act and of whom no clause says that they were hit, nor that they only say something.
    private Noun? Of(TellingSentence telling, IReadOnlyList<EventMention> mentions, int end, bool maySpeak) =>
        telling.Nouns.LastOrDefault(n => n.End <= end && n.CanAct && IsSeveral(n) && (maySpeak || !IsSpeaking(n, telling.Sentence)) && !mentions.Any(m => m.Targets.Contains(n) || m.Tolls.Exists(t => t.Who == n)));

    // "by bike gunmen", "between two gangs" as well, but not "against the drug traffickers".
    private bool IsSubject(Noun noun, Sentence sentence)
    {
        int left = noun.PhraseFirst - 1;
        while (left >= sentence.First && analysis.Is(left, WordClass.Det | WordClass.Near) && !analysis.Is(left, WordClass.Prep | WordClass.Of)) left--;
        return left < sentence.First || !analysis.Is(left, WordClass.Prep | WordClass.Of) || analysis.Is(left, WordClass.By) || analysis.GrammarAt(left, left + 1, "Between").Entry is not null;
    }

    private static bool IsSeveral(Noun noun) => !noun.IsOne && !noun.IsName && noun.Name is null;

    private bool IsSpeaking(Noun noun, Sentence sentence)
    {
        for (int at = noun.End; at < Math.Min(sentence.End, noun.End + SayReach); at++)
        {
            if (analysis.Is(at, WordClass.Say)) return true;
        }

        return false;
    }
}
