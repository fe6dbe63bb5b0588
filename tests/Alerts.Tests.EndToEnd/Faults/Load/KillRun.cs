using Alerts.Client.Streaming;
using Alerts.Gazetteer;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Support;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>Reports at a steady rate while the server is killed again and again; then rest, a second subscriber from the start, and the lists.</summary>
/// <param name="Kills">How often.</param>
/// <param name="PerSecond">Reports a second.</param>
/// <param name="Seed">Moments of the kills and choice of the cities.</param>
internal sealed record KillRun(int Kills, int PerSecond, int Seed)
{
    // One kill in four falls into a start: recovery must survive its own interruption. The others fall when reports flow.
    private const double WhileStarting = 0.25;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestFlow = TimeSpan.FromSeconds(1.5);

    // At most some 8,700 scored cities lie so far apart; as many reports last for 160 s.
    private const int Cities = 7_500;

    public async Task<IReadOnlyList<HistoryRecord>> RunAsync(TestFolder folder, HistoryFile history, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        IReadOnlyList<int> cities = Target.Draw(PlaceIndex.Load(), random, Cities);
        using var line = new ServerLine(folder, history);
        RunningServer server = await line.StartAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var resuming = new Subscriber("resuming", line, history, new FileCursorStore(Path.Combine(folder.Path, "resuming.cursor")));
        Task subscribing = resuming.RunAsync(cancellationToken);
        Task reporting = new Reporter("request", line, history, cities).RunAsync(PerSecond, stop.Token, cancellationToken);
        server = await KillAsync(line, server, random, cancellationToken);
        await stop.CancelAsync();
        await reporting;

        HistoryRecord.Answered[] answers = [.. history.ReadBack().OfType<HistoryRecord.Answered>()];
        DateTimeOffset last = answers.Max(a => a.Accepted);
        resuming.EndAfter(last);
        await subscribing;
        var late = new Subscriber("late", line, history, new FileCursorStore(Path.Combine(folder.Path, "late.cursor")));
        late.EndAfter(last);
        await late.RunAsync(cancellationToken);
        await new Dump(server.Client, history).RunAsync(answers.Select(a => a.Report), cancellationToken);
        return history.ReadBack();
    }

    private async Task<RunningServer> KillAsync(ServerLine line, RunningServer server, Random random, CancellationToken cancellationToken)
    {
        for (int kills = 0; kills < Kills; kills++)
        {
            await server.Accepted.Task.WaitAsync(cancellationToken);
            await Task.Delay(LongestFlow * random.NextDouble(), TimeProvider.System, cancellationToken);
            await line.KillAsync();
            for (; kills < Kills - 1 && random.NextDouble() < WhileStarting; kills++)
                await line.KillWhileStartingAsync(LongestStart * random.NextDouble(), cancellationToken);
            server = await line.StartAsync(cancellationToken);
        }

        return server;
    }
}
