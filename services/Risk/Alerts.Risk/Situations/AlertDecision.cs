using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>That officers must be told of a revision, and what.</summary>
/// <param name="Situation">The situation after it.</param>
/// <param name="Action">What the revision does.</param>
/// <param name="Urgency">How it reaches them.</param>
/// <param name="Headline">One line in plain words.</param>
/// <param name="Summary">What changed, in plain words.</param>
/// <param name="Reasons">Why, the deciding one first.</param>
/// <param name="IssuedAt">When, by the domain's clock.</param>
public sealed record AlertDecision(
    Situation Situation,
    SituationAction Action,
    Urgency Urgency,
    Phrase Headline,
    Phrase Summary,
    IReadOnlyList<LevelReason> Reasons,
    DateTimeOffset IssuedAt)
{
    /// <summary>Cities touched, with level before and after. Default: none.</summary>
    public IReadOnlyList<CityEffect> Cities { get; init; } = [];

    /// <summary>The thread under which it goes on; null when it does not.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Threads that this one replaces. Default: none.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];
}
