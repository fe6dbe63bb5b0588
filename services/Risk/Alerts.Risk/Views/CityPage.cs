namespace Alerts.Risk.Views;

/// <summary>A part of an ordered list of cities.</summary>
/// <param name="Cities">The cities of the part, as they are at the instant of the question.</param>
/// <param name="Total">How many cities the whole list has.</param>
public sealed record CityPage(IReadOnlyList<CityReading> Cities, int Total);
