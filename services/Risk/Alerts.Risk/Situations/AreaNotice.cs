using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>That officers must be told what an adviser's signature does to the level of an area. Immutable.</summary>
/// <param name="Area">The area after it; its revision is that of the alert.</param>
/// <param name="City">The city; null for a country.</param>
/// <param name="Action">What the revision does.</param>
/// <param name="Urgency">Priority where a level rises, else routine. A level never rings.</param>
/// <param name="Headline">One line in plain words.</param>
/// <param name="Summary">What was signed or ended, in plain words.</param>
/// <param name="Reasons">Why, the deciding one first.</param>
/// <param name="IssuedAt">When, by the domain's clock.</param>
/// <param name="Cities">Cities whose level changes, with level before and after, the largest first; none for an announcement.</param>
public sealed record AreaNotice(
    SignedArea Area,
    Place? City,
    SituationAction Action,
    Urgency Urgency,
    Phrase Headline,
    Phrase Summary,
    IReadOnlyList<LevelReason> Reasons,
    DateTimeOffset IssuedAt,
    IReadOnlyList<CityEffect> Cities);
