using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>One statement of a toll. Statements of different sources stay side by side; a reader never averages them.</summary>
/// <param name="Killed">People killed; null when this statement gives none. An explicit "nobody" is 0.</param>
/// <param name="Wounded">People wounded; null when this statement gives none. An explicit "nobody" is 0.</param>
/// <param name="Claimant">Who says so; null when the text does not tell.</param>
/// <param name="OfAttackers">Whether those counted are the attackers.</param>
public sealed record ReadToll(ReadCount? Killed, ReadCount? Wounded, ClaimantKind? Claimant, bool OfAttackers);
