using Alerts.Client;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A server that knows nothing shows no place as safe; what it then learns lifts one floor and assesses nothing else.</summary>
public sealed class EmptyStoreTests
{
    // GeoNames ids.
    private const int Bamako = 2460596;
    private const int Gao = 2457163;
    private const int Mogadishu = 53654;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListCityThreats_EmptyStore_FindsNoLevelAnywhere()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        Assert.Empty((await client.Risk.ListCityThreatsAsync(new ListCityThreatsRequest { MinimumLevel = ThreatLevel.Minimal }, cancellationToken: Cancellation)).Threats);
        var mali = new ListCityThreatsRequest { CountryCode = "ML", PageSize = 500 };
        IReadOnlyList<CityThreat> cities = (await client.Risk.ListCityThreatsAsync(mali, cancellationToken: Cancellation)).Threats;
        Assert.NotEmpty(cities);
        Assert.All(cities, AssertNotAssessed);
        foreach (int city in new[] { Bamako, Gao, Mogadishu })
            AssertNotAssessed(await ThreatAsync(client, city));
    }

    [Fact]
    public async Task GetCityThreat_FirstReport_RaisesAFloorThereAndNothingElse()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: Cancellation);
        Report report = Reporter.Attack("witness", Gao, TimeProvider.System.GetUtcNow(), TlpLabel.Clear);
        await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = report }, cancellationToken: Cancellation);
        Alert? alert = null;
        while (alert is null && await stream.ResponseStream.MoveNext(Cancellation))
            alert = stream.ResponseStream.Current.Alert?.Alert;
        Assert.NotNull(alert);
        CityEffect effect = Assert.Single(alert.Cities, c => c.City.GeonamesId == Gao);
        Assert.Equal(ThreatLevel.Unspecified, effect.LevelBefore);
        Assert.Equal(ThreatLevel.Moderate, effect.LevelAfter);

        // Unverified and Serious: floor 3 (risk.md's acute table). One voice is no coverage: there is still no forecast.
        CityThreat gao = await ThreatAsync(client, Gao);
        Assert.Equal(ThreatLevel.Moderate, gao.Level);
        Assert.Equal(ThreatLevel.Moderate, gao.AcuteFloor);
        Assert.Equal([alert.Situation], gao.Situations);
        Assert.Equal(ThreatLevel.Unspecified, gao.Band);
        Assert.Null(gao.Forecast);
        AssertNotAssessed(await ThreatAsync(client, Bamako));
        AssertNotAssessed(await ThreatAsync(client, Mogadishu));
    }

    private static async Task<CityThreat> ThreatAsync(AlertsClient client, int city) =>
        (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"cities/{city}/threat" }, cancellationToken: Cancellation)).Threat;

    private static void AssertNotAssessed(CityThreat threat)
    {
        Assert.Equal(ThreatLevel.Unspecified, threat.Level);
        Assert.Equal(NotAssessedReason.NoCoverage, threat.NotAssessedReason);
        Assert.Equal(ThreatLevel.Unspecified, threat.Band);
        Assert.Equal(ThreatLevel.Unspecified, threat.AcuteFloor);
        Assert.Null(threat.Forecast);
        Assert.False(threat.Coverage?.Sufficient ?? false);
    }
}
