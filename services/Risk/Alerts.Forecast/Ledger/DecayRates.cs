using System.Runtime.CompilerServices;

namespace Alerts.Forecast.Ledger;

// What is left after a time, one rate per half-life. As a natural exponential, which costs half of a power of two; whole days, which
// nearly all are, from a table of the same figures.
internal sealed class DecayRates
{
    private const int TableDays = 1024;
    private static readonly double Ln2 = Math.Log(2);

    private readonly double[] _rates;
    private readonly double[][] _table;

    public DecayRates(IEnumerable<double> halfLivesDays)
    {
        _rates = [.. halfLivesDays.Select(days => -Ln2 / days)];
        _table = [.. _rates.Select(rate => Enumerable.Range(0, TableDays).Select(day => Math.Exp(rate * day)).ToArray())];
    }

    public int Count => _rates.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Over(int kernel, double days)
    {
        int whole = (int)days;
        return whole == days && whole < TableDays ? _table[kernel][whole] : Math.Exp(_rates[kernel] * days);
    }
}
