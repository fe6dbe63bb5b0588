namespace Alerts.Risk.Views;

/// <summary>The answer to "what if". Immutable.</summary>
/// <param name="Present">The threat as it is.</param>
/// <param name="Simulated">The threat as it would be; what it rests on did not happen.</param>
/// <param name="Incidents">What the rules made of each incident, in the order asked.</param>
public sealed record Simulation(CityReading Present, CityReading Simulated, IReadOnlyList<SimulatedIncident> Incidents);
