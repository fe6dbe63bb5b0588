using Alerts.Risk.Levels;

namespace Alerts.Risk.Views;

/// <summary>What advisers have signed that counts for a city at one instant. Immutable.</summary>
/// <param name="Assessed">The signed level, the city's own before its country's; null when none stands.</param>
/// <param name="SignedFor">The area that it was signed for; null when none stands.</param>
/// <param name="Overrides">Overrides of the city and of its country.</param>
public sealed record CityOrders(SignedLevel? Assessed, Area? SignedFor, IReadOnlyList<LevelOverride> Overrides)
{
    /// <summary>Nothing is signed.</summary>
    public static CityOrders None { get; } = new(null, null, []);
}
