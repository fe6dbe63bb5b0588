using System.Diagnostics;

namespace Alerts.Load.Streams;

/// <summary>What has arrived at all subscribers of a run: how many, and how long each took. Thread safe.</summary>
/// <param name="subscribers">Who gets each alert.</param>
/// <param name="alerts">Alerts of the run; numbers beyond are not counted.</param>
internal sealed class Arrivals(int subscribers, int alerts)
{
    // Latencies are counted in steps of 20 µs up to 20 s.
    private const double StepMilliseconds = 0.02;
    private readonly int[] _steps = new int[1_000_000];
    private readonly int[] _got = new int[alerts];
    private readonly double[] _last = new double[alerts];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Completes with the last arrival.</summary>
    public Task All => _all.Task;

    /// <summary>From sending to the last subscriber, milliseconds, sorted.</summary>
    public double[] ToLast => [.. _last.Order()];

    /// <summary>A message came, a frame of the stream or whatever the server sends.</summary>
    public void See(ReadOnlySpan<byte> message)
    {
        if (!Stamp.TryFind(message, out int number, out long sent) || number < 0 || number >= alerts)
            return;
        double took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        Interlocked.Increment(ref _steps[Math.Min((int)(took / StepMilliseconds), _steps.Length - 1)]);
        if (Interlocked.Increment(ref _got[number]) == subscribers)
            _last[number] = took;
        if (Interlocked.Increment(ref _count) == (long)subscribers * alerts)
            _all.TrySetResult();
    }

    /// <summary>Milliseconds within which a share of all deliveries came.</summary>
    public double Within(double share)
    {
        long due = (long)(Count * share);
        int step = 0;
        for (long seen = _steps[0]; seen < due && step < _steps.Length - 1; seen += _steps[step])
            step++;
        return (step + 1) * StepMilliseconds;
    }
}
