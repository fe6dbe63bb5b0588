using Alerts.Notify.Grpc;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Grpc;

public sealed class WatchCommandsTests
{
    private static readonly Principal Colleague = NotifyHost.Officer with { Subject = "officer-2" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_SameRequestId_GivesTheFirstAnswerAndAnotherBodyIsRefused()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        var request = new CreateWatchRequest { RequestId = "r1", Watch = Mali() };

        CreateWatchResponse first = await watches.CreateAsync(request, NotifyHost.Officer, Cancel);
        CreateWatchResponse again = await watches.CreateAsync(request, NotifyHost.Officer, Cancel);
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(
            () => watches.CreateAsync(new CreateWatchRequest { RequestId = "r1", Watch = new Watch() }, NotifyHost.Officer, Cancel));

        Assert.Equal(first, again);
        Assert.Equal(ErrorKind.AlreadyExists, refusal.Kind);
        Assert.Equal(first.Watch, Assert.Single((await watches.ListAsync(new ListWatchesRequest(), NotifyHost.Officer, Cancel)).Watches));
    }

    [Fact]
    public async Task AnyCall_OnAColleaguesWatch_DoesNotFindIt()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        string name = (await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)).Watch.Name;

        await AssertNotFoundAsync(() => watches.GetAsync(new GetWatchRequest { Name = name }, Colleague, Cancel));
        await AssertNotFoundAsync(() => watches.UpdateAsync(new UpdateWatchRequest { Watch = new Watch { Name = name } }, Colleague, Cancel));
        await AssertNotFoundAsync(() => watches.DeleteAsync(new DeleteWatchRequest { Name = name }, Colleague, Cancel));
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { Watch = name }, Colleague);
        await AssertNotFoundAsync(() => stream.Call);
        Assert.Empty((await watches.ListAsync(new ListWatchesRequest(), Colleague, Cancel)).Watches);
    }

    [Fact]
    public async Task Update_MaskAndEtag_ChangeOnlyWhatIsNamedAndOnlyOnce()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        Watch made = (await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)).Watch;
        var request = new UpdateWatchRequest
        {
            Watch = new Watch { Name = made.Name, DisplayName = "North", Etag = made.Etag },
            UpdateMask = FieldMask.FromString("display_name"),
        };

        Watch updated = (await watches.UpdateAsync(request, NotifyHost.Officer, Cancel)).Watch;
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => watches.UpdateAsync(request, NotifyHost.Officer, Cancel));

        Assert.Equal(("North", made.Filter), (updated.DisplayName, updated.Filter));
        Assert.NotEqual(made.Etag, updated.Etag);
        Assert.Equal((ErrorKind.Aborted, ErrorReasons.EtagMismatch), (refusal.Kind, refusal.Reason));
    }

    [Fact]
    public async Task Update_UnknownPath_IsInvalid()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        Watch made = (await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)).Watch;

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => watches.UpdateAsync(
            new UpdateWatchRequest { Watch = made, UpdateMask = new FieldMask { Paths = { "create_time" } } }, NotifyHost.Officer, Cancel));

        Assert.Equal("update_mask", Assert.Single(refusal.Violations).Field);
    }

    [Fact]
    public async Task Create_TheHundredAndFirst_IsRefused()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)));

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(
            () => watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel));

        Assert.Equal(ErrorReasons.WatchLimit, refusal.Reason);
        await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, Colleague, Cancel);
    }

    [Fact]
    public async Task List_Pages_GiveEveryWatchOnce()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        var made = new List<string>();
        for (int i = 0; i < 5; i++)
            made.Add((await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)).Watch.Name);
        var request = new ListWatchesRequest { PageSize = 2 };
        var listed = new List<string>();
        do
        {
            ListWatchesResponse page = await watches.ListAsync(request, NotifyHost.Officer, Cancel);
            listed.AddRange(page.Watches.Select(w => w.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(made.Order(), listed.Order());
    }

    [Fact]
    public async Task Update_WhileAStreamFollowsIt_EndsTheStreamWithACursor()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        WatchCommands watches = host.Get<WatchCommands>();
        Watch made = (await watches.CreateAsync(new CreateWatchRequest { Watch = Mali() }, NotifyHost.Officer, Cancel)).Watch;
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { Watch = made.Name });
        await stream.WaitAsync(s => s.Frames.Count == 1);

        made.Filter.CountryCodes[0] = "NE";
        await watches.UpdateAsync(new UpdateWatchRequest { Watch = made }, NotifyHost.Officer, Cancel);

        await stream.Call;
        Assert.Equal("WATCH_CHANGED", stream.Frames[^1].Closing.Reason);
        await host.ApplyAsync(Assessments.Of("in Mali", 1));
        await using RecordedStream next = RecordedStream.Open(
            host, new StreamAlertsRequest { Watch = made.Name, Cursor = stream.LastCursor, BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) });
        await next.WaitAsync(s => s.Frames.Count == 1);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await next.WaitAsync(s => s.Frames.Count == 2);
        Assert.NotNull(next.Frames[1].Bookmark);
    }

    private static Watch Mali() => new() { DisplayName = "Mali", Filter = new AlertFilter { CountryCodes = { "ML" } } };

    private static async Task AssertNotFoundAsync(Func<Task> call) =>
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<AlertsException>(call)).Kind);
}
