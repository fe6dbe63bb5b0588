namespace Alerts.Cli.Backups;

// A part of a longer work, from one share of the whole to another.
internal sealed class Share(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * Math.Clamp(value, 0, 1)));
}
