using Alerts.Client.Streaming;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class BackoffTests
{
    [Fact]
    public void Next_FailuresInARow_BoundDoublesToMaximum()
    {
        // Jitter of 1 shows the bound itself.
        var backoff = new Backoff(new SubscriptionOptions { Jitter = () => 1, InitialBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(5) });
        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(0, 5).Select(_ => backoff.Next(null).TotalSeconds));
    }

    [Fact]
    public void Next_LowestJitter_DoesNotWait() =>
        Assert.Equal(TimeSpan.Zero, new Backoff(new SubscriptionOptions { Jitter = () => 0 }).Next(null));

    [Fact]
    public void Next_ServerAsksForAWait_JitterComesOnTop()
    {
        var backoff = new Backoff(new SubscriptionOptions { Jitter = () => 0.5, InitialBackoff = TimeSpan.FromSeconds(1) });
        Assert.Equal(TimeSpan.FromSeconds(7.5), backoff.Next(TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void Next_AfterReset_StartsOver()
    {
        var backoff = new Backoff(new SubscriptionOptions { Jitter = () => 1 });
        TimeSpan first = backoff.Next(null);
        backoff.Next(null);
        backoff.Reset();
        Assert.Equal(first, backoff.Next(null));
    }

    [Fact]
    public void Next_AThousandFailures_StaysAtMaximum()
    {
        var backoff = new Backoff(new SubscriptionOptions { Jitter = () => 1 });
        TimeSpan last = TimeSpan.Zero;
        for (int i = 0; i < 2000; i++) last = backoff.Next(null);
        Assert.Equal(TimeSpan.FromSeconds(10), last);
    }
}
