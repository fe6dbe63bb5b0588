using System.Text.Json;
using Alerts.Tests.Browser.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Weight;

/// <summary>What the dashboard costs on a slow line.</summary>
public sealed class WeightTests(LiveServer server)
{
    // Issue 7: first page at most 200 kB compressed, a quiet hour at most 20 kB at the phone's bookmark interval.
    private const double MostFirst = 200_000;
    private const double MostHour = 20_000;

    // One each 300 s; each with its frame of gRPC-Web and its chunk of HTTP.
    private const int BookmarksAnHour = 12;
    private const int FrameBytes = 5 + 8;

    // In an hour a phone reads the status twice and the levels once; a request and an answer have about this many bytes of headers.
    private const int StatusAnHour = 2;
    private const int HeaderBytes = 1_500;
    private const int PhonePlaces = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstPage_OnAPhone_IsAtMost200kB()
    {
        await using IBrowserContext context = await server.Browser.NewContextAsync(View.PhoneAtNight.Options());
        IPage page = await context.NewPageAsync();
        ICDPSession network = await context.NewCDPSessionAsync(page);
        double bytes = 0;
        network.Event("Network.dataReceived").OnEvent += (_, data) => bytes += Number(data, "encodedDataLength");
        network.Event("Network.responseReceived").OnEvent += (_, data) => bytes += data is { } d && d.TryGetProperty("response", out JsonElement response) ? Number(response, "encodedDataLength") : 0;
        await network.SendAsync("Network.enable");
        await page.GotoAsync($"{server.Address.Http}/signin?token={server.Address.Token}");
        await Assertions.Expect(page.Locator(".life-live")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".land").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(".row").First).ToBeVisibleAsync();
        TestContext.Current.SendDiagnosticMessage($"first page: {bytes:F0} bytes");
        Assert.InRange(bytes, 50_000, MostFirst);
    }

    [Fact]
    public async Task QuietHour_OnAPhone_IsAtMost20kB()
    {
        int bookmark = 0;
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = server.Client.Notify.StreamAlerts(
            new StreamAlertsRequest { BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }, cancellationToken: Cancel);
        while (bookmark == 0 && await stream.ResponseStream.MoveNext(Cancel))
            bookmark = stream.ResponseStream.Current.Bookmark is null ? 0 : stream.ResponseStream.Current.CalculateSize();
        int status = (await server.Client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).CalculateSize();
        int levels = (await server.Client.Risk.ListCityThreatsAsync(
            new ListCityThreatsRequest { MinimumLevel = ThreatLevel.Low, PageSize = PhonePlaces }, cancellationToken: Cancel)).CalculateSize();
        int hour = (BookmarksAnHour * (bookmark + FrameBytes)) + (StatusAnHour * (status + HeaderBytes)) + levels + HeaderBytes;
        TestContext.Current.SendDiagnosticMessage($"quiet hour: {hour} bytes (bookmark {bookmark}, status {status}, levels {levels})");
        Assert.InRange(hour, 1_000, MostHour);
    }

    private static double Number(JsonElement? data, string name) => data is { } d && d.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : 0;
}
