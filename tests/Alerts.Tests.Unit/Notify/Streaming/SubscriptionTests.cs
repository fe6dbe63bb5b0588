using Alerts.Notify.Streaming;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;
using ThreatLevel = Alerts.V1.ThreatLevel;
using Urgency = Alerts.V1.Urgency;

namespace Alerts.Tests.Unit.Notify.Streaming;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Stream_EmptyLog_SubscribesAtOnceAndFollowsLive()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
        await stream.WaitAsync(s => s.Frames.Count == 1);

        await host.ApplyAsync(Assessments.Of("a", 1));
        await stream.WaitForAlertsAsync(1);

        Assert.NotEmpty(stream.Frames[0].Subscribed.Cursor);
        Assert.False(stream.Alerts[0].Snapshot);
        Assert.NotEmpty(stream.Alerts[0].Cursor);
    }

    [Fact]
    public async Task Stream_LiveAndReplay_GiveTheSameAlerts()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream live = RecordedStream.Open(host, new StreamAlertsRequest());
        await live.WaitAsync(s => s.Frames.Count == 1);
        for (int i = 0; i < 600; i += 20)
            await host.ApplyAsync(Enumerable.Range(i, 20).Select(n => Assessments.Of($"s{n % 7}", n + 1)));
        await live.WaitForAlertsAsync(600);

        await using RecordedStream replay = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true });
        await replay.WaitForAlertsAsync(600);

        Assert.Equal(live.Alerts.Select(a => a.Alert), replay.Alerts.Select(a => a.Alert));
        Assert.Equal(600, live.Alerts.Select(a => a.Alert.Name).Distinct().Count());
    }

    [Fact]
    public async Task Stream_CursorOfAnyAlert_GoesOnAfterIt()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Enumerable.Range(1, 5).Select(n => Assessments.Of($"s{n}", 1)));
        await using RecordedStream first = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true });
        await first.WaitForAlertsAsync(5);

        for (int i = 0; i < 4; i++)
        {
            await using RecordedStream resumed = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = first.Alerts[i].Cursor });
            await resumed.WaitForAlertsAsync(4 - i);
            Assert.Equal(first.Alerts.Skip(i + 1).Select(a => a.Alert), resumed.Alerts.Select(a => a.Alert));
        }
    }

    // Subscribers join while eight writers append: whatever the moment, snapshot and live together are the whole, each row once.
    [Fact]
    public async Task Stream_SnapshotWhileAppending_HasNeitherGapNorDuplicate()
    {
        const int Writers = 8;
        const int Each = 60;
        await using NotifyHost host = await NotifyHost.StartAsync();
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
                await host.ApplyAsync(Assessments.Of($"w{w}-{i}", 1));
        }))];
        var streams = new List<RecordedStream>();
        for (int i = 0; i < 12; i++)
        {
            RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
            await stream.WaitAsync(s => s.Frames.Count >= 1);
            streams.Add(stream);
        }

        await Task.WhenAll(writers);
        string[] all = [.. (await host.RowsAsync()).Select(r => "alerts/" + r.AlertId)];
        foreach (RecordedStream stream in streams)
        {
            await stream.WaitForAlertsAsync(Writers * Each);
            Assert.Equal(all, stream.Alerts.Select(a => a.Alert.Name));
            int snapshot = stream.Frames[0].Subscribed.SnapshotSize;
            Assert.Equal(snapshot, stream.Alerts.Count(a => a.Snapshot));
            Assert.All(stream.Alerts.Take(snapshot - 1), a => Assert.Empty(a.Cursor));
            Assert.All(stream.Alerts.Skip(Math.Max(0, snapshot - 1)), a => Assert.NotEmpty(a.Cursor));
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task Stream_Snapshot_ShowsTheNewestOfWhatIsActive()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(
            Assessments.Of("gone", 1),
            Assessments.Of("on", 1),
            Assessments.Of("quiet", 1, state: SituationState.Quiet),
            Assessments.Of("on", 2),
            Assessments.Of("gone", 2, AlertAction.Cancel));

        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
        await stream.WaitForAlertsAsync(2);

        Assert.Equal(["quiet 1", "on 2"], stream.Alerts.Select(a => a.Alert.Headline));
        Assert.Empty(stream.Frames[0].Subscribed.Cursor);
        // The snapshot's cursor is the head: the cancel before it does not come again.
        await using RecordedStream resumed = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = stream.Alerts[1].Cursor });
        await host.ApplyAsync(Assessments.Of("next", 1));
        await resumed.WaitForAlertsAsync(1);
        Assert.Equal("next 1", resumed.Alerts[0].Alert.Headline);
    }

    [Fact]
    public async Task Stream_OtherOrganisationsAndOverlaid_AreNotSeen()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(
            Assessments.Of("theirs", 1, scope: "other"),
            Assessments.Of("everyones", 1),
            Assessments.Of("hidden", 1, overlaidIn: ["x", "local"]),
            Assessments.Of("ours", 1, scope: "local"));

        await using RecordedStream ours = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true });
        await using RecordedStream theirs = RecordedStream.Open(
            host, new StreamAlertsRequest(), new Principal("o", new Scope("other"), Roles.Officer));
        await ours.WaitForAlertsAsync(2);
        await theirs.WaitForAlertsAsync(3);

        Assert.Equal(["everyones 1", "ours 1"], ours.Alerts.Select(a => a.Alert.Headline));
        Assert.Equal(["theirs 1", "everyones 1", "hidden 1"], theirs.Alerts.Select(a => a.Alert.Headline));
    }

    [Fact]
    public async Task Stream_FilterThatMatchedOnce_GetsTheCancel()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        var request = new StreamAlertsRequest
        {
            FromStart = true,
            Filter = new AlertFilter { MinimumLevel = ThreatLevel.High, MinimumUrgency = Urgency.Flash },
        };
        await host.ApplyAsync(
            Assessments.Of("low", 1, floor: ThreatLevel.Low),
            Assessments.Of("high", 1, floor: ThreatLevel.High),
            Assessments.Of("high", 2, AlertAction.Cancel, floor: ThreatLevel.Low, urgency: Urgency.Routine));

        await using RecordedStream stream = RecordedStream.Open(host, request);
        await stream.WaitForAlertsAsync(2);

        Assert.Equal(["high 1", "high 2"], stream.Alerts.Select(a => a.Alert.Headline));
    }

    [Fact]
    public async Task Stream_Interval_BookmarksAndClaimsTheWatermark()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(
            host, new StreamAlertsRequest { BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) });
        await stream.WaitAsync(s => s.Frames.Count == 1);
        await host.ApplyAsync(Assessments.Of("a", 1), Assessments.Watermark(NotifyHost.Began.AddSeconds(-1), NotifyHost.Began));
        await stream.WaitForAlertsAsync(1);

        host.Time.Advance(TimeSpan.FromSeconds(5));
        await stream.WaitAsync(s => s.Frames.Any(f => f.Bookmark is not null));

        Bookmark bookmark = stream.Frames[^1].Bookmark;
        Assert.Equal(NotifyHost.Began.AddSeconds(-1), bookmark.CompleteThroughTime.ToDateTimeOffset());
        Assert.Null(bookmark.BlindSinceTime);
        await using RecordedStream resumed = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = bookmark.Cursor });
        await host.ApplyAsync(Assessments.Of("b", 1));
        await resumed.WaitForAlertsAsync(1);
        Assert.Equal("b 1", resumed.Alerts[0].Alert.Headline);
    }

    // Nobody looks at a row for a subscriber that does not want it; its cursor passes the row all the same.
    [Fact]
    public async Task Stream_RowsNotWanted_AreBehindTheNextBookmark()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(
            host, new StreamAlertsRequest { Filter = new AlertFilter { CountryCodes = { "NE" } }, BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(15)) });
        await stream.WaitAsync(s => s.Frames.Count == 1);
        await host.ApplyAsync(Enumerable.Range(1, 5).Select(n => Assessments.Of($"s{n}", 1)).Append(Assessments.Watermark(NotifyHost.Began, NotifyHost.Began)));

        // Until the rows are judged a bookmark claims nothing; the clock of a test is faster than those who judge.
        host.Time.Advance(TailPump.PollInterval);
        while (host.Get<Watermark>().Current.CompleteThrough is null || !(host.Get<FanOut>().Judged?.Position >= 5))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        for (int frames = 1; stream.Frames[^1].Bookmark?.CompleteThroughTime is null; frames++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(15));
            await stream.WaitAsync(s => s.Frames.Count > frames);
        }

        Assert.Empty(stream.Alerts);
        // The same cursor without a filter: nothing is left before it.
        await using RecordedStream resumed = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = stream.LastCursor });
        await host.ApplyAsync(Assessments.Of("next", 1));
        await resumed.WaitForAlertsAsync(1);
        Assert.Equal("next 1", resumed.Alerts[0].Alert.Headline);
    }

    // More than a page holds, so that it is read in pieces, and more than a batch of frames.
    [Fact]
    public async Task Stream_LongAlerts_ComeWholeFromSnapshotAndLog()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Event[] events = [.. Enumerable.Range(1, 12).Select(n => Assessments.Of($"s{n}", 1))];
        foreach (Event assessed in events)
            assessed.SituationAssessed.Alert.Summary = new string('x', 30_000);
        await host.ApplyAsync(events);

        foreach (bool fromStart in new[] { false, true })
        {
            await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = fromStart });
            await stream.WaitForAlertsAsync(12);
            Assert.Equal(Enumerable.Range(1, 12).Select(n => $"s{n} 1"), stream.Alerts.Select(a => a.Alert.Headline));
            Assert.All(stream.Alerts, a => Assert.Equal(30_000, a.Alert.Summary.Length));
            Assert.Equal(fromStart ? 12 : 1, stream.Alerts.Count(a => a.Cursor.Length > 0));
        }
    }

    // Many subscribers, each with a filter of its own, while eight writers append: each gets what its filter lets through, once and in order.
    [Fact]
    public async Task Stream_FiltersWhileAppending_GetWhatTheyWantInOrder()
    {
        const int Writers = 8;
        const int Each = 60;
        await using NotifyHost host = await NotifyHost.StartAsync();
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
                await host.ApplyAsync(Assessments.Of($"w{w}-{i}", 1, floor: (ThreatLevel)(1 + (i % 6))));
        }))];
        var streams = new List<RecordedStream>();
        for (int i = 0; i < 24; i++)
        {
            var filter = new AlertFilter { MinimumLevel = (ThreatLevel)(1 + (i % 6)), CountryCodes = { i < 12 ? "ML" : "NE" } };
            RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true, Filter = filter });
            await stream.WaitAsync(s => s.Frames.Count >= 1);
            streams.Add(stream);
        }

        await Task.WhenAll(writers);
        (string Name, int Level)[] all = [.. (await host.RowsAsync()).Select(r => ("alerts/" + r.AlertId, (int)r.Reach.PeakLevel!))];
        for (int i = 0; i < streams.Count; i++)
        {
            string[] wanted = i < 12 ? [.. all.Where(a => a.Level >= 1 + (i % 6)).Select(a => a.Name)] : [];
            await streams[i].WaitForAlertsAsync(wanted.Length);
            Assert.Equal(wanted, streams[i].Alerts.Select(a => a.Alert.Name));
            await streams[i].DisposeAsync();
        }
    }
}
