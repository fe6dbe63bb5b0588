namespace Alerts.Risk.Levels;

/// <summary>An adviser's hold on a floor: while it lasts, the floor does not fall.</summary>
/// <param name="From">When it was signed.</param>
/// <param name="Until">When it ends, exclusive; null until it is lifted.</param>
public sealed record FloorHold(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>Who signed it; empty when not known.</summary>
    public string Adviser { get; init; } = "";

    /// <summary>Why, in the adviser's words.</summary>
    public string Rationale { get; init; } = "";

    internal bool Covers(DateTimeOffset instant) => instant >= From && (Until is null || instant < Until);
}
