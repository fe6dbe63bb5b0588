using Alerts.Platform.Time;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Platform;

public sealed class ScenarioClockTests
{
    private static readonly DateTimeOffset Start = new(2024, 9, 17, 4, 50, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Now_SpeedSixty_RunsAMinuteASecond()
    {
        var clock = new ScenarioClock(_time, Start, 60);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Start.AddMinutes(2), clock.Now);
    }

    [Fact]
    public async Task AdvanceTo_StandingClock_WakesWhoWaits()
    {
        var clock = new ScenarioClock(_time, Start, 0);
        Task waiting = clock.WaitUntilAsync(Start.AddHours(1), TestContext.Current.CancellationToken);
        clock.AdvanceTo(Start.AddMinutes(30));
        Assert.False(waiting.IsCompleted);
        clock.AdvanceTo(Start.AddHours(1));
        await waiting;
        Assert.Equal(Start.AddHours(1), clock.Now);
    }

    [Fact]
    public void AdvanceTo_Past_DoesNothing()
    {
        var clock = new ScenarioClock(_time, Start, 0);
        clock.AdvanceTo(Start.AddHours(-1));
        Assert.Equal(Start, clock.Now);
    }
}
