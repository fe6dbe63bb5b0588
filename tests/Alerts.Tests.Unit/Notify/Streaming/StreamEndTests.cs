using Alerts.Notify.Storage;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Streaming;

// How streams end from the server's side, and how cursors that no longer hold are refused.
public sealed class StreamEndTests
{
    [Fact]
    public async Task Stream_Shutdown_ClosesWithACursorThenUnavailable()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
        await stream.WaitAsync(s => s.Frames.Count == 1);

        host.Stop();

        AlertsException end = await Assert.ThrowsAsync<AlertsException>(() => stream.Call);
        Assert.Equal(ErrorKind.Unavailable, end.Kind);
        Assert.Equal("SHUTDOWN", stream.Frames[^1].Closing.Reason);
        Assert.NotEmpty(stream.Frames[^1].Closing.Cursor);
    }

    [Fact]
    public async Task Stream_SubscriberThatTakesNothing_IsCutAfter30Seconds()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stuck = RecordedStream.Open(host, new StreamAlertsRequest());
        await using RecordedStream other = RecordedStream.Open(host, new StreamAlertsRequest());
        await stuck.WaitAsync(s => s.Frames.Count == 1);
        await other.WaitAsync(s => s.Frames.Count == 1);
        stuck.Blocked = new TaskCompletionSource();

        await host.ApplyAsync(Assessments.Of("a", 1));
        await other.WaitForAlertsAsync(1);
        // The stuck one may take its turn after the other; time moves until it is cut.
        while (!stuck.Call.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        AlertsException end = await Assert.ThrowsAsync<AlertsException>(() => stuck.Call);
        Assert.Equal((ErrorKind.ResourceExhausted, "SLOW"), (end.Kind, end.Reason));
        Assert.False(other.Call.IsCompleted);
    }

    [Fact]
    public async Task Stream_RestoredCopy_RefusesCursorsOfWhatItLacks()
    {
        Assert.SkipWhen(PostgresFixture.IsWanted, "It restores a copy of a SQLite file.");
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("a", 1));
        byte[] backup = await host.BackUpAsync();
        await host.ApplyAsync(Assessments.Of("b", 1));
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true });
        await stream.WaitForAlertsAsync(2);

        await using NotifyHost restored = await NotifyHost.RestoreCopyAsync(backup);
        await AssertExpiredAsync(restored, stream.Alerts[1].Cursor);
        // Another alert at that position is not the one that the cursor speaks of.
        await restored.ApplyAsync(Assessments.Of("c", 1));
        string oldest = await AssertExpiredAsync(restored, stream.Alerts[1].Cursor);

        await using RecordedStream common = RecordedStream.Open(restored, new StreamAlertsRequest { Cursor = stream.Alerts[0].Cursor });
        await using RecordedStream whole = RecordedStream.Open(restored, new StreamAlertsRequest { Cursor = oldest });
        await common.WaitForAlertsAsync(1);
        await whole.WaitForAlertsAsync(2);
        Assert.Equal("c 1", common.Alerts[0].Alert.Headline);
    }

    [Fact]
    public async Task Stream_CursorBelowRetention_IsExpired()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("a", 1), Assessments.Of("b", 1));
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest { FromStart = true });
        await stream.WaitForAlertsAsync(2);
        await host.Get<LogPruner>().PruneAsync(NotifyHost.Began.AddDays(1), TestContext.Current.CancellationToken);

        await AssertExpiredAsync(host, stream.Alerts[0].Cursor);
        await using RecordedStream atTheEdge = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = stream.Alerts[1].Cursor });
        await atTheEdge.WaitAsync(s => s.Frames.Count == 1);
    }

    [Theory]
    [InlineData(GrantState.Revoked, "REVOKED")]
    [InlineData(GrantState.Expired, "TOKEN_EXPIRED")]
    public async Task Stream_GrantThatFell_ClosesWithACursorWithinFiveSeconds(GrantState state, string reason)
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
        await stream.WaitAsync(s => s.Frames.Count == 1);

        host.Grants.State = state;
        host.Time.Advance(TimeSpan.FromSeconds(5));

        AlertsException end = await Assert.ThrowsAsync<AlertsException>(() => stream.Call);
        Assert.Equal((ErrorKind.Unauthenticated, reason), (end.Kind, end.Reason));
        Assert.Equal(reason, stream.Frames[^1].Closing.Reason);
        Assert.NotEmpty(stream.Frames[^1].Closing.Cursor);
    }

    [Fact]
    public async Task Stream_GrantThatFell_GetsNoAlertMore()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(host, new StreamAlertsRequest());
        await stream.WaitAsync(s => s.Frames.Count == 1);

        host.Grants.State = GrantState.Revoked;
        await host.ApplyAsync(Assessments.Of("a", 1));

        await Assert.ThrowsAsync<AlertsException>(() => stream.Call);
        Assert.Empty(stream.Alerts);
    }

    private static async Task<string> AssertExpiredAsync(NotifyHost host, string cursor)
    {
        await using RecordedStream refused = RecordedStream.Open(host, new StreamAlertsRequest { Cursor = cursor });
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => refused.Call);
        Assert.Equal((ErrorKind.OutOfRange, ErrorReasons.CursorExpired), (refusal.Kind, refusal.Reason));
        return refusal.Metadata["oldest_cursor"];
    }
}
