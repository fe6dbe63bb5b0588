using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>A level that an adviser assessed and signed for an area.</summary>
/// <param name="Level">The level.</param>
/// <param name="Adviser">Who signed.</param>
/// <param name="SignedAt">When.</param>
/// <param name="ReviewAt">By when it must be looked at again. It keeps counting afterwards: only a person takes it back.</param>
public sealed record SignedLevel(ThreatLevel Level, string Adviser, DateTimeOffset SignedAt, DateTimeOffset ReviewAt);
