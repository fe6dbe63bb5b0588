using Alerts.Notify.Log;
using Alerts.Notify.Messaging;
using Alerts.Notify.Streaming;
using Alerts.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Messaging;

public sealed class BlindAlertsTests
{
    [Fact]
    public async Task Watermark_FreshThenOld_IsBlindSinceItsTime()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        IWatermark watermark = host.Get<IWatermark>();
        Assert.Null(watermark.BlindSince);
        await host.ApplyAsync(Assessments.Watermark(NotifyHost.Began.AddSeconds(-3), NotifyHost.Began));

        host.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(watermark.BlindSince);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(NotifyHost.Began.AddSeconds(-3), watermark.BlindSince);
        Assert.Equal(NotifyHost.Began.AddSeconds(-3), watermark.CompleteThrough);
    }

    [Fact]
    public async Task Watermark_NeverCame_IsBlindAfterAMinuteAndNotBefore()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Watermark watermark = host.Get<Watermark>();

        host.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(watermark.IsBlindForLong);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(watermark.IsBlindForLong);
        Assert.Equal(NotifyHost.Began, watermark.BlindSince);
    }

    [Fact]
    public async Task Announce_TwiceThenFreshWatermark_SaysItOnceAndEndsItOnce()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Watermark(NotifyHost.Began.AddSeconds(-3), NotifyHost.Began));
        var filter = new AlertFilter { CountryCodes = { "NE" }, MinimumUrgency = Urgency.Flash };
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { Filter = filter });
        await stream.WaitAsync(s => s.Frames.Count == 1);

        host.Time.Advance(TimeSpan.FromSeconds(70));
        BlindWatch watch = host.Get<IEnumerable<IHostedService>>().OfType<BlindWatch>().Single();
        await watch.LookAsync(TestContext.Current.CancellationToken);
        await watch.LookAsync(TestContext.Current.CancellationToken);
        await stream.WaitForAlertsAsync(1);
        DateTimeOffset now = host.Time.GetUtcNow();
        await host.ApplyAsync(Assessments.Watermark(now, now), Assessments.Watermark(now.AddSeconds(5), now.AddSeconds(5)));
        await stream.WaitForAlertsAsync(2);

        IReadOnlyList<LogEntry> rows = await host.RowsAsync();
        Alert[] alerts = [.. rows.Select(r => Alert.Parser.ParseFrom(r.Body.Span))];
        Assert.Equal([AlertAction.Raise, AlertAction.Expire], alerts.Select(a => a.Action));
        Assert.All(alerts, a => Assert.Equal((SituationKind.System, Urgency.Priority), (a.Kind, a.Urgency)));
        Assert.StartsWith("BLIND since 2024-09-17 04:59 UTC", alerts[0].Headline, StringComparison.Ordinal);
        Assert.False(alerts[1].Cap.AllClear);
        Assert.Equal(alerts[0].Situation, alerts[1].Situation);
        Assert.Null(host.Get<IWatermark>().BlindSince);
    }

    [Fact]
    public async Task Apply_OlderWatermark_ChangesNothing()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await host.ApplyAsync(
            Assessments.Watermark(NotifyHost.Began, NotifyHost.Began), Assessments.Watermark(NotifyHost.Began.AddHours(-1), NotifyHost.Began.AddHours(-1)));

        Assert.Equal(NotifyHost.Began, host.Get<IWatermark>().CompleteThrough);
    }

    [Fact]
    public async Task Apply_EventOfAnotherScopeThanItsBody_GoesToTheDeadLetters()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Event crossed = Assessments.Of("a", 1, scope: "other");
        crossed.Scope = "shared";

        await host.ApplyAsync(crossed, Assessments.Of("b", 1));

        Assert.Single(await host.RowsAsync());
        Alerts.Platform.Health.Progress progress = await host.Get<Alerts.Platform.Health.IProgressProbe>().MeasureAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, progress.DeadLetters);
    }
}
