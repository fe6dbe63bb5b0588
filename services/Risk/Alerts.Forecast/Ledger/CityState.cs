namespace Alerts.Forecast.Ledger;

// What the score needs of one city at one moment: decayed sums, one per half-life.
internal sealed record CityState(double[] Events, double[] Countries, double NonLethal, DateOnly? LastLethalDay);
