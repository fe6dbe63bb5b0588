using System.Diagnostics;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>kill -9 at 30 random moments under load: nothing answered is lost, nothing counts twice, every alert comes once and in order.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 30;
    private const int ReportsPerSecond = 50;


    [Fact]
    public async Task KillMinusNine_ThirtyTimesUnderLoad_BreaksNoPromise()
    {
        int seed = TestSeed.Draw(output);
        long began = Stopwatch.GetTimestamp();
        using var folder = new TestFolder();
        using var history = new HistoryFile(Path.Combine(folder.Path, "history.ndjson"));
        IReadOnlyList<HistoryRecord> records = await new KillRun(Kills, ReportsPerSecond, seed).RunAsync(folder, history, TestContext.Current.CancellationToken);
        IReadOnlyList<Violation> violations = Checker.Check(records);
        string figures = $"{RunFigures.Of(records)}; {violations.Count} violations; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s in all";
        output.WriteLine(figures);
        TestSeed.AssertNone(violations, seed, figures);
    }
}
