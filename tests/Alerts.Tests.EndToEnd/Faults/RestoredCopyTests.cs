using Alerts.Client;
using Alerts.Client.Errors;
using Alerts.Client.Streaming;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A data folder restored from a copy: cursors of what the copy lacks are refused loudly, and a new start works.</summary>
public sealed class RestoredCopyTests
{
    // GeoNames ids of Bamako, Gao and Mogadishu: more than 1,000 km apart from each other but for the first two, which are 950.
    private const int Bamako = 2460596;
    private const int Gao = 2457163;
    private const int Mogadishu = 53654;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StreamAlerts_CursorOfWhatTheCopyLacks_IsRefusedAndAStartAnewWorks()
    {
        using var folder = new TestFolder();
        (string kept, _) = await ReportAsync(folder, Bamako);
        string copy = Path.Combine(folder.Path, "copy");
        CopyFolder(folder.Data, copy);
        (string lost, string cursor) = await ReportAsync(folder, Gao);
        Directory.Delete(folder.Data, recursive: true);
        CopyFolder(copy, folder.Data);

        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        await AssertRefusedAsync(client, cursor);
        Assert.Equal([kept], await AlertsAsync(client, 1));

        // Another history has the lost one's place in the log: the cursor must not pass for one of it.
        string other = await RaiseAsync(client, Mogadishu, known: 1);
        Assert.NotEqual(lost, other);
        await AssertRefusedAsync(client, cursor);
        Assert.Equal([kept, other], await AlertsAsync(client, 2));
    }

    [Fact]
    public async Task StreamAlerts_CursorThatTheCopyHolds_GoesOn()
    {
        using var folder = new TestFolder();
        (_, string cursor) = await ReportAsync(folder, Bamako);
        string copy = Path.Combine(folder.Path, "copy");
        CopyFolder(folder.Data, copy);
        await ReportAsync(folder, Gao);
        Directory.Delete(folder.Data, recursive: true);
        CopyFolder(copy, folder.Data);

        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        string other = await RaiseAsync(client, Mogadishu, known: 1);
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest { Cursor = cursor }, cancellationToken: Cancellation);
        Assert.True(await stream.ResponseStream.MoveNext(Cancellation));
        Assert.NotNull(stream.ResponseStream.Current.Subscribed);
        Assert.True(await stream.ResponseStream.MoveNext(Cancellation));
        Assert.Equal(other, stream.ResponseStream.Current.Alert.Alert.Name);
    }

    private static async Task AssertRefusedAsync(AlertsClient client, string cursor)
    {
        SubscriptionException refused = await Assert.ThrowsAsync<SubscriptionException>(async () =>
        {
            await foreach (StreamAlertsResponse frame in client.Subscribe(new StreamAlertsRequest { Cursor = cursor }).WithCancellation(Cancellation))
                Assert.Fail($"Got {frame.FrameCase}.");
        });
        Assert.Equal(StatusCode.OutOfRange, refused.Error.Code);
        Assert.Equal(AlertsError.CursorExpired, refused.Error.Reason);
    }

    // One run of the server: a report, and the alert that it raises with its cursor.
    private static async Task<(string Alert, string Cursor)> ReportAsync(TestFolder folder, int city)
    {
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: Cancellation);
        await SubmitAsync(client, city);
        while (await stream.ResponseStream.MoveNext(Cancellation))
        {
            if (stream.ResponseStream.Current.Alert is { Snapshot: false } alert)
            {
                await server.TerminateAsync(Cancellation);
                return (alert.Alert.Name, alert.Cursor);
            }
        }

        throw new InvalidOperationException("The stream ended without the alert.");
    }

    private static async Task<string> RaiseAsync(AlertsClient client, int city, int known)
    {
        await SubmitAsync(client, city);
        return (await AlertsAsync(client, known + 1))[^1];
    }

    private static async Task SubmitAsync(AlertsClient client, int city) => await client.Ingest.SubmitReportAsync(
        new SubmitReportRequest { Report = Reporter.Attack("witness", city, TimeProvider.System.GetUtcNow(), TlpLabel.Clear) }, cancellationToken: Cancellation);

    // The first alerts of the log, from its start.
    private static async Task<IReadOnlyList<string>> AlertsAsync(AlertsClient client, int count)
    {
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: Cancellation);
        var names = new List<string>();
        while (names.Count < count && await stream.ResponseStream.MoveNext(Cancellation))
        {
            if (stream.ResponseStream.Current.Alert is { } alert)
                names.Add(alert.Alert.Name);
        }

        return names;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
