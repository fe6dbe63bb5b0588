namespace Alerts.Risk.Views;

// All that a glance rests on but the hour. Changes: of the ledger, around the city's country. Day: since 0001-01-01, local. Through: last day of the country's history.
internal readonly record struct GlanceBasis(long Changes, int Day, bool IsAssessed, DateOnly Through);
