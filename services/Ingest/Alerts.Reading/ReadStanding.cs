using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>Who makes the statement and how. A reader never raises a claim to a confirmation.</summary>
/// <param name="Standing">Claimed, reported or denied; reported when the text marks nothing.</param>
/// <param name="Claimant">Who says so; null when the text does not tell.</param>
/// <param name="Evidence">The words that say so; null when nothing marks it.</param>
public sealed record ReadStanding(Standing Standing, ClaimantKind? Claimant, TextSpan? Evidence);
