using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>That officers must be told of the access of a city, and what.</summary>
/// <param name="Thread">The thread after it.</param>
/// <param name="City">The city.</param>
/// <param name="Picture">What is known; null when nothing is any more.</param>
/// <param name="Action">What the revision does.</param>
/// <param name="Urgency">How it reaches them; never Flash.</param>
/// <param name="Headline">One line in plain words.</param>
/// <param name="Summary">What changed, in plain words.</param>
/// <param name="Reasons">Why, the deciding one first.</param>
/// <param name="IssuedAt">When, by the domain's clock.</param>
public sealed record AccessAlert(
    AccessThread Thread,
    Place City,
    AccessPicture? Picture,
    SituationAction Action,
    Urgency Urgency,
    Phrase Headline,
    Phrase Summary,
    IReadOnlyList<LevelReason> Reasons,
    DateTimeOffset IssuedAt)
{
    /// <summary>The city's level before; null when not assessed.</summary>
    public ThreatLevel? Before { get; init; }

    /// <summary>The city's level after; null when not assessed.</summary>
    public ThreatLevel? After { get; init; }

    /// <summary>Organisations whose own thread stands in for this shared one. Default: none.</summary>
    public IReadOnlyList<string> OverlaidIn { get; init; } = [];

    /// <summary>The shared thread that this private one stands in for; null for none.</summary>
    public string? Supersedes { get; init; }
}
