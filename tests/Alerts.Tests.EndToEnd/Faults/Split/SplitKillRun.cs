using Alerts.Client.Streaming;
using Alerts.Gazetteer;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Split;
using Alerts.Tests.EndToEnd.Support;

namespace Alerts.Tests.EndToEnd.Faults.Split;

/// <summary>
/// Reports at a steady rate while parts of the split form are killed, often several at once; then a broker and a database that are away, and
/// processes that stand still; then rest, a second subscriber from the start, and the lists. A crowd of subscribers listens all the time.
/// </summary>
/// <param name="Kills">How often.</param>
/// <param name="PerSecond">Reports a second while parts are killed.</param>
/// <param name="Subscribers">How many listen, each for a few countries, besides one that gets everything.</param>
/// <param name="Seed">Moments and parts of the kills, choice of the cities.</param>
internal sealed record SplitKillRun(int Kills, int PerSecond, int Subscribers, int Seed)
{
    private const int QuietPerSecond = 10;

    // For the kills, a little more than two minutes, and for all that follows; some 7,800 scored cities lie so far apart.
    private const int Cities = 6_300;
    private const int QuietCities = 1_200;

    // The figures: an organisation's broker or database is restarted in that time; a process stands still as long as a paused machine does.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StandStill = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestDown = TimeSpan.FromSeconds(2);

    public async Task<SplitKillOutcome> RunAsync(SplitSystem system, TestFolder folder, HistoryFile history, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        var places = PlaceIndex.Load();
        IReadOnlyList<int> cities = Target.Draw(places, random, Cities + QuietCities);
        using var line = new SplitLine(system, history);
        var resuming = new Subscriber("resuming", line, history, new FileCursorStore(Path.Combine(folder.Path, "resuming.cursor")));
        // Its kills fall where they fall: what is drawn for them must not depend on how long the others take.
        var crowd = new Crowd(Subscribers, line, history, cities, places, new Random(Seed));
        Task subscribing = Task.WhenAll(resuming.RunAsync(cancellationToken), crowd.RunAsync(cancellationToken));

        await new Reporter("busy", line, history, cities.Take(Cities)).RunWhileAsync(PerSecond, () => KillAsync(line, random, cancellationToken), cancellationToken);
        await system.ReadyAsync(cancellationToken);
        (DateTimeOffset From, DateTimeOffset To) brokerAway = default;
        await new Reporter("quiet", line, history, cities.Skip(Cities)).RunWhileAsync(QuietPerSecond, async () =>
        {
            brokerAway = await AwayAsync(line, "broker", cancellationToken);

            // In the middle of the minute the database is away as well: those who stand still wake to sessions that are long gone.
            await Task.WhenAll(StandStillAsync(system, cancellationToken), AwayLaterAsync(line, "database", cancellationToken));
        }, cancellationToken);

        HistoryRecord.Answered[] answers = [.. history.ReadBack().OfType<HistoryRecord.Answered>()];
        DateTimeOffset last = answers.Max(a => a.Accepted);
        resuming.EndAfter(last);
        crowd.EndAfter(last);
        await subscribing;
        var late = new Subscriber("late", line, history, new FileCursorStore(Path.Combine(folder.Path, "late.cursor")));
        late.EndAfter(last);
        await late.RunAsync(cancellationToken);
        await new Dump(line.Client, history).RunAsync(answers.Select(a => a.Report), cancellationToken);
        return new SplitKillOutcome(history.ReadBack(), answers.Count(a => a.At > brokerAway.From && a.At < brokerAway.To));
    }

    // Every part gets its share. The next kill does not wait for what was killed before.
    private async Task KillAsync(SplitLine line, Random random, CancellationToken cancellationToken)
    {
        var starting = new Dictionary<string, Task>();
        var due = new Queue<string>();
        for (int kills = 0; kills < Kills; kills++)
        {
            if (due.Count == 0)
            {
                string[] parts = [.. line.Parts];
                random.Shuffle(parts);
                due = new Queue<string>(parts);
            }

            await Task.Delay(LongestPause * random.NextDouble(), TimeProvider.System, cancellationToken);
            string part = due.Dequeue();
            await starting.GetValueOrDefault(part, Task.CompletedTask);
            await line.KillAsync(part);
            starting[part] = line.ReviveAsync(part, LongestDown * random.NextDouble(), cancellationToken);
        }

        await Task.WhenAll(starting.Values);
    }

    private static async Task<(DateTimeOffset From, DateTimeOffset To)> AwayAsync(SplitLine line, string part, CancellationToken cancellationToken)
    {
        await line.KillAsync(part);
        DateTimeOffset from = TimeProvider.System.GetUtcNow();
        await Task.Delay(Outage, TimeProvider.System, cancellationToken);
        DateTimeOffset to = TimeProvider.System.GetUtcNow();
        await line.RestartAsync(part, cancellationToken);
        return (from, to);
    }

    private static async Task AwayLaterAsync(SplitLine line, string part, CancellationToken cancellationToken)
    {
        await Task.Delay((StandStill - Outage) / 2, TimeProvider.System, cancellationToken);
        await AwayAsync(line, part, cancellationToken);
    }

    // One of each service stands still, wherever it is; the other one goes on, and the first wakes in a world that has moved.
    private static async Task StandStillAsync(SplitSystem system, CancellationToken cancellationToken)
    {
        SplitProcess[] still = [system["ingest"], system["risk"], system["notify"]];
        foreach (SplitProcess process in still)
            await process.SignalAsync("STOP", cancellationToken);
        await Task.Delay(StandStill, TimeProvider.System, cancellationToken);
        foreach (SplitProcess process in still)
            await process.SignalAsync("CONT", cancellationToken);
    }
}
