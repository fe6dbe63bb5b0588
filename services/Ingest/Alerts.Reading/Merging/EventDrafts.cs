using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;

namespace Alerts.Reading.Merging;

/// <summary>Gathers the sentences of a text into events: a sentence with a trigger and a place of its own may begin one, the others add to the last.</summary>
internal sealed class EventDrafts
{
    // Two names closer than this are parts of one event: a town and its quarter, a village and its seat.
    private const double SameEventKm = 25;

    // More events than this in one text are a list to import, not an article.
    private const int MostEvents = 20;

    private readonly List<EventDraft> _drafts = [];

    public IReadOnlyList<EventDraft> All => _drafts;

    public void Take(PhraseMatch<EventKind>? trigger, PlaceMention? place, TimeMention time, Sentence sentence)
    {
        EventDraft? same = _drafts.LastOrDefault(d => IsSame(d, trigger, place, time));
        if (same is not null) same.Add(trigger, place, time, sentence);
        else if (trigger is not null && _drafts.Count < MostEvents) _drafts.Add(new EventDraft(trigger, place, time, sentence));
    }

    private static bool IsSame(EventDraft draft, PhraseMatch<EventKind>? trigger, PlaceMention? place, TimeMention time)
    {
        if (trigger is null) return true;
        bool day = draft.Time.Date is null || time.Date is null || draft.Time.Date == time.Date;
        bool spot = draft.Place is null || place is null || draft.Place.Point.DistanceKmTo(place.Point) <= SameEventKm;
        return spot && (day || place is null) && (place is null || draft.Trigger.Value.Family == trigger.Value.Family || draft.Place is null);
    }
}
