using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Finds who did it inside a phrase for a deed ("the air force bombed", "a crowd beat"), or for who speaks of his own ("the army said it had").</summary>
internal sealed class HiddenDoers(Analysis analysis)
{
    private const string Speaks = "SAYER";

    /// <summary>The armed or the crowd with whom such a phrase begins; null when it begins with nobody, or is in the passive ("protesters were arrested").</summary>
    public Mark? In(Mark phrase)
    {
        if (phrase.End - phrase.First < 2 || !(IsDeed(phrase) || IsOfSpeaker(phrase))) return null;
        (List<Entry>? entries, int count) = analysis.Language.Phrases.MatchAt(analysis.Words, phrase.First, phrase.End - 1);
        return entries?.Find(e => e.Sort == Sort.Role) is { } role && !IsPassive(phrase, phrase.First + count) ? new Mark([role], phrase.First, phrase.First + count) : null;
    }

    private static bool IsDeed(Mark phrase) =>
        phrase.Of(Sort.Trigger)?.Event is { Form: TriggerForm.Verb or TriggerForm.Event, Sub: not SubEventType.SexualViolence } kind && kind.Detail != EventFinder.Means;

    // "The army said it had killed nine", "police said that it was their doing".
    private bool IsOfSpeaker(Mark phrase)
    {
        if (!phrase.Entries.Any(e => e.Sort == Sort.Cue && e.Key.StartsWith(Speaks, StringComparison.Ordinal))) return false;
        int next = analysis.Is(phrase.End, WordClass.Clause) ? phrase.End + 1 : phrase.End;
        return analysis.GrammarAt(next, next + 1, "It").Entry is not null;
    }

    // "Les femmes sont sorties": French goes out with "to be".
    private bool IsPassive(Mark phrase, int from)
    {
        if (phrase.Of(Sort.Trigger)?.Event is { Sub: SubEventType.PeacefulProtest }) return false;
        for (int at = from; at < phrase.End; at++)
        {
            if (analysis.Is(at, WordClass.Be)) return true;
        }

        return false;
    }
}
