using Alerts.Risk.Access;

namespace Alerts.Risk.Views;

/// <summary>What a report, a person or the clock has changed about access: to be stored, and told, as one unit.</summary>
/// <param name="Alerts">What officers must be told, each with its thread.</param>
/// <param name="Threads">Threads that were made without telling anybody: an organisation's own, which goes on from the shared one.</param>
/// <param name="Cities">Cities whose access or level changed, in each view.</param>
public sealed record AccessChange(IReadOnlyList<AccessAlert> Alerts, IReadOnlyList<AccessThread> Threads, IReadOnlyList<CityReading> Cities);
