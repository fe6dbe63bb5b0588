using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Alerts.Gateway.Audit;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.Tests.Unit.Gateway.People;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Audit;

// Who did what: written before the caller is told, without a word that somebody wrote.
public class AuditTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Canary = "canary-of-a-report";

    private readonly Door _door = new(host);

    [Fact]
    public async Task Act_OfAService_IsInTheAuditOnceItIsAnswered()
    {
        string organisation = await _door.OrganisationAsync();
        (string key, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        await _door.OkAsync(HttpMethod.Post, "/v1/reports", new JsonObject { ["report"] = new JsonObject { ["text"] = Canary } }, secret);
        JsonNode entry = (await EntriesAsync(organisation))[^1];
        Assert.Equal(("amina", key, "IngestService/SubmitReport", "reports/1"), ((string)entry["actor"]!, (string)entry["key"]!, (string)entry["action"]!, (string)entry["target"]!));
    }

    [Fact]
    public async Task Audit_OfAnOrganisation_IsDenseChainedAndWithoutTexts()
    {
        string organisation = await _door.OrganisationAsync();
        (_, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _door.OkAsync(HttpMethod.Post, "/v1/reports", new JsonObject { ["report"] = new JsonObject { ["text"] = Canary } }, secret)));
        IReadOnlyList<JsonNode> entries = await EntriesAsync(organisation);
        Assert.Equal(24, entries.Count);
        (long number, byte[] chain) = (0, AuditEntry.Start);
        foreach (JsonNode entry in entries)
        {
            AuditEntry core = Core(entry);
            Assert.True(core.Follows(number, chain));
            Assert.False((core with { Act = core.Act with { Target = core.Act.Target + "x" } }).Follows(number, chain));
            (number, chain) = (core.Number, core.Chain);
        }

        Assert.DoesNotContain(entries, e => e.ToJsonString().Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Act_ThatIsRefused_IsNotInTheAudit()
    {
        string organisation = await _door.OrganisationAsync();
        (_, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_ANALYST");
        int before = (await EntriesAsync(organisation)).Count;
        Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Post, $"/v1/organisations/{organisation}/people", new JsonObject(), secret));
        Assert.Equal(before, (await EntriesAsync(organisation)).Count);
    }

    [Fact]
    public async Task Answer_OfAnAct_DoesNotShowWhatTheServiceSaidOfIt()
    {
        using HttpResponseMessage response = await _door.SendAsync(HttpMethod.Post, "/v1/reports", new JsonObject());
        Assert.False(response.Headers.Contains(HeaderActSink.Header));
    }

    private async Task<IReadOnlyList<JsonNode>> EntriesAsync(string organisation)
    {
        var all = new List<JsonNode>();
        string token = "";
        do
        {
            JsonNode page = await _door.OkAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/audit?pageSize=7&pageToken={token}");
            all.AddRange(page["entries"]?.AsArray().Select(e => e!.DeepClone()) ?? []);
            token = (string?)page["nextPageToken"] ?? "";
        }
        while (token.Length > 0);
        return all;
    }

    private static AuditEntry Core(JsonNode entry) => new(
        long.Parse((string)entry["number"]!, CultureInfo.InvariantCulture),
        DateTimeOffset.Parse((string)entry["time"]!, CultureInfo.InvariantCulture),
        new AuditDraft(
            new Scope(((string)entry["organisation"]!).Split('/')[1]), (string)entry["actor"]!, (string?)entry["key"] ?? "", (string)entry["action"]!, (string?)entry["target"] ?? "", (string?)entry["detail"] ?? ""),
        Convert.FromBase64String((string)entry["chain"]!));
}
