using Alerts.Platform.Health;

namespace Alerts.Gateway.Status;

/// <summary>Measures all parts of the process at once. Thread safe.</summary>
internal sealed class StatusReading(IEnumerable<IProgressProbe> probes, IWatermarkSource? watermark, TimeProvider time)
{
    // A part that does not answer by then does not move; callers wait for the status at 2 a.m.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IProgressProbe[] _probes = [.. probes];

    public async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        (string Part, Progress Progress)[] all = await Task.WhenAll(_probes.Select(p => MeasureAsync(p, cancellationToken)));
        Progress Sum(IEnumerable<Progress> parts) => parts.Aggregate((a, b) => new Progress(
            a.Moves && b.Moves, Join(a.Detail, b.Detail), a.Waiting + b.Waiting, a.DeadLetters + b.DeadLetters));
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
