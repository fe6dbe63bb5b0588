using System.Threading.Channels;
using Alerts.Client;
using Alerts.Client.Streaming;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class AlertSubscriptionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Evening = new(2026, 1, 5, 21, 0, 0, TimeSpan.Zero);

    private readonly Channel<ConnectionChange> _changes = Channel.CreateUnbounded<ConnectionChange>();
    private readonly MemoryCursors _cursors = new();
    private ScriptedServer _server = null!;
    private AlertsClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync();
        _client = new AlertsClient(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Enumerate_ConnectionDropped_GoesOnFromLastHandledFrame()
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest { FromStart = true });
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall first = await _server.Services.NextStreamAsync();
        Assert.True(first.Request.FromStart);
        await first.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1), Frames.Alert(2));
        Assert.True(await next);
        Assert.True(await frames.MoveNextAsync());
        Assert.True(await frames.MoveNextAsync());
        next = frames.MoveNextAsync().AsTask();
        first.Fail(StatusCode.Unavailable);

        StreamCall second = await _server.Services.NextStreamAsync();
        Assert.Equal("c2", second.Request.Cursor);
        Assert.False(second.Request.FromStart);
        await second.SendAsync(Frames.Subscribed("c2"), Frames.Alert(3));
        Assert.True(await next);
        Assert.True(await frames.MoveNextAsync());
        Assert.Equal("alerts/3", frames.Current.Alert.Alert.Name);
        Assert.Equal([ConnectionState.Connected, ConnectionState.Lost, ConnectionState.Resumed], await StatesAsync(3));
        second.End();
    }

    [Fact]
    public async Task Enumerate_FrameNotHandledYet_IsNotSaved()
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest());
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall call = await _server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1), Frames.Alert(2));
        await next;
        await frames.MoveNextAsync();
        await frames.MoveNextAsync();
        Assert.Equal("alerts/2", frames.Current.Alert.Alert.Name);
        Assert.Equal("c1", _cursors.Saved);
        call.End();
    }

    [Fact]
    public async Task Enumerate_CancelledAfterFrameWasHandled_SavesIt()
    {
        using var stop = new CancellationTokenSource();
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest(), cancellation: stop.Token);
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall call = await _server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1));
        await next;
        await frames.MoveNextAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await frames.MoveNextAsync());
        Assert.Equal("c1", _cursors.Saved);
        call.End();
    }

    [Fact]
    public async Task Enumerate_SavedCursor_GoesBeforeRequest()
    {
        _cursors.Saved = "c7";
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest { FromStart = true });
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall call = await _server.Services.NextStreamAsync();
        Assert.Equal("c7", call.Request.Cursor);
        Assert.False(call.Request.FromStart);
        await call.SendAsync(Frames.Subscribed("c7"));
        await next;
        call.End();
    }

    [Fact]
    public async Task Enumerate_SnapshotBroken_AsksForWholeSnapshotAgain()
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest());
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall first = await _server.Services.NextStreamAsync();
        await first.SendAsync(Frames.Subscribed("c5", snapshot: 2), Frames.Alert(3, snapshot: true, cursor: ""), Frames.Closing("c5", "SHUTDOWN"));
        await next;
        await frames.MoveNextAsync();
        await frames.MoveNextAsync();
        next = frames.MoveNextAsync().AsTask();
        first.Fail(StatusCode.Unavailable);
        StreamCall second = await _server.Services.NextStreamAsync();
        Assert.Equal("", second.Request.Cursor);
        Assert.Null(_cursors.Saved);

        await second.SendAsync(Frames.Subscribed("c5", snapshot: 1), Frames.Alert(4, snapshot: true, cursor: "c5"), Frames.Bookmark("c5"));
        await next;
        await frames.MoveNextAsync();
        await frames.MoveNextAsync();
        Assert.Equal("c5", _cursors.Saved);
        second.End();
    }

    [Fact]
    public async Task Enumerate_NoSubscribedWithin10Seconds_TriesAgain()
    {
        var time = new SteppedTime();
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest(), time);
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall first = await _server.Services.NextStreamAsync();
        await time.PassAsync(TimeSpan.FromSeconds(10));
        await time.PassAsync(TimeSpan.FromMilliseconds(125));
        StreamCall second = await _server.Services.NextStreamAsync();
        await second.SendAsync(Frames.Subscribed("c0"));
        Assert.True(await next);
        Assert.Contains("10 s", (await _changes.Reader.ReadAsync(Cancellation)).Detail, StringComparison.Ordinal);
        first.End();
        second.End();
    }

    [Fact]
    public async Task Enumerate_SilentForTwoBookmarksAnd10Seconds_TriesAgain()
    {
        var time = new SteppedTime();
        var request = new StreamAlertsRequest { BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(7)) };
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(request, time);
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall first = await _server.Services.NextStreamAsync();
        await first.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1));
        await next;
        await frames.MoveNextAsync();
        next = frames.MoveNextAsync().AsTask();
        // The wait for the alert, whose timer has been let go, and the wait that now runs.
        await time.PassAsync(TimeSpan.FromSeconds(24));
        await time.PassAsync(TimeSpan.FromSeconds(24));
        await time.PassAsync(TimeSpan.FromMilliseconds(125));
        StreamCall second = await _server.Services.NextStreamAsync();
        Assert.Equal("c1", second.Request.Cursor);
        await second.SendAsync(Frames.Subscribed("c1"));
        Assert.True(await next);
        first.End();
        second.End();
    }

    [Theory]
    [InlineData(StatusCode.OutOfRange, "CURSOR_EXPIRED", true, "Start anew")]
    [InlineData(StatusCode.InvalidArgument, "CURSOR_INVALID", true, "Start anew")]
    [InlineData(StatusCode.Unauthenticated, "", false, "not signed in")]
    public async Task Enumerate_FinalError_ThrowsAndSaysWhatToDo(StatusCode code, string reason, bool cursorRefused, string says)
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest { Cursor = "old" });
        Task<bool> next = frames.MoveNextAsync().AsTask();
        (await _server.Services.NextStreamAsync()).Fail(Rich(code, new ErrorInfo { Reason = reason, Domain = "alerts" }));
        SubscriptionException thrown = await Assert.ThrowsAsync<SubscriptionException>(() => next);
        Assert.Equal(cursorRefused, thrown.IsCursorRefused);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.False(_server.Services.HasAnotherStream);
    }

    [Fact]
    public async Task Enumerate_ServerSaysWhenToComeBack_WaitsAtLeastThatLong()
    {
        var time = new SteppedTime();
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest(), time);
        Task<bool> next = frames.MoveNextAsync().AsTask();
        var retry = new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) };
        (await _server.Services.NextStreamAsync()).Fail(Rich(StatusCode.ResourceExhausted, retry));
        await time.PassAsync(TimeSpan.FromSeconds(3.125));
        StreamCall second = await _server.Services.NextStreamAsync();
        await second.SendAsync(Frames.Subscribed("c0"));
        Assert.True(await next);
        second.End();
    }

    [Fact]
    public async Task Enumerate_ServerBlind_TellsOnceAndTellsItsEnd()
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest());
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall call = await _server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0"), Frames.Bookmark("c0", Evening), Frames.Bookmark("c0", Evening), Frames.Bookmark("c0"));
        await next;
        for (int i = 0; i < 3; i++) await frames.MoveNextAsync();
        Assert.Equal([ConnectionState.Connected, ConnectionState.Blind, ConnectionState.BlindOver], await StatesAsync(3));
        Assert.False(_changes.Reader.TryRead(out _));
        call.End();
    }

    [Fact]
    public async Task Enumerate_ServerCloses_GoesOnFromClosingCursor()
    {
        await using IAsyncEnumerator<StreamAlertsResponse> frames = Start(new StreamAlertsRequest());
        Task<bool> next = frames.MoveNextAsync().AsTask();
        StreamCall first = await _server.Services.NextStreamAsync();
        await first.SendAsync(Frames.Subscribed("c0"), Frames.Closing("c9", "SLOW"));
        await next;
        await frames.MoveNextAsync();
        next = frames.MoveNextAsync().AsTask();
        first.End();
        StreamCall second = await _server.Services.NextStreamAsync();
        Assert.Equal("c9", second.Request.Cursor);
        await second.SendAsync(Frames.Subscribed("c9"));
        await next;
        await _changes.Reader.ReadAsync(Cancellation);
        Assert.Contains("SLOW", (await _changes.Reader.ReadAsync(Cancellation)).Detail, StringComparison.Ordinal);
        second.End();
    }

    // The server holds a log of 200 positions and drops each connection after a random number of frames.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Enumerate_DroppedAgainAndAgain_EachAlertOnceAndInOrder(int seed)
    {
        const int Last = 200;
        var random = new Random(seed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task serving = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    StreamCall call = await _server.Services.NextStreamAsync();
                    int position = call.Request.Cursor.Length == 0 ? 0 : int.Parse(call.Request.Cursor[1..]);
                    await call.SendAsync(Frames.Subscribed($"c{position}"));
                    for (int left = random.Next(20); left > 0 && position < Last; left--) await call.SendAsync(Frames.Alert(++position));
                    if (random.Next(2) == 0) call.Fail(StatusCode.Unavailable);
                    else call.End();
                }
            },
            Cancellation);
        var seen = new List<string>();
        AlertSubscription subscription = _client.Subscribe(
            new StreamAlertsRequest { FromStart = true }, new SubscriptionOptions { Cursors = _cursors, Jitter = () => 0 });
        await foreach (StreamAlertsResponse frame in subscription.WithCancellation(Cancellation))
        {
            if (frame.Alert is not null) seen.Add(frame.Alert.Alert.Name);
            if (seen.Count == Last) break;
        }

        await stop.CancelAsync();
        Assert.Equal(Enumerable.Range(1, Last).Select(i => $"alerts/{i}"), seen);
        Assert.False(serving.IsFaulted);
    }

    private static RpcException Rich(StatusCode code, Google.Protobuf.IMessage detail) =>
        new Google.Rpc.Status { Code = (int)code, Message = "scripted", Details = { Any.Pack(detail) } }.ToRpcException();

    private IAsyncEnumerator<StreamAlertsResponse> Start(StreamAlertsRequest request, TimeProvider? time = null, CancellationToken? cancellation = null)
    {
        var options = new SubscriptionOptions
        {
            Cursors = _cursors,
            OnConnection = change => _changes.Writer.TryWrite(change),
            Time = time ?? TimeProvider.System,
            Jitter = () => 0.5,
        };
        return _client.Subscribe(request, options).GetAsyncEnumerator(cancellation ?? Cancellation);
    }

    private async Task<List<ConnectionState>> StatesAsync(int count)
    {
        var states = new List<ConnectionState>();
        while (states.Count < count) states.Add((await _changes.Reader.ReadAsync(Cancellation)).State);
        return states;
    }
}
