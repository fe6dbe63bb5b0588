namespace Alerts.Forecast.Ledger;

// Where scores read from: a ledger of its own, or one laid over another. Null stands for a series without any day.
internal interface ISeriesSource
{
    DaySeries? City(int index, Ring ring);

    // Adds (+1) or takes away (−1) one entry.
    void Apply(Entry entry, int sign);

    // How often anything around the cities of a city's country has changed on days up to one. The same number twice: the same sums.
    long ChangesUpTo(int index, int day);
}
