namespace Alerts.Risk.Views;

/// <summary>A city's chance at an instant, by what is known now.</summary>
/// <param name="At">The instant.</param>
/// <param name="P30">P of a lethal event within 50 km in the 30 days after it, 0 to 1.</param>
public readonly record struct ForecastPoint(DateTimeOffset At, double P30);
