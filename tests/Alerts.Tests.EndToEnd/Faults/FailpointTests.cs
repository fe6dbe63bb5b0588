using System.Diagnostics;
using Alerts.Client.Streaming;
using Alerts.Gazetteer;
using Alerts.Platform.Faults;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>The server dies between any two steps of the path, at the places that random kills seldom hit, and nothing is lost or doubled.</summary>
public sealed class FailpointTests(ITestOutputHelper output)
{
    private const int ReportsPerSecond = 20;
    private const int Cities = 3_000;

    // Passes until it dies, at most: early and late in a start.
    private const int MostPasses = 20;
    private const int MostBookmarks = 3;

    // A start with its death; a point that is never reached shows here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Die_AtEachFailpoint_BreaksNoPromise()
    {
        int seed = TestSeed.Draw(output);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        CancellationToken cancel = limited.Token;
        var random = new Random(seed);
        using var folder = new TestFolder();
        using var history = new HistoryFile(Path.Combine(folder.Path, "history.ndjson"));
        using var line = new ServerLine(folder, history);
        var resuming = new Subscriber("resuming", line, history, new FileCursorStore(Path.Combine(folder.Path, "resuming.cursor")));
        Task subscribing = resuming.RunAsync(cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task reporting = new Reporter("request", line, history, Target.Draw(PlaceIndex.Load(), random, Cities)).RunAsync(ReportsPerSecond, stop.Token, cancel);
        foreach (Failpoint point in Failpoints.All)
        {
            long began = Stopwatch.GetTimestamp();
            int passes = 1 + random.Next(point == Failpoints.Bookmark ? MostBookmarks : MostPasses);
            try
            {
                await line.StartAsync(cancel, $"{point.Name}:{passes}");
                Task death = line.DieAsync(cancel);
                // A subscriber or reporter that has given up says why.
                await await Task.WhenAny(death, subscribing, reporting);
                await death;
            }
            catch (InvalidOperationException)
            {
                // It died before it listened: it was at work on what the one before had left.
            }

            output.WriteLine($"{point.Name}:{passes} died after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        }

        Load.RunningServer server = await line.StartAsync(cancel);
        await stop.CancelAsync();
        await reporting;
        HistoryRecord.Answered[] answers = [.. history.ReadBack().OfType<HistoryRecord.Answered>()];
        resuming.EndAfter(answers.Max(a => a.Accepted));
        await subscribing;
        await new Dump(server.Client, history).RunAsync(answers.Select(a => a.Report), cancel);
        IReadOnlyList<Violation> violations = Checker.Check(history.ReadBack());
        TestSeed.AssertNone(violations, seed, $"{violations.Count} violations");
    }

    [Fact]
    public async Task Up_FailpointThatDoesNotExist_RefusesAndSaysWhichDo()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = AlertsProcess.Run(folder, "appendix", ["up", "--data", folder.Data, "--http", "0", "--grpc", "0", "--no-stream"]);
        (int code, _) = await server.EndAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, code);
        Assert.Contains(Failpoints.Variable, server.Errors, StringComparison.Ordinal);
        Assert.Contains(Failpoints.Append.Name, server.Errors, StringComparison.Ordinal);
    }
}
