namespace Alerts.Forecast.Ledger;

// What the score needs of one city at one moment: its decayed sums, as the layout orders them.
internal sealed record CityState(double[] Sums, DateOnly? LastLethalDay);
