using Alerts.Risk.Situations;

namespace Alerts.Risk.Views;

/// <summary>What a report or the clock has changed: to be stored, and told, as one unit.</summary>
/// <param name="Situation">The thread in its new state; null when nothing changed.</param>
/// <param name="Alert">What officers must be told; null when nothing.</param>
/// <param name="Levels">Cities whose level, floor or band changed, in each view.</param>
public sealed record BoardChange(Situation? Situation, AlertDecision? Alert, IReadOnlyList<CityReading> Levels)
{
    /// <summary>Nothing changed.</summary>
    public static BoardChange None { get; } = new(null, null, []);
}
