using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>One run of a scenario as the first command of the README runs it: what was printed, and the data folder afterwards.</summary>
public sealed class ScenarioRun : IDisposable
{
    private ScenarioRun(TestFolder folder, IReadOnlyList<Alert> alerts)
    {
        Folder = folder;
        Alerts = alerts;
    }

    public TestFolder Folder { get; }

    public IReadOnlyList<Alert> Alerts { get; }

    public static async Task<ScenarioRun> PlayAsync(string scenario)
    {
        var folder = new TestFolder();
        using AlertsProcess process = AlertsProcess.Run(
            folder, "up", "--scenario", scenario, "--exit-after-scenario", "--data", folder.Data, "--http", "0", "--grpc", "0", "--json");
        (int code, string output) = await process.EndAsync(TestContext.Current.CancellationToken);
        Assert.True(code == 0, process.Errors);
        return new ScenarioRun(folder, Frames.Alerts(output));
    }

    /// <summary>Highest level after a revision among the cities it touches.</summary>
    public static ThreatLevel LevelOf(Alert alert, int city) => alert.Cities.Single(c => c.City.GeonamesId == city).LevelAfter;

    public void Dispose() => Folder.Dispose();
}
