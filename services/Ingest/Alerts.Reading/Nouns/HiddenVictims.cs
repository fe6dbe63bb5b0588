using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Finds whom or what a deed hit inside the phrase that tells the deed: "fired on demonstrators", "broke into the office", "houses on fire".</summary>
internal sealed class HiddenVictims(Analysis analysis)
{
    /// <summary>The people or the thing that such a phrase names, the last first; null when it names none.</summary>
    public Mark? In(Mark phrase)
    {
        if (phrase.End - phrase.First < 2 || phrase.Of(Sort.Trigger)?.Event is not { } kind) return null;
        Sort? sort = EventGroups.IsForce(kind) ? Sort.Person : IsOfThings(kind) ? Sort.Thing : null;
        for (int at = phrase.End - 1; sort is not null && at >= phrase.First; at--)
        {
            (List<Entry>? entries, int count) = analysis.Language.Phrases.MatchAt(analysis.Words, at, at == phrase.First ? phrase.End - 1 : phrase.End);
            if (entries?.Find(e => e.Sort == sort) is { } victim) return new Mark([victim], at, at + count);
        }

        return null;
    }

    // What is set on fire or broken into.
    private static bool IsOfThings(EventKind kind) => kind.Detail == EventFinder.Arson || kind.Local is LocalType.Burglary;
}
