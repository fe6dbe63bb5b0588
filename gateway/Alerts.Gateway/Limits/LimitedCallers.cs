using System.Threading.RateLimiting;

namespace Alerts.Gateway.Limits;

// What each caller has used of its limits. Who has not called for a while is forgotten by the framework, so memory follows the callers of the
// last minutes; only those who are signed in get here. Thread safe.
internal sealed class LimitedCallers : IDisposable
{
    private const int Kilobyte = 1 << 10;
    private const int RestMinutes = 10;
    private const int SecondsPerMinute = 60;

    private static readonly TimeSpan UploadPause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly PartitionedRateLimiter<string> _calls;
    private readonly PartitionedRateLimiter<string> _streams;
    private readonly PartitionedRateLimiter<string> _kilobytes;

    public LimitedCallers(CallerLimits limits, TimeProvider time)
    {
        _time = time;
        _calls = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(limits.Burst, limits.CallsPerSecond),
            TokensPerPeriod = limits.CallsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
        _streams = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.OpenStreams,
            QueueLimit = 0,
        }));
        _kilobytes = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.MegabytesPerMinute * Kilobyte * RestMinutes,
            TokensPerPeriod = Math.Max(1, limits.MegabytesPerMinute * Kilobyte / SecondsPerMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
    }

    public RateLimitLease Call(string caller) => _calls.AttemptAcquire(caller);

    // Held for as long as the stream is open.
    public RateLimitLease Stream(string caller) => _streams.AttemptAcquire(caller);

    public RateLimitLease Upload(string caller, long bytes) => _kilobytes.AttemptAcquire(caller, (int)Math.Min((bytes + Kilobyte - 1) / Kilobyte, int.MaxValue));

    // Completes once the caller's limit allows for what it has sent.
    public async ValueTask UploadedAsync(string caller, int bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            using RateLimitLease lease = Upload(caller, bytes);
            if (lease.IsAcquired)
                return;
            await Task.Delay(UploadPause, _time, cancellationToken);
        }
    }

    public void Dispose()
    {
        _calls.Dispose();
        _streams.Dispose();
        _kilobytes.Dispose();
    }
}
