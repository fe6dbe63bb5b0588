using Alerts.Client.Streaming;
using Alerts.Gazetteer;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Split;
using Alerts.Tests.EndToEnd.Support;

namespace Alerts.Tests.EndToEnd.Faults.Split;

/// <summary>
/// A few reports a second while one part after the other is killed and started again at once, each when the system has come to rest from the one before: how
/// long a single fault lasts for those who report and for those who listen.
/// </summary>
/// <param name="Rounds">How often each part is killed.</param>
/// <param name="PerSecond">Reports a second.</param>
/// <param name="Seed">Choice of the cities.</param>
internal sealed record SplitRecoveryRun(int Rounds, int PerSecond, int Seed)
{
    // Far enough apart; at ten reports a second they last ten minutes.
    private const int Cities = 6_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public async Task<SplitKillOutcome> RunAsync(SplitSystem system, TestFolder folder, HistoryFile history, CancellationToken cancellationToken)
    {
        var places = PlaceIndex.Load();
        using var line = new SplitLine(system, history);
        var resuming = new Subscriber("resuming", line, history, new FileCursorStore(Path.Combine(folder.Path, "resuming.cursor")));
        Task subscribing = resuming.RunAsync(cancellationToken);
        await new Reporter("steady", line, history, Target.Draw(places, new Random(Seed), Cities)).RunWhileAsync(PerSecond, async () =>
        {
            foreach (string part in Enumerable.Repeat(line.Parts, Rounds).SelectMany(p => p))
            {
                await Task.Delay(Rest, TimeProvider.System, cancellationToken);
                await line.KillAsync(part);
                await line.ReviveAsync(part, TimeSpan.Zero, cancellationToken);
                await system.ReadyAsync(cancellationToken);
            }

            await Task.Delay(Rest, TimeProvider.System, cancellationToken);
        }, cancellationToken);

        HistoryRecord.Answered[] answers = [.. history.ReadBack().OfType<HistoryRecord.Answered>()];
        resuming.EndAfter(answers.Max(a => a.Accepted));
        await subscribing;
        await new Dump(line.Client, history).RunAsync(answers.Select(a => a.Report), cancellationToken);
        return new SplitKillOutcome(history.ReadBack(), AcceptedWithoutBroker: 0);
    }
}
