namespace Alerts.Forecast.Ledger;

// What is left after a time, one rate per half-life. As a natural exponential, which costs half of a power of two.
internal sealed class DecayRates(IEnumerable<double> halfLivesDays)
{
    private static readonly double Ln2 = Math.Log(2);

    private readonly double[] _rates = [.. halfLivesDays.Select(days => -Ln2 / days)];

    public int Count => _rates.Length;

    public double Over(int kernel, double days) => Math.Exp(_rates[kernel] * days);
}
