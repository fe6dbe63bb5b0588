using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>What the text around an event says of it: whether it tells events at all, argues what should be, or reports a war between armies.</summary>
internal sealed class TextSigns
{
    // So many different words of war in the sentences of an event say all that more would say.
    private const int MostWarWords = 3;

    private readonly Analysis _analysis;
    private readonly double _dense;
    private readonly double _modal;
    private readonly double _war;

    public TextSigns(Analysis analysis)
    {
        _analysis = analysis;
        double share = 1.0 / Math.Max(1, analysis.Sentences.Count);
        foreach (Sentence sentence in analysis.Sentences)
        {
            bool tells = false;
            bool argues = false;
            bool fights = false;
            for (int word = sentence.First; word < sentence.End; word++)
            {
                fights |= analysis.Is(word, WordClass.War);
                if (analysis.At(word) is not { } mark) continue;
                tells |= mark.Entries.Any(e => e is { Sort: Sort.Trigger, Event: { } kind } && !Provisos.Bind(kind));
                argues |= mark.IsCue("Modal");
            }

            if (tells) _dense += share;
            if (argues) _modal += share;
            if (fights) _war += share;
        }
    }

    /// <summary>Shares of the text's sentences, and how much the event's own speak of war, each from 0 to 1; none in a message, whose few sentences make no share.</summary>
    public IEnumerable<(string Name, double Value)> Of(EventDraft draft)
    {
        if (_analysis.Words.Count <= NewsScale.MessageWords) yield break;
        yield return ("Text.Dense", _dense);
        yield return ("Text.Modal", _modal);

        // A fight is told with words of war; what else is told with them is part of a fight more often than an attack of its own.
        if (draft.Sub is SubEventType.ArmedClash) yield break;
        yield return ("Text.War", _war);
        yield return ("War", WarOf(draft));
    }

    private double WarOf(EventDraft draft)
    {
        HashSet<string> words = [];
        foreach (EventMention mention in draft.Mentions)
        {
            for (int word = mention.Sentence.First; word < mention.Sentence.End && words.Count < MostWarWords; word++)
            {
                if (_analysis.Is(word, WordClass.War)) words.Add(_analysis.Words[word].Text);
            }
        }

        return (double)words.Count / MostWarWords;
    }
}
