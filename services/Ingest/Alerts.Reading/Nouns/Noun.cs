using Alerts.Reading.Casualties;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Somebody or something that a text names: its words (modifiers, head), what its head is, and how many.</summary>
internal sealed record Noun(int First, int Head, int End)
{
    public bool IsPerson { get; init; }

    public bool IsThing { get; init; }

    public bool IsRole { get; init; }

    /// <summary>A person's name, without a word that says what the person is.</summary>
    public bool IsName { get; init; }

    /// <summary>An armed group's own name that no lexicon knows.</summary>
    public bool IsGroupName { get; init; }

    public KnownActor? Actor { get; init; }

    public ActorType? ActorType { get; init; }

    public TargetKind? Target { get; init; }

    public NumberPhrase? Number { get; init; }

    /// <summary>Whether it stands in the singular as far as the words before it tell ("a soldier", "Senator X").</summary>
    public bool IsOne { get; init; }

    /// <summary>Whether its head is written in the plural ("soldiers", "women").</summary>
    public bool IsPlural { get; init; }

    /// <summary>Words behind the head that name the person ("Senator" → "Luis Galán"): first, and the word behind.</summary>
    public (int First, int End)? Name { get; init; }

    /// <summary>Where all that names it begins, its number included: "three" of "three soldiers".</summary>
    public int PhraseFirst => Number?.First ?? First;

    /// <summary>The word behind all that names it, a name behind its head included.</summary>
    public int PhraseEnd => Math.Max(End, Name?.End ?? 0);

    /// <summary>Whether it only says to whom somebody else belongs: "the al-Qaeda branch", "the leader of the FARC".</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whether it can be the doer of violence: a named group or a role, forces of the state included.</summary>
    public bool CanAct => (IsRole || Actor is not null) && !IsOwner;

    public bool IsState => ActorType is Terms.ActorType.StateForces or Terms.ActorType.ExternalOtherForces;

    /// <summary>Whether it stands before the words for a deed, or is what they begin with: "the air force bombed".</summary>
    public bool IsBefore(Mark deed) => End <= deed.First || (First <= deed.First && End < deed.End);
}
