using System.Net;
using System.Text.Json;
using Alerts.Platform.Health;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

public sealed class StatusTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetStatus_EverythingMoves_IsHealthy()
    {
        host.Probe.Progress = new Progress(true, "", 3, 1);
        // Invented instant.
        host.Watermark.CompleteThrough = new DateTimeOffset(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
        host.Watermark.BlindSince = null;
        host.Scenario.Begin("bamako-2024");
        JsonElement status = await StatusAsync();
        Assert.True(status.GetProperty("healthy").GetBoolean());
        Assert.Equal("2024-09-17T05:00:00Z", status.GetProperty("completeThroughTime").GetString());
        Assert.Equal("bamako-2024", status.GetProperty("scenario").GetString());
        JsonElement part = status.GetProperty("parts").EnumerateArray().Single();
        Assert.Equal(("ingest", "3", "1"), (part.GetProperty("name").GetString(), part.GetProperty("outboxRows").GetString(), part.GetProperty("deadLetters").GetString()));
        Assert.Equal(HttpStatusCode.OK, await HealthAsync("ready"));
    }

    [Fact]
    public async Task GetStatus_PartStuck_IsNotHealthyAndNotReadyButAlive()
    {
        host.Probe.Progress = new Progress(false, "Events wait since 05:00.", 9, 0);
        JsonElement status = await StatusAsync();
        Assert.False(status.GetProperty("healthy").GetBoolean());
        Assert.Equal("Events wait since 05:00.", status.GetProperty("parts")[0].GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await HealthAsync("ready"));
        Assert.Equal(HttpStatusCode.OK, await HealthAsync("live"));
        host.Probe.Progress = new Progress(true, "", 0, 0);
    }

    [Fact]
    public async Task GetStatus_Blind_IsNotHealthy()
    {
        host.Watermark.BlindSince = new DateTimeOffset(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
        JsonElement status = await StatusAsync();
        Assert.False(status.GetProperty("healthy").GetBoolean());
        Assert.Equal("2024-09-17T05:00:00Z", status.GetProperty("blindSinceTime").GetString());
        host.Watermark.BlindSince = null;
    }

    private async Task<JsonElement> StatusAsync()
    {
        using HttpClient client = host.Client();
        using var json = JsonDocument.Parse(await client.GetByteArrayAsync("/v1/status", Cancel));
        return json.RootElement.Clone();
    }

    private async Task<HttpStatusCode> HealthAsync(string kind)
    {
        using HttpClient client = host.Client(signedIn: false);
        return (await client.GetAsync($"/healthz/{kind}", Cancel)).StatusCode;
    }
}
