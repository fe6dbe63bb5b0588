using System.Text.Json.Nodes;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Watches;

/// <summary>Watches on the command line, against the real server.</summary>
public sealed class WatchesTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private AlertsProcess _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await AlertsProcess.UpAsync(_folder, Cancellation, "--no-stream");

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Watches_FromTheFirstToItsEnd_AreMadeFollowedSilencedAndRemoved()
    {
        JsonNode made = await JsonAsync("watches", "add", "North", "--country", "ML", "--language", "fr");
        Assert.Equal("URGENCY_PRIORITY", (string?)made["filter"]!["minimumUrgency"]);
        JsonNode changed = await JsonAsync(
            "watches", "change", "north", "--route", "Gao; Ansongo", "--site", "Clinic=16.27,-0.04", "--site-radius", "2", "--minimum", "crime=flash", "--type", "carjacking", "--type", "violence-against-civilians");
        Assert.Equal((string?)made["name"], (string?)changed["name"]);
        Assert.Equal(2, changed["filter"]!["routes"]![0]!["points"]!.AsArray().Count);
        Assert.Equal("Clinic", (string?)changed["filter"]!["ownSites"]![0]!["displayName"]);

        JsonNode silenced = await JsonAsync("watches", "silence", "North", "--for", "2h", "--note", "handover");
        Assert.NotNull(silenced["silence"]!["endTime"]);

        using AlertsClient client = _server.Connect();
        await client.Ingest.SubmitReportAsync(new SubmitReportRequest { RequestId = "r", Report = Samples.Attack() }, cancellationToken: Cancellation);
        string[] frames = (await RunAsync("watch", "--watch", "North", "--from", "start", "--until-idle", "3", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("HUSH_REASON_SILENCE", (string?)JsonNode.Parse(frames[0])!["subscribed"]!["hush"]!["reason"]);
        JsonNode alert = frames.Select(f => JsonNode.Parse(f)!["alert"]).OfType<JsonNode>().First();
        Assert.StartsWith("Attaque à Gao", (string?)alert["alert"]!["headline"], StringComparison.Ordinal);
        // Flash on an own site rings through a silence.
        Assert.Equal("URGENCY_FLASH", (string?)alert["alert"]!["urgency"]);
        Assert.Null(alert["hush"]);

        JsonNode preview = await JsonAsync("watches", "preview", "North");
        Assert.Equal(1, (int?)preview["situationCount"]);
        Assert.Contains("1 alerts of 1 situations", (await RunAsync("watches", "preview", "--country", "ML")).Output, StringComparison.Ordinal);
        // Only now: at night they would end after the silence, and be named in its place.
        JsonNode quiet = await JsonAsync("watches", "quiet-hours", "North", "22:00-06:00", "--zone", "Africa/Bamako");
        Assert.Equal("06:00", (string?)quiet["quietHours"]!["end"]);
        Assert.NotNull(quiet["silence"]);
        Assert.Null((await JsonAsync("watches", "silence", "North", "--end"))["silence"]);
        Assert.Contains("Quiet hours: 22:00 to 06:00, Africa/Bamako", (await RunAsync("watches", "show", "North")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("watches", "remove", "North")).ExitCode);
        Assert.Equal(4, (await RunAsync("watches", "show", "North")).ExitCode);
        Assert.Equal("", (await RunAsync("watches", "list", "--json")).Output);
    }

    [Theory]
    [InlineData("watches", "silence", "North")]
    [InlineData("watches", "silence", "North", "--for", "soon")]
    [InlineData("watches", "quiet-hours", "North", "at night")]
    [InlineData("watches", "preview", "North", "--country", "ML")]
    [InlineData("watches", "add", "North", "--minimum", "flash")]
    [InlineData("watches", "add", "North", "--type", "nonsense")]
    public async Task Watches_WrongUse_SaysWhatIsWanted(params string[] arguments)
    {
        Assert.Equal(2, (await RunAsync(arguments)).ExitCode);
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        (int code, string output) = await RunAsync([.. arguments, "--json"]);
        Assert.True(code == 0, string.Join(' ', arguments));
        return JsonNode.Parse(output)!;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using AlertsProcess process = AlertsProcess.Run(_folder, arguments);
        return await process.EndAsync(Cancellation);
    }
}
