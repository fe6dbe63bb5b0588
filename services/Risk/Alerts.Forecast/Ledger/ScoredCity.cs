using Alerts.Terms;

namespace Alerts.Forecast.Ledger;

/// <summary>A place that gets a forecast.</summary>
/// <param name="GeonameId">Its id; unique in a ledger.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case: whose country terms it takes.</param>
/// <param name="Point">Its centre.</param>
/// <param name="Population">Inhabitants; 0 or less when unknown, which counts as the centre of the population scale.</param>
public sealed record ScoredCity(int GeonameId, string CountryCode, GeoPoint Point, long Population);
