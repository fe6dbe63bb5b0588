namespace Alerts.Forecast.BackTest;

/// <summary>Forecasts that said much the same, and how often they were right.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Forecast">What they said on average, 0 to 1.</param>
/// <param name="Observed">How often it came true, 0 to 1.</param>
public readonly record struct ReliabilityBin(int Rows, double Forecast, double Observed);
