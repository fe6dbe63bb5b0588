using Alerts.Platform.Health;

namespace Alerts.AllInOne.Playing;

/// <summary>Tells when everything that was accepted has been handled to the end.</summary>
/// <param name="probes">All parts.</param>
/// <param name="time">Clock of the polls.</param>
internal sealed class Pipeline(IEnumerable<IProgressProbe> probes, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    // From the source to the end: whatever leaves a part is in a later one. Within a part it may pass from one probe to another that was looked at before; a second look finds it there.
    private static readonly string[] Order = ["ingest", "risk", "notify"];

    private readonly IProgressProbe[] _probes = [.. probes.OrderBy(p => Array.IndexOf(Order, p.Part))];

    /// <summary>Completes when nothing waits anywhere.</summary>
    public async Task IdleAsync(CancellationToken cancellationToken)
    {
        while (!(await IsIdleAsync(cancellationToken) && await IsIdleAsync(cancellationToken)))
            await Task.Delay(Poll, time, cancellationToken);
    }

    private async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        foreach (IProgressProbe probe in _probes)
        {
            if ((await probe.MeasureAsync(cancellationToken)).Waiting > 0)
                return false;
        }

        return true;
    }
}
