using Alerts.Reading.Dates;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>One event while its mentions are gathered. Only <see cref="Merger"/> changes it, within one call.</summary>
internal sealed class EventDraft
{
    private readonly List<EventMention> _mentions = [];

    public EventDraft(EventMention first) => Add(first);

    /// <summary>In the order of the text; changed by <see cref="Add"/> and <see cref="Remove"/> only.</summary>
    public List<EventMention> Mentions => _mentions;

    public EventMention First => _mentions[0];

    public EventMention Last => _mentions[^1];

    /// <summary>Fire and loot with violence are violence, a robbery with an abduction is an abduction, whichever the text tells first.</summary>
    public EventGroup Group { get; private set; }

    /// <summary>The mention whose word says most closely what it was.</summary>
    public EventMention Lead { get; private set; } = null!;

    /// <summary>The day: the most exact of the mentions'.</summary>
    public TimeMention? Time { get; private set; }

    /// <summary>The place: the most exact one of the mentions', the first of them.</summary>
    public PlaceMention? Place { get; private set; }

    /// <summary>How much it says about one certain event, by <see cref="NewsScale"/>; set when all its mentions are gathered.</summary>
    public double Weight { get; set; }

    /// <summary>Whether it is dated before the days of news; then all its mentions are.</summary>
    public bool IsOlder => First.IsOlder;

    /// <summary>What its sentence tells as a whole, where examples know that better than its words; null where they do not.</summary>
    public EventKind? Judged { get; set; }

    public EventKind Kind => Judged ?? Lead.Kind;

    public SubEventType? Sub => Lead.Kind.Sub;

    /// <summary>Whether no single word says what it was.</summary>
    public bool IsWhole => Judged is not null || Lead.IsWhole;

    /// <summary>Those whom the form of a clause makes its doers.</summary>
    public IEnumerable<Noun> Doers => _mentions.SelectMany(m => m.Doers).Select(d => d.Noun).Concat(Group is EventGroup.Unrest or EventGroup.Arrest || IsFight ? _mentions.SelectMany(m => m.Sides) : []);

    private bool IsFight => SubEventType.ArmedClash == Sub || SubEventType.ArmedClash == First.Kind.Sub;

    public void Add(EventMention mention)
    {
        _mentions.Add(mention);
        Settle();
    }

    public void Remove(EventMention mention)
    {
        _mentions.Remove(mention);
        Settle();
    }

    /// <summary>Gives the last mention a day that the text names elsewhere.</summary>
    public void Date(TimeMention time)
    {
        Last.Time = time;
        Settle();
    }

    // A murder that the text begins with stays one: bombs of which it speaks farther down, or in general, are others. "20 were killed" may tell a bomb's dead.
    private bool MayLead(EventMention mention, bool murder)
    {
        if (mention.IsHeard && _mentions.Exists(m => EventGroups.IsAssault(m.Kind))) return false;

        // "A missile struck the hotel. The blast killed three": no bomb.
        if (mention.PointsBack && EventGroups.IsExplosion(mention.Kind) && _mentions.Exists(m => EventGroups.IsBlast(m.Kind) && !EventGroups.IsExplosion(m.Kind))) return false;
        if (Group == EventGroup.Abduction) return true;
        if (murder && mention.IsPlural && EventGroups.IsExplosion(mention.Kind)) return false;
        if (First.Kind.Form is not (TriggerForm.Kill or TriggerForm.KillNoun) || !First.Targets.Exists(t => t.IsPerson)) return true;
        bool near = mention.Sentence.Paragraph <= First.Sentence.Paragraph + 1;
        return !mention.IsPlural && (near || !(First.IsMurder || mention.IsBombing));
    }

    // "Two people were injured in the crush" makes no attack of a looting; a killing does.
    private static bool IsViolent(EventMention mention) =>
        mention.Group == EventGroup.Violence && (mention.Kind.Form is TriggerForm.Kill or TriggerForm.KillNoun || mention.Trigger.Of(Sort.Harm) is null);

    // "Rebels burned three trucks": who falls in it does not make it another deed; what only burns may be anything.
    private bool IsSetFire => First.Kind.Detail == EventFinder.Arson && (First.Targets.Count > 0 || First.Doers.Count > 0);

    // "The bishop was murdered. He had been kidnapped on Monday": who is taken away and killed was abducted, whichever is told first.
    private bool IsOfNamedVictim => First.IsMurder && First.Targets.Exists(t => t.Name is not null || t.IsName);

    // All is asked for again with every further mention of the text.
    private void Settle()
    {
        Group = First.Group == EventGroup.Property && _mentions.Exists(IsViolent) ? EventGroup.Violence
            : (First.Group == EventGroup.Crime || IsOfNamedVictim) && _mentions.Exists(m => m.Group == EventGroup.Abduction) ? EventGroup.Abduction
            : First.Group;
        bool murder = _mentions.Exists(m => m.IsMurder);
        Lead = _mentions.Where(m => m.Group == Group && MayLead(m, murder)).MinBy(m => m.Kind.Order) ?? First;
        if (IsSetFire && !EventGroups.IsExplosion(Lead.Kind)) Lead = First;
        Time = _mentions.Select(m => m.Time).Where(t => t is { From: not null }).MinBy(t => t!.Precision) ?? _mentions.Select(m => m.Time).FirstOrDefault(t => t is not null);
        Place = _mentions.Select(m => m.Place).Where(p => p is not null).MinBy(p => ((int)(p!.IsUnknown ? PlacePrecision.City : p.Precision) * 2) + (p.IsLocative ? 0 : 1));
    }
}
