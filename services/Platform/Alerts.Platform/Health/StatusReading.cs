namespace Alerts.Platform.Health;

/// <summary>Measures all parts of the process at once. Thread safe.</summary>
/// <param name="probes">All of them.</param>
/// <param name="watermark">How far the path has come; null in a process that does not know.</param>
/// <param name="time">Clock of the patience.</param>
public sealed class StatusReading(IEnumerable<IProgressProbe> probes, IWatermarkSource? watermark, TimeProvider time) : IStatusSource
{
    /// <summary>A part that does not answer by then does not move: 2 s, since callers wait for the status at 2 a.m.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IProgressProbe[] _probes = [.. probes];

    /// <inheritdoc/>
    public async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        (string Part, Progress Progress)[] all = await Task.WhenAll(_probes.Select(p => MeasureAsync(p, cancellationToken)));
        Progress Sum(IEnumerable<Progress> parts) => parts.Aggregate((a, b) => new Progress(
            a.Moves && b.Moves, Join(a.Detail, b.Detail), a.Waiting + b.Waiting, a.DeadLetters + b.DeadLetters)
        {
            OldestWaiting = a.OldestWaiting is null || b.OldestWaiting > a.OldestWaiting ? b.OldestWaiting : a.OldestWaiting,
        });
        var parts = all.GroupBy(p => p.Part, p => p.Progress).Select(g => (g.Key, Sum(g))).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        return new Measured(parts, watermark?.CompleteThrough, watermark?.BlindSince);
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first} {second}";

    private async Task<(string Part, Progress Progress)> MeasureAsync(IProgressProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            Progress progress = await probe.MeasureAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return (probe.Part, progress);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            string why = e is TimeoutException ? $"It did not answer within {Patience.TotalSeconds:0} s." : "Its progress cannot be measured.";
            return (probe.Part, new Progress(false, why, 0, 0));
        }
    }
}
