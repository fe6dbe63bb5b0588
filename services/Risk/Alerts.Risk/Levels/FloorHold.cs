namespace Alerts.Risk.Levels;

/// <summary>An adviser's hold on a floor: while it lasts, the floor does not fall.</summary>
/// <param name="From">When it was signed.</param>
/// <param name="Until">When it ends, exclusive; null until it is lifted.</param>
public sealed record FloorHold(DateTimeOffset From, DateTimeOffset? Until)
{
    internal bool Covers(DateTimeOffset instant) => instant >= From && (Until is null || instant < Until);
}
