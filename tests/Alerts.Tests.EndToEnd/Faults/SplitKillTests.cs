using System.Diagnostics;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Split;
using Alerts.Tests.EndToEnd.Split;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>
/// The split form with two of each service: kill -9 of every process, the broker and the database under load, both away for 20 s, processes
/// that stand still for 60 s, and at last a path that is blind. Nothing answered is lost, nothing counts twice, order holds.
/// </summary>
public sealed class SplitKillTests(ITestOutputHelper output)
{
    private const int Kills = 24;
    private const int ReportsPerSecond = 50;
    private const int Subscribers = 200;

    // Ten reports a second for the 20 s without a broker; a few are on their way at its edges.
    private const int LeastWithoutBroker = 150;

    // Eight minutes on two cores that nothing else uses; longer than this means that something never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(35);

    [Fact]
    public async Task KillMinusNine_AnyPartUnderLoad_BreaksNoPromise()
    {
        int seed = TestSeed.Draw(output);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        CancellationToken cancel = limited.Token;
        long began = Stopwatch.GetTimestamp();
        using var folder = new TestFolder();
        using var history = new HistoryFile(Path.Combine(folder.Path, "history.ndjson"));
        await using SplitSystem system = await SplitSystem.StartAsync(new SplitLayout { Ingest = 2, Risk = 2, Notify = 2 }, cancel);
        SplitKillOutcome outcome = await new SplitKillRun(Kills, ReportsPerSecond, Subscribers, seed).RunAsync(system, folder, history, cancel);
        IReadOnlyList<Violation> violations = Checker.Check(outcome.Records);
        string figures = string.Join('\n', [
            $"{outcome.Records.OfType<HistoryRecord.Submitted>().Count()} reports, {violations.Count} violations; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s in all",
            $"{outcome.Records.OfType<HistoryRecord.Delivered>().Count()} deliveries to {Subscribers + 2} subscribers",
            $"{outcome.AcceptedWithoutBroker} reports accepted in 20 s without a broker",
            .. outcome.Recoveries(),
        ]);
        output.WriteLine(figures);
        TestSeed.AssertNone(violations, seed, figures);
        Assert.True(outcome.AcceptedWithoutBroker > LeastWithoutBroker, figures);
        using AlertsClient client = system.Connect();
        GetStatusResponse status = await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancel);
        Assert.All(status.Parts, part => Assert.Equal(0, part.DeadLetters));
        await BlindAndBackAsync(system, client, cancel);
    }

    // Nobody judges any more: after a minute stream, status and a System alert say so; and they say when it is over.
    private static async Task BlindAndBackAsync(SplitSystem system, AlertsClient client, CancellationToken cancel)
    {
        SplitProcess[] judges = [.. system.Services.Where(s => s.Name.StartsWith("risk", StringComparison.Ordinal))];
        await using IAsyncEnumerator<StreamAlertsResponse> stream = client.Subscribe(new StreamAlertsRequest()).GetAsyncEnumerator(cancel);
        foreach (SplitProcess judge in judges)
            await judge.KillAsync(cancel);

        Alert blind = await AlertAsync(stream, a => a.Kind == SituationKind.System);
        Assert.Equal(AlertAction.Raise, blind.Action);
        Assert.NotNull((await BookmarkAsync(stream, _ => true)).BlindSinceTime);
        Assert.NotNull((await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancel)).BlindSinceTime);

        await Task.WhenAll(judges.Select(judge => judge.StartAsync(cancel)));
        Alert over = await AlertAsync(stream, a => a.Situation == blind.Situation);
        Assert.Equal(AlertAction.Expire, over.Action);
        await BookmarkAsync(stream, b => b.BlindSinceTime is null);
        await system.ReadyAsync(cancel);
    }

    private static async Task<Alert> AlertAsync(IAsyncEnumerator<StreamAlertsResponse> stream, Predicate<Alert> wanted)
    {
        while (await stream.MoveNextAsync())
        {
            if (stream.Current.Alert is { Snapshot: false, Alert: { } alert } && wanted(alert))
                return alert;
        }

        throw new EndOfStreamException();
    }

    private static async Task<Bookmark> BookmarkAsync(IAsyncEnumerator<StreamAlertsResponse> stream, Predicate<Bookmark> wanted)
    {
        while (await stream.MoveNextAsync())
        {
            if (stream.Current.Bookmark is { } bookmark && wanted(bookmark))
                return bookmark;
        }

        throw new EndOfStreamException();
    }
}
