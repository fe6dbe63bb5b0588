using System.Text.Json;
using Alerts.Ingest.Reports;
using Xunit;

namespace Alerts.Tests.Unit.Ingest.Corroboration;

/// <summary>How well folding tells which reports are one incident, and which are one source, over 30 situations with gold.</summary>
public sealed class CorroborationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Fold_ThirtySituations_StaysAsGoodAsMeasured()
    {
        var pairs = new PairScore();
        var copies = new PairScore();
        var lines = new List<string>();
        foreach (Situation situation in Situation.All)
        {
            (IReadOnlyList<IReadOnlyList<string>> clusters, IReadOnlyList<IReadOnlyList<string>> same) = await FoldAsync(situation);
            pairs.Add(situation.Incidents, clusters, situation.Also);
            copies.Add(situation.Copies, same, []);
            lines.Add(JsonSerializer.Serialize(new { id = situation.Id, clusters, copies = same }));
        }

        // What the scorer of the collection takes.
        if (Environment.GetEnvironmentVariable("ALERTS_TEST_SITUATIONS") is { Length: > 0 } path) await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
        output.WriteLine($"pairs {pairs}, copies {copies}");
        Assert.True(pairs.F1 >= 0.80, $"pairs {pairs}");
        Assert.True(copies.F1 >= 0.55, $"copies {copies}");
    }

    private static async Task<(IReadOnlyList<IReadOnlyList<string>> Clusters, IReadOnlyList<IReadOnlyList<string>> Copies)> FoldAsync(Situation situation)
    {
        await using var bench = new IngestBench(situation.Reports[0].ReceivedAt.AddHours(-1));
        var ids = new Dictionary<string, string>();
        foreach ((string id, DateTimeOffset at, ReportDraft draft) in situation.Reports)
        {
            if (at > bench.Clock.Now) bench.Clock.AdvanceTo(at);
            ids[await bench.SubmitAsync(draft)] = id;
            await bench.FoldAsync();
        }

        var clusters = new List<IReadOnlyList<string>>();
        var copies = new List<IReadOnlyList<string>>();
        foreach (Alerts.Ingest.Incidents.Incident incident in await bench.ListAsync())
        {
            clusters.Add([.. incident.Reports.Select(r => ids[r.Report])]);
            copies.AddRange(await bench.CopiesAsync(incident, ids));
        }

        return (clusters, copies);
    }
}
