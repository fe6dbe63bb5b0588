namespace Alerts.Client.Streaming;

// Full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015): each wait is spread evenly from 0 to a bound
// that doubles, so that ten thousand clients do not come back in one moment. Not thread safe.
internal sealed class Backoff(SubscriptionOptions options)
{
    private readonly Func<double> _jitter = options.Jitter ?? new Random().NextDouble;
    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next(TimeSpan? atLeast)
    {
        double bound = Math.Min(options.InitialBackoff.TotalMilliseconds * Math.Pow(2, _failures), options.MaxBackoff.TotalMilliseconds);
        _failures++;
        TimeSpan wait = TimeSpan.FromMilliseconds(bound * _jitter());
        // On top of what the server asks for, not instead of it: those who were all told "in 5 s" must not come together either.
        return wait + (atLeast ?? TimeSpan.Zero);
    }
}
