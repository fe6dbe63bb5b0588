using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>One event as a text tells it. Exactly one of <see cref="SubEventType"/> and <see cref="LocalType"/> is set. Unknown is null.</summary>
public sealed record ReadReport
{
    /// <summary>ACLED sub-event type; null when the event has a <see cref="LocalType"/>.</summary>
    public SubEventType? SubEventType { get; init; }

    /// <summary>What the ACLED codebook omits; null when the event has a <see cref="SubEventType"/>.</summary>
    public LocalType? LocalType { get; init; }

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
}
