using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Client;

// Time that stands still until the code under test waits for exactly what the test expects; then that much passes at once.
internal sealed class SteppedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    public async Task PassAsync(TimeSpan expected)
    {
        while (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken) != expected)
        {
            // Another wait, which the test is not about.
        }

        Advance(expected);
    }
}
