using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Forecast;

// The places and days that these tests share. Coordinates and populations: GeoNames, CC BY 4.0, as of the fit.
internal static class ForecastFacts
{
    public static readonly ScoredCity Bamako = new(2460596, "ML", new GeoPoint(12.65, -8.0), 1_297_281);
    public static readonly ScoredCity Kati = new(2455558, "ML", new GeoPoint(12.74409, -8.07257), 42_922);
    public static readonly ScoredCity Gao = new(2457163, "ML", new GeoPoint(16.27167, -0.04472), 87_000);
    public static readonly ScoredCity[] Cities = [Bamako, Kati, Gao];

    public static readonly ForecastParameters Parameters = ForecastParameters.LoadDefault();

    public static readonly DateOnly Day = new(2024, 9, 17);

    public static EventLedger NewLedger() => new(Parameters, Cities);

    // The local morning of a day in Mali, whose clocks are on UTC.
    public static DateTimeOffset Morning(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    public static double P30(EventLedger ledger, ScoredCity city, DateTimeOffset at) =>
        new Forecaster(ledger).Score(city.GeonameId, at, TimeSpan.Zero, Horizon.Days30).P;

    // An event a number of kilometres north of a city.
    public static LedgerEvent Event(string id, ScoredCity city, double km, DateOnly day, bool lethal = true) =>
        new(id, new GeoPoint(city.Point.Latitude + (km / 111.195), city.Point.Longitude), day, lethal);
}
