using Alerts.Forecast.Recalibration;

namespace Alerts.Forecast.Ledger;

// One city at one moment: its state, and what past forecasts have taught about both horizons.
internal readonly record struct LedgerReading(CityState State, Taught Taught);
