namespace Alerts.Forecast.Ledger;

// Event-days count once a day and ring, non-lethal events count every event.
internal sealed class SeriesFactory(KernelLayout layout)
{
    public DaySeries ForCity(Ring ring) => ForCity(ring, [], []);

    // Of days in rising order, each with its count above 0. The series keeps both arrays.
    public DaySeries ForCity(Ring ring, int[] days, int[] counts) => new(layout.RatesOf(ring), indicator: ring != Ring.NonLethal, days, counts);
}
