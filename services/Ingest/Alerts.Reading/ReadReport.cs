using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>One event as a text tells it. Exactly one of <see cref="SubEventType"/> and <see cref="LocalType"/> is set. Unknown is null.</summary>
public sealed record ReadReport
{
    /// <summary>ACLED sub-event type; null when the event has a <see cref="LocalType"/>.</summary>
    public SubEventType? SubEventType { get; init; }

    /// <summary>What the ACLED codebook omits; null when the event has a <see cref="SubEventType"/>.</summary>
    public LocalType? LocalType { get; init; }

    /// <summary>What the codebook has no type for: "arson" or "looting" of <see cref="Alerts.Terms.SubEventType.LootingPropertyDestruction"/>; null otherwise.</summary>
    public string? Detail { get; init; }

    /// <summary>The words that say what happened.</summary>
    public required TextSpan TypeEvidence { get; init; }

    /// <summary>Where it happened.</summary>
    public required ReadPlace Place { get; init; }

    /// <summary>When it happened.</summary>
    public required ReadTime Time { get; init; }

    /// <summary>People killed, attackers left out; null when the text gives no number.</summary>
    public ReadCount? Killed { get; init; }

    /// <summary>People wounded, attackers left out; null when the text gives no number.</summary>
    public ReadCount? Wounded { get; init; }

    /// <summary>Who did it, as the text says or suspects; null when it names nobody.</summary>
    public ReadActor? Actor { get; init; }

    /// <summary>What it was directed at; each kind at most once; empty when not said.</summary>
    public required IReadOnlyList<ReadTarget> Targets { get; init; }

    /// <summary>Who says so, and how.</summary>
    public required ReadStanding Standing { get; init; }

    /// <summary>The words that say the event is still going on; null when nothing says so.</summary>
    public TextSpan? OngoingEvidence { get; init; }

    /// <summary>Whether the text says that the event is still going on.</summary>
    public bool IsOngoing => OngoingEvidence is not null;

    /// <summary>Everybody whom the text makes responsible, the same actor once; <see cref="Actor"/> is the first. Two names may be two accounts of who did it.</summary>
    public IReadOnlyList<ReadActor> Actors { get; init; } = [];

    /// <summary>All statements of tolls, by source, the attackers' losses marked. <see cref="Killed"/> and <see cref="Wounded"/> span those of the victims.</summary>
    public IReadOnlyList<ReadToll> Tolls { get; init; } = [];

    /// <summary>Whom or what it was directed at, in the words of the text; <see cref="Targets"/> is what the acute rules make of it.</summary>
    public IReadOnlyList<ReadPhrase> TargetPhrases { get; init; } = [];

    /// <summary>All marks of who says so and how, in the order of the text; <see cref="Standing"/> is the one that counts for the event.</summary>
    public IReadOnlyList<ReadStanding> Standings { get; init; } = [];

    /// <summary>Who calls the event false though the text tells it: those who are said to have done it; null when they do not.</summary>
    public ReadStanding? Denial { get; init; }

    /// <summary>The words that say that the event is not verified or is disputed; null when nothing says so.</summary>
    public TextSpan? UnverifiedEvidence { get; init; }

    /// <summary>The words by which somebody confirms it; a reader never raises the standing for them. Null when nobody does.</summary>
    public TextSpan? ConfirmedEvidence { get; init; }

    /// <summary>How sure the reader is of a filled slot, above 0 to 1; a rank, not a calibrated probability. Slots that are empty have no entry.</summary>
    public IReadOnlyDictionary<ReadSlot, double> Confidence { get; init; } = new Dictionary<ReadSlot, double>();

    /// <summary>Why a slot is empty or was assumed, a plain English clause. Slots that the text fills have no entry.</summary>
    public IReadOnlyDictionary<ReadSlot, string> Reasons { get; init; } = new Dictionary<ReadSlot, string>();
}
