namespace Alerts.Risk.Views;

/// <summary>The days for which the loaded history of a country is complete.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day, whether or not anything happened on it.</param>
public sealed record CountryCover(string CountryCode, DateOnly From, DateOnly Through);
