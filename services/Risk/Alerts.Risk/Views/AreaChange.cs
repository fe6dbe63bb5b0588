using Alerts.Risk.Levels;
using Alerts.Risk.Situations;

namespace Alerts.Risk.Views;

/// <summary>What an adviser's signature or its end has changed: to be stored, and told, as one unit.</summary>
/// <param name="Area">The area in its new state.</param>
/// <param name="Notice">What officers must be told; null when nothing.</param>
/// <param name="Levels">Cities of which something else is said now.</param>
public sealed record AreaChange(SignedArea Area, AreaNotice? Notice, IReadOnlyList<CityReading> Levels);
