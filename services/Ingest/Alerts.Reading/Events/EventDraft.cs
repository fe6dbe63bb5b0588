using Alerts.Reading.Dates;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>One event while its mentions are gathered. Only <see cref="Merger"/> changes it, within one call.</summary>
internal sealed class EventDraft
{
    public EventDraft(EventMention first) => Mentions = [first];

    public List<EventMention> Mentions { get; }

    public EventMention First => Mentions[0];

    public EventMention Last => Mentions[^1];

    /// <summary>Fire and loot with violence are violence, whichever the text tells first.</summary>
    public EventGroup Group => Mentions.Exists(m => m.Group == EventGroup.Violence) && First.Group == EventGroup.Property ? EventGroup.Violence : First.Group;

    /// <summary>The mention whose word says most closely what it was.</summary>
    public EventMention Lead => Mentions.Where(m => m.Group == Group).MinBy(m => m.Kind.Order) ?? First;

    /// <summary>The day: the most exact of the mentions'.</summary>
    public TimeMention? Time => Mentions.Select(m => m.Time).Where(t => t is { From: not null }).MinBy(t => t!.Precision) ?? Mentions.Select(m => m.Time).FirstOrDefault(t => t is not null);

    /// <summary>The place: the most exact one of the mentions', the first of them.</summary>
    public PlaceMention? Place => Mentions.Select(m => m.Place).Where(p => p is not null).MinBy(p => ((int)(p!.IsUnknown ? PlacePrecision.City : p.Precision) * 2) + (p.IsLocative ? 0 : 1));

    /// <summary>How much it says about one certain event, by <see cref="NewsScale"/>; set when all its mentions are gathered.</summary>
    public double Weight { get; set; }

    public SubEventType? Sub => Lead.Kind.Sub;
}
