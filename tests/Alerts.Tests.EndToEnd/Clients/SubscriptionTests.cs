using System.Diagnostics;
using Alerts.Client;
using Alerts.Client.Streaming;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Alerts.Tests.EndToEnd.Clients;

/// <summary>The client library against the real server and its faults.</summary>
public sealed class SubscriptionTests
{
    // More than two connections hold at 100 streams each.
    private const int Streams = 250;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscribe_MoreStreamsThanOneConnectionHolds_AllSubscribe()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        StreamAlertsResponse[] first = await Task.WhenAll(Enumerable.Range(0, Streams).Select(async _ =>
        {
            IAsyncEnumerator<StreamAlertsResponse> frames = client.Subscribe(new StreamAlertsRequest()).GetAsyncEnumerator(stop.Token);
            Assert.True(await frames.MoveNextAsync());
            return frames.Current;
        }));

        Assert.All(first, frame => Assert.NotNull(frame.Subscribed));
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Subscribe_ServerKilledAndStartedAgain_GoesOnWithNothingMissingOrTwice()
    {
        using var folder = new TestFolder();
        string cursorFile = Path.Combine(folder.Path, "cursor");
        List<string> seen = [];
        for (int life = 0; life < 3; life++)
        {
            using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
            using AlertsClient client = server.Connect();
            Report report = Samples.Attack();
            report.Sites[0].Reference.Point.Latitude += life;
            await client.Ingest.SubmitReportAsync(new SubmitReportRequest { RequestId = $"r{life}", Report = report }, cancellationToken: Cancellation);
            await foreach (StreamAlertsResponse frame in client.Subscribe(
                new StreamAlertsRequest { FromStart = true }, new SubscriptionOptions { Cursors = new FileCursorStore(cursorFile) }).WithCancellation(Cancellation))
            {
                if (frame.Alert is { } delivered)
                    seen.Add(delivered.Alert.Name);
                // Left in the bookmark behind the alert, whose own cursor is then on disk.
                if (frame.Bookmark is not null && seen.Count > life)
                    break;
            }

            await server.KillAsync();
        }

        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Subscribe_ServerStandsStill_IsNoticedAndGoesOnAfterwards()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        List<ConnectionState> states = [];
        var options = new SubscriptionOptions
        {
            OnConnection = change =>
            {
                lock (states) states.Add(change.State);
                // The first that is lost: let it run again.
                if (change.State == ConnectionState.Lost)
                    Signal(server.Id, "CONT");
            },
        };
        try
        {
            await foreach (StreamAlertsResponse frame in client.Subscribe(
                new StreamAlertsRequest { BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }, options).WithCancellation(Cancellation))
            {
                if (frame.Subscribed is null)
                    continue;
                lock (states)
                {
                    if (states.Contains(ConnectionState.Resumed))
                        break;
                }

                Signal(server.Id, "STOP");
            }
        }
        finally
        {
            Signal(server.Id, "CONT");
        }

        Assert.Equal(ConnectionState.Connected, states[0]);
        Assert.Contains(ConnectionState.Lost, states);
        Assert.Equal(ConnectionState.Resumed, states[^1]);
    }

    // The shell's own: a small machine need not have a kill program.
    private static void Signal(int process, string signal)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{signal} {process}"]);
        kill.WaitForExit();
    }
}
