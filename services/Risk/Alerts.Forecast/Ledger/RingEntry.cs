namespace Alerts.Forecast.Ledger;

// One incident as a city sees it. Together: how many incidents share its day and ring.
internal readonly record struct RingEntry(LedgerEvent Event, Ring Ring, int Together);
