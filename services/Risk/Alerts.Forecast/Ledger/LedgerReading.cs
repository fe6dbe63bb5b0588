using Alerts.Forecast.Recalibration;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Ledger;

// One city at one moment: its state, and what past forecasts have taught about both horizons.
internal readonly record struct LedgerReading(
    CityState State, Adjustment Days30, Adjustment Days7, ForecastSkill Skill30, ForecastSkill Skill7);
