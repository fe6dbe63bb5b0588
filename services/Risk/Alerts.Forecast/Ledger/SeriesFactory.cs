namespace Alerts.Forecast.Ledger;

// Event-days count once a day and ring, non-lethal events count every event.
internal sealed class SeriesFactory(KernelLayout layout)
{
    public DaySeries ForCity(Ring ring) => new(layout.RatesOf(ring), indicator: ring != Ring.NonLethal);
}
