using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>A level that an adviser assessed and signed for an area.</summary>
/// <param name="Level">The level.</param>
/// <param name="Category">The category of threat that it is mainly about.</param>
/// <param name="Rationale">Why, in the adviser's words.</param>
/// <param name="Adviser">Who signed.</param>
/// <param name="SignedAt">When; it counts from then on, inclusive.</param>
/// <param name="ReviewOn">The local day by whose end it must be looked at again. It keeps counting afterwards: only a person takes it back.</param>
/// <param name="ReviewAt">The local midnight that ends that day.</param>
/// <param name="EndedAt">When it was withdrawn or another took its place, exclusive; null while it stands.</param>
public sealed record SignedLevel(
    ThreatLevel Level, ThreatCategory Category, string Rationale, string Adviser, DateTimeOffset SignedAt, DateOnly ReviewOn, DateTimeOffset ReviewAt, DateTimeOffset? EndedAt = null)
{
    /// <summary>Who withdrew it, and why; null while it stands and when another took its place.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Whether it counts at an instant.</summary>
    public bool CountsAt(DateTimeOffset now) => now >= SignedAt && (EndedAt is null || now < EndedAt);
}
