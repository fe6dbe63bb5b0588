using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;

namespace Alerts.Reading.Merging;

/// <summary>One event while its sentences are gathered. Only <see cref="EventDrafts"/> changes it, within one call.</summary>
internal sealed class EventDraft(PhraseMatch<EventKind> trigger, PlaceMention? place, TimeMention time, Sentence sentence)
{
    public PhraseMatch<EventKind> Trigger { get; private set; } = trigger;

    public PlaceMention? Place { get; private set; } = place;

    public TimeMention Time { get; private set; } = time;

    public List<Sentence> Sentences { get; } = [sentence];

    public void Add(PhraseMatch<EventKind>? trigger, PlaceMention? place, TimeMention time, Sentence sentence)
    {
        // A closer word of the same family ("suicide bomber" after "attack") says better what it was.
        if (trigger is not null && trigger.Value.Family == Trigger.Value.Family && trigger.Value.Order < Trigger.Value.Order) Trigger = trigger;
        Place ??= place;
        if (Time.Date is null && time.Date is not null) Time = time;
        Sentences.Add(sentence);
    }
}
