namespace Alerts.Forecast.Scoring;

/// <summary>One decayed sum of a city and the logarithm taken of it: ln(1 + Scale · sum).</summary>
/// <param name="Zone">What is summed.</param>
/// <param name="HalfLifeDays">Half-life of the sum, days, above 0.</param>
/// <param name="Scale">
/// Factor within the logarithm, above 0. A large one asks whether anything happened, a small one how much did; two kernels of one sum
/// that differ in scale bend the curve between the two.
/// </param>
public sealed record ForecastKernel(Zone Zone, double HalfLifeDays, double Scale);
