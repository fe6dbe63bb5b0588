using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Ledger;

// Event-days count once a day and ring, countries and non-lethal events count every event.
internal sealed class SeriesFactory(ForecastParameters parameters)
{
    private readonly DecayRates _events = new(parameters.EventHalfLivesDays);
    private readonly DecayRates _countries = new(parameters.CountryHalfLivesDays);
    private readonly DecayRates _nonLethal = new([parameters.NonLethalHalfLifeDays]);

    public DaySeries ForCity(Ring ring) => ring == Ring.NonLethal ? new DaySeries(_nonLethal, indicator: false) : new DaySeries(_events, indicator: true);

    public DaySeries ForCountry() => new(_countries, indicator: false);
}
