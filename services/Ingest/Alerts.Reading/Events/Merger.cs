using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Gathers mentions into events by kind, day and place. What the text sets apart stays apart: list items, "in another attack", other days, other towns.</summary>
internal sealed class Merger(Analysis analysis)
{
    /// <summary>More events than this in one text are a list to import, not an article.</summary>
    public const int MostEvents = 20;

    // What a text says more often than this of one event adds nothing; the limit keeps the time linear.
    private const int MostMentions = 40;

    // A day or a town behind no more words than this begins a sentence: "on", "early on".
    private const int OpeningWords = 2;

    private readonly Victims _victims = new(analysis);
    private readonly List<EventDraft> _drafts = [];

    public IReadOnlyList<EventDraft> All => _drafts;

    public void Take(EventMention mention)
    {
        EventDraft? best = null;
        for (int i = _drafts.Count - 1; i >= 0 && best is null; i--)
        {
            if (StandsApart(_drafts[i], mention)) continue;
            bool last = i == _drafts.Count - 1;
            bool same = IsSame(_drafts[i], mention) ? last || mention.Group == EventGroup.Threat || !IsOtherTarget(_drafts[i], mention)
                : _victims.AreSame(_drafts[i], mention) || (last && IsToldAgain(_drafts[i], mention));
            if (same) best = _drafts[i];
        }

        if (best is null && IsTollOfLast(mention)) best = _drafts[^1];
        if (best is null && IsDetailOfLead(mention) && !StandsApart(_drafts[0], mention)) best = _drafts[0];
        if (best is not null) Add(best, mention);
        else if (_drafts.Count < MostEvents) _drafts.Add(new EventDraft(mention));
    }

    /// <summary>Adds a mention to the event that it belongs to, when there is one.</summary>
    public void Join(EventMention mention)
    {
        if (_drafts.Count > 0 && !StandsApart(_drafts[^1], mention) && IsSame(_drafts[^1], mention)) Add(_drafts[^1], mention);
    }

    // Under headings of other places or days.
    private static bool StandsApart(EventDraft draft, EventMention mention) => draft.Last.Section >= 0 && mention.Section >= 0 && draft.Last.Section != mention.Section;

    private static void Add(EventDraft draft, EventMention mention)
    {
        if (draft.Mentions.Count < MostMentions) draft.Add(mention);
    }

    /// <summary>Takes a mention back; an event without any is none.</summary>
    public void Drop(EventMention mention)
    {
        EventDraft? draft = _drafts.Find(d => d.Mentions.Contains(mention));
        if (draft is null) return;
        if (draft.Mentions.Count == 1) _drafts.Remove(draft);
        else draft.Remove(mention);
    }

    /// <summary>Takes all events back.</summary>
    public void Clear() => _drafts.Clear();

    private bool IsSame(EventDraft draft, EventMention mention)
    {
        if (!Mix(draft, mention) || draft.IsOlder != mention.IsOlder) return false;
        if (draft.Last.Sentence.Item != mention.Sentence.Item && mention.Sentence.Item > 0 && draft.Last.Sentence.Item > 0 && !IsLaterLine(draft, mention)) return false;
        if (IsOtherDeed(draft, mention) || IsOtherFire(draft, mention) || _victims.AreOthers(draft, mention)) return false;
        if (mention.IsSeparate && mention.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && !mention.PointsBack) return false;
        bool harmOnly = mention.Kind.Detail == EventFinder.HarmOnly;
        if (draft.Time is { } day && mention.Time is { } other && !day.MayBe(other) && !IsAftermath(draft, mention)) return false;
        if (draft.Place is { } place && mention.Place is { } spot && !SameSpot(place, spot)) return false;
        if (draft is { Place: null, First.Around: { } around } && mention.Place is { IsLocative: true } elsewhere && mention.Sentence.Paragraph != draft.First.Sentence.Paragraph && !SameSpot(around, elsewhere)) return false;
        if (!harmOnly && IsElsewhere(draft, mention)) return false;
        if (!harmOnly && draft.Place is { } before && mention is { Place: null, Around: { } scene } && mention.Sentence.Paragraph != draft.Last.Sentence.Paragraph && !SameSpot(before, scene)) return false;
        if (!harmOnly && mention.IsSeparate && mention.Place is not null && (mention.Doers.Count > 0 || mention.Targets.Count > 0 || mention.Tolls.Count > 0) && (!SamePlace(draft.Place, mention.Place) || IsOtherName(draft.Place, mention.Place))) return false;
        return true;
    }

    // "0718 Hsipaw: outgoing artillery … 0852 Hsipaw: a house was hit": the lines of a log follow what goes on at a place.
    private static bool IsLaterLine(EventDraft draft, EventMention mention) =>
        draft.Last.IsLogged && mention is { IsLogged: true, IsSeparate: false, Place: { } spot } && draft.Place is { } place && SamePlace(place, spot) && draft.Group == mention.Group
        && (draft.Sub == mention.Kind.Sub || mention.Kind.Detail == EventFinder.HarmOnly || EventGroups.IsBlast(mention.Kind) == EventGroups.IsBlast(draft.Lead.Kind));

    // "The highway was closed till Friday", "all were let go the next morning": how it ended, on a day of its own.
    private static bool IsAftermath(EventDraft draft, EventMention mention) =>
        (mention.Group == EventGroup.Access && mention.Time is { IsSince: true }) || (mention.Group == EventGroup.Release && draft.Group is EventGroup.Abduction or EventGroup.Crime);

    // What comes back to an event over another one names its targets again; other targets are those of a third.
    private bool IsOtherTarget(EventDraft draft, EventMention mention) =>
        mention.Targets.Count > 0 && draft.Mentions.Exists(m => m.Targets.Count > 0)
        && !draft.Mentions.Exists(m => m.Targets.Exists(t => mention.Targets.Exists(o => analysis.Words[t.Head].Text == analysis.Words[o.Head].Text)));

    // "By Wednesday 12 people had died": the day beside a toll is often when it was counted; in no place and of nobody named it is the last event's.
    private bool IsTollOfLast(EventMention mention) =>
        mention is { Kind.Detail: EventFinder.HarmOnly, Place: null, IsSeparate: false, Targets.Count: 0 } && !mention.Tolls.Exists(t => t.Who is { Name: not null })
        && _drafts is [.., { Group: EventGroup.Violence } last] && last.IsOlder == mention.IsOlder && last.Last.Sentence.Item == mention.Sentence.Item && !StandsApart(last, mention);

    // The first sentence sums up what the next ones tell in full; the day or the town beside it is often that of who reports it.
    private bool IsDetailOfLead(EventMention mention) =>
        !mention.IsAgain && _drafts is [{ Mentions.Count: <= 2 } lead] && (lead.Mentions.Count == 1 || lead.Sub != mention.Kind.Sub) && lead.First.Sentence.End == analysis.Sentences[0].End
        && lead.Group == mention.Group && lead.IsOlder == mention.IsOlder && mention.Sentence.Item == lead.First.Sentence.Item && !GoesOn(lead, mention) && !_victims.AreOthers(lead, mention);

    // "On Sunday the same market was hit", "in a separate attack in Mopti": another day or town at the beginning, or of what is set apart; another day in another town.
    private bool GoesOn(EventDraft draft, EventMention mention)
    {
        bool otherDay = draft.Time is { } day && mention.Time is { From: not null } time && !day.MayBe(time);
        bool otherTown = draft.Place is { } place && mention.Place is { IsLocative: true } spot && !SameSpot(place, spot) && !(place.IsWay && IsNamedIn(draft.First.Sentence, spot));
        return (otherDay && (otherTown || IsOtherName(draft.Place, mention.Place))) || IsElsewhere(draft, mention) || (otherDay && (mention.IsSeparate || Opens(mention.Time!.First, mention)))
            || (otherTown && (mention.IsSeparate || mention.Sentence.Paragraph > draft.First.Sentence.Paragraph || Opens(mention.Place!.First, mention)));
    }

    // "On the way from Barsalogho to Pensa … 12 km beyond Barsalogho".
    private bool IsNamedIn(Sentence sentence, PlaceMention place)
    {
        for (int word = sentence.First; word < sentence.End; word++)
        {
            if (analysis.Words[word].Text == analysis.Words[place.First].Text) return true;
        }

        return false;
    }

    // Of names that no gazetteer knows all that can be said is that they are others.
    private bool IsOtherName(PlaceMention? one, PlaceMention? other) =>
        one is not null && other is { IsLocative: true } && (one.IsUnknown || other.IsUnknown) && analysis.Words[one.First].Text != analysis.Words[other.First].Text;

    // "In Kitchanga, a village chief was shot", "On Sunday a mine went off near Nzako": a paragraph that opens with another name, or a sentence with a day beside one, goes on to another place, though the gazetteer knows none.
    private bool IsElsewhere(EventDraft draft, EventMention mention) => IsOtherName(draft.Place, mention.Place)
        && ((mention.Sentence.Paragraph > draft.Last.Sentence.Paragraph && Opens(mention.Place!.First, mention)) || (mention.Time is { From: not null } day && Opens(day.First, mention)));

    private static bool Opens(int first, EventMention mention) => first <= mention.Sentence.First + OpeningWords;

    // "The explosion occurred on Thursday" right behind what was told of today: the words of the one who tells it say that it is the same.
    private static bool IsToldAgain(EventDraft draft, EventMention mention) =>
        mention.PointsBack && !mention.IsSeparate && !mention.IsOlder && !draft.IsOlder && draft.Group == mention.Group && mention.Sentence.Item == draft.Last.Sentence.Item
        && mention.Sentence.Paragraph <= draft.Last.Sentence.Paragraph + 1;

    // A murder told in another paragraph than a bombing is another deed, unless it only counts the bombing's dead.
    private static bool IsOtherDeed(EventDraft draft, EventMention mention)
    {
        bool explosion = EventGroups.IsExplosion(draft.Lead.Kind);
        bool other = EventGroups.IsExplosion(mention.Kind);
        if (explosion == other || draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph) return false;
        return (explosion ? mention : draft.Lead).IsMurder;
    }

    // "They blew up a pylon. They also burned two buses": other things that are set on fire elsewhere or later are a deed of their own, but not the homes of those attacked.
    private bool IsOtherFire(EventDraft draft, EventMention mention) =>
        mention.Kind.Detail == EventFinder.Arson && draft.Lead.Kind.Detail != EventFinder.Arson
        && mention.Targets.Exists(t => t.IsThing) && !mention.Targets.Exists(t => t.Target == TargetKind.Civilians) && draft.Mentions.Exists(m => m.Targets.Exists(t => t.IsThing))
        && (mention.IsSeparate || mention.Time is not null || mention.Place is not null || mention.Sentence.Paragraph != draft.Last.Sentence.Paragraph)
        && IsOtherTarget(draft, mention);

    private bool Mix(EventDraft draft, EventMention mention) =>
        draft.Group == mention.Group
        || ((mention.Sentence.Item > 0 || analysis.Words.Count <= NewsScale.MessageWords) && draft.Last.Sentence.Item == mention.Sentence.Item && IsDeed(draft.Group) && IsDeed(mention.Group))
        || (mention.Group == EventGroup.Property && draft.Group is EventGroup.Violence or EventGroup.Unrest or EventGroup.Crime)
        || (mention.Group == EventGroup.Violence && draft.Group == EventGroup.Property)
        || (mention.Group == EventGroup.Weapons && EventGroups.IsExplosion(draft.Lead.Kind) && mention.Sentence.Paragraph <= draft.Last.Sentence.Paragraph + 1)
        || ((mention.Group, draft.Group) is (EventGroup.Crime, EventGroup.Violence or EventGroup.Abduction) or (EventGroup.Abduction, EventGroup.Crime) && IsSameScene(draft, mention))
        || (mention.Group == EventGroup.Access && draft.Group is EventGroup.Violence or EventGroup.Unrest or EventGroup.Abduction && mention is { Place: null, IsSeparate: false } && IsAftermath(draft, mention) && draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph)
        || (mention.Group == EventGroup.Release && draft.Group is EventGroup.Abduction or EventGroup.Crime && draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph)
        || (mention.Kind.Detail == EventFinder.HarmOnly && draft.Group is EventGroup.Unrest or EventGroup.Abduction)
        || (mention is { Group: EventGroup.Unrest, Kind.Sub: SubEventType.ProtestWithIntervention, Place: null, IsSeparate: false, Time: not { From: not null } } && draft.Group == EventGroup.Violence && draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph)
        || (mention is { Group: EventGroup.Violence, Place: null, IsSeparate: false, Doers.Count: 0, Time: not { From: not null } } && draft.Group == EventGroup.Abduction && mention.Trigger.Of(Sort.Harm) is not null && draft.Last.Sentence.End == mention.Sentence.First && draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph)
        || (mention.Group == EventGroup.Violence && draft.Group == EventGroup.Unrest && mention is { Place: null, IsSeparate: false, Doers.Count: 0, Time: not { From: not null } } && mention.Trigger.Of(Sort.Harm) is not null && mention.Sentence.Paragraph <= draft.Last.Sentence.Paragraph + 1);

    // "The attackers also stole a car", "they forced him out of his car": a robbery without a place or a day of its own is part of what the paragraph just told, and so is what its own sentence tells with it.
    private static bool IsSameScene(EventDraft draft, EventMention mention) =>
        mention.IsSeparate is false && (mention.Place is null || mention.Sentence == draft.Last.Sentence) && (mention.Time is not { From: not null } || draft.Time?.MayBe(mention.Time) == true) && draft.Last.Sentence.Paragraph == mention.Sentence.Paragraph;

    // One entry of a list tells one event, whatever words it takes, and so does a message.
    private static bool IsDeed(EventGroup group) => group is EventGroup.Violence or EventGroup.Property or EventGroup.Crime or EventGroup.Access or EventGroup.Unrest or EventGroup.Abduction or EventGroup.Arrest or EventGroup.Release;

    private static bool SamePlace(PlaceMention? a, PlaceMention b) => a is not null && a.Point == b.Point;

    private static bool SameSpot(PlaceMention a, PlaceMention b)
    {
        if (a.Precision >= PlacePrecision.AdminArea || b.Precision >= PlacePrecision.AdminArea)
            return a.CountryCode is null || b.CountryCode is null || a.CountryCode == b.CountryCode;
        return a.IsAt(b);
    }
}
