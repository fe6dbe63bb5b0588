namespace Alerts.Cli.Backups;

// Tells in the caller's thread, unlike Progress.
internal sealed class Bytes(Action<long> tell) : IProgress<long>
{
    public void Report(long value) => tell(value);
}
