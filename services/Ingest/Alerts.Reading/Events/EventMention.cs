using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;

namespace Alerts.Reading.Events;

/// <summary>What one sentence tells of one event. Filled while the sentence is read, then only read.</summary>
internal sealed class EventMention(Sentence sentence, Mark trigger, EventKind kind)
{
    public Sentence Sentence { get; } = sentence;

    public Mark Trigger { get; set; } = trigger;

    public EventKind Kind { get; set; } = kind;

    public EventGroup Group => EventGroups.Of(Kind);

    /// <summary>All words of the sentence that tell this event, the trigger among them.</summary>
    public List<Mark> Triggers { get; } = [trigger];

    public List<Doer> Doers { get; } = [];

    public List<Noun> Targets { get; } = [];

    /// <summary>The sides of a fight, or those who march, that it tells: they did it where the fight or the march is the event.</summary>
    public List<Noun> Sides { get; } = [];

    public List<Toll> Tolls { get; } = [];

    public TimeMention? Time { get; set; }

    public PlaceMention? Place { get; set; }

    /// <summary>Country named beside it, when no place is.</summary>
    public string? Country { get; set; }

    /// <summary>Whether a preposition says that it is in that country.</summary>
    public bool IsCountryPlaced { get; set; }

    /// <summary>Whether it stands in an entry of a list that begins with its place ("▪ Dessie, Sat 26: …"): such an entry is about what happened there.</summary>
    public bool IsHeaded { get; set; }

    /// <summary>Which of the sentences is the heading that puts it in a place or on a day; -1 for none.</summary>
    public int Section { get; set; } = -1;

    /// <summary>The word that stands for its doers ("they"); -1 for none.</summary>
    public int They { get; set; } = -1;

    /// <summary>The sentence that tells who "they" are, with them only.</summary>
    public TellingSentence? Antecedent { get; set; }

    /// <summary>The sentence before that tells who came on the scene, with them only.</summary>
    public TellingSentence? Scene { get; set; }

    /// <summary>Whether its word is a bare plural ("bombings"), which tells of such events more often than of one.</summary>
    public bool IsPlural { get; set; }

    /// <summary>Whether its word is "bombing", "bombed", but not "three bombings": said of what air forces and campaigns do more often than of one bomb.</summary>
    public bool IsBombing { get; set; }

    /// <summary>Whether it only tells an explosion that was heard: another sentence may say what it was part of.</summary>
    public bool IsHeard { get; set; }

    /// <summary>Whether its word is one for dead of any cause ("killed"): a text counts a bombing's dead with it, too.</summary>
    public bool IsOfAnyDead { get; set; }

    /// <summary>Whether it tells a murder: by its word, or since the victim is named or one.</summary>
    public bool IsMurder => Kind.Form is TriggerForm.Kill or TriggerForm.KillNoun && Targets.Exists(t => t.IsPerson && (!IsOfAnyDead || t.Name is not null || t.IsName || t.IsOne));

    /// <summary>Whether its word is a definite noun that says no more of itself ("the explosion", "this attack"): it points back to what was told.</summary>
    public bool PointsBack { get; set; }

    /// <summary>Whether it is dated before the days of news, yet not so long before that it is background whatever is told of it.</summary>
    public bool IsOlder { get; set; }

    /// <summary>Why it is no news; null when it may be.</summary>
    public (BackgroundKind Kind, string Reason)? Background { get; set; }

    /// <summary>The sentence in which those call it false who are said to have done it; null when none does.</summary>
    public Sentence? Contested { get; set; }

    /// <summary>Whether the sentence says that this is another event than the one before.</summary>
    public bool IsSeparate { get; set; }

    /// <summary>Whether its sentences tell it as a whole, by examples of messages, and no word by itself.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether its words tell another event as well, whose victims they count.</summary>
    public bool IsAgain { get; private init; }

    /// <summary>The same deed told of another place in the same words; what was counted of all stays here.</summary>
    public EventMention Again(PlaceMention place, TimeMention? time, IReadOnlyList<Toll> tolls, IReadOnlyList<Noun>? targets)
    {
        var other = new EventMention(Sentence, Trigger, Kind) { Place = place, Time = time ?? Time, IsSeparate = true, IsAgain = true, They = They, IsPlural = IsPlural, IsBombing = IsBombing, IsOfAnyDead = IsOfAnyDead };
        other.Tolls.AddRange(tolls);
        other.Doers.AddRange(Doers);
        other.Targets.AddRange(targets ?? Targets);
        return other;
    }

    /// <summary>Whether it is the box ticked in a form.</summary>
    public bool IsTicked { get; set; }

    /// <summary>Whether a line of a log or a chat tells it, which begins with its hour.</summary>
    public bool IsLogged { get; set; }

    /// <summary>The town that its paragraph names before it, where it has no place of its own.</summary>
    public PlaceMention? Around { get; set; }
}
