using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Split;
using Alerts.Tests.EndToEnd.Split;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>
/// The split form with one process of each service, so that nobody stands in: each part is killed by itself, and the time until it is over is told. Run by
/// <c>tests/soak/recover.sh</c> and not with the other tests: it proves nothing that <see cref="SplitKillTests"/> does not, but its figures are of single faults.
/// </summary>
public sealed class SplitRecoveryTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private const int ReportsPerSecond = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    [Fact(Explicit = true)]
    public async Task KillMinusNine_OnePartAtATime_BreaksNoPromise()
    {
        int seed = TestSeed.Draw(output);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        using var folder = new TestFolder();
        using var history = new HistoryFile(Path.Combine(folder.Path, "history.ndjson"));
        await using SplitSystem system = await SplitSystem.StartAsync(new SplitLayout(), limited.Token);
        SplitKillOutcome outcome = await new SplitRecoveryRun(Rounds, ReportsPerSecond, seed).RunAsync(system, folder, history, limited.Token);
        IReadOnlyList<Violation> violations = Checker.Check(outcome.Records);
        string figures = string.Join('\n', [
            $"{outcome.Records.OfType<HistoryRecord.Submitted>().Count()} reports, {violations.Count} violations",
            .. outcome.Recoveries(),
        ]);
        output.WriteLine(figures);
        TestSeed.AssertNone(violations, seed, figures);
    }
}
