using System.Collections.Concurrent;
using System.Diagnostics;
using Alerts.V1;

namespace Alerts.Load.Streams;

/// <summary>The alert stream at scale: notify with its store, filters, cursors and sign-in, beside servers that have none of them, in turns.</summary>
internal static class StreamLoad
{
    private const int Many = 1_000;
    private const int Together = 100;
    private const int PerSecond = 20;
    private const double Kilobyte = 1024;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Name of all parts together.</summary>
    public const string All = "stream";

    private const string FanOut = "fan-out";
    private const string Burst = "burst";
    private const string Stuck = "stuck";
    private const string Replay = "replay";
    private const string CatchUp = "catch-up";
    private const string Last = "last";

    /// <summary>What can be measured alone, a minute or two each.</summary>
    public static IReadOnlyList<string> Parts { get; } = [FanOut, Burst, Stuck, Replay, CatchUp, Last];

    public static Task<IReadOnlyList<Figure>> RunAsync(string part, string folder, Reports reports) => part switch
    {
        FanOut => FanOutAsync(folder),
        Burst => BurstAsync(folder),
        Stuck => StuckAsync(folder),
        Replay => ReplayAsync(folder),
        CatchUp => CatchUpAsync(folder),
        _ => SubmitToLast.RunAsync(folder, reports),
    };

    private static StreamAlertsRequest OfTheCity() => new() { Filter = new AlertFilter { GeonamesIds = { SampleAlert.Bamako } } };

    private static StreamAlertsRequest FromStart() => new() { Filter = OfTheCity().Filter, FromStart = true };

    private static string Own(string folder) => Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;

    private static async Task<IReadOnlyList<Figure>> FanOutAsync(string folder)
    {
        var figures = new List<Figure>();
        foreach ((string kind, int perConnection) in new[]
                 {
                     (FanServer.Raw, 1), (FanServer.Naive, 1), (FanServer.Product, 1), (FanServer.Naive, Together), (FanServer.Product, Together),
                 })
            figures.AddRange(await FanOutAsync(folder, kind, perConnection));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> BurstAsync(string folder) =>
        [.. await BurstAsync(folder, FanServer.Naive), .. await BurstAsync(folder, FanServer.Product)];

    private static async Task<IReadOnlyList<Figure>> FanOutAsync(string folder, string kind, int perConnection)
    {
        string what = $"{Many:N0} subscribers, {perConnection} a connection: {kind}";
        Progress(what);
        using FanRun run = await FanRun.StartAsync(kind, Own(folder));
        // The first ones load the code; the raw floor counts them too.
        if (kind != FanServer.Raw)
            await run.SubscribeAsync(Together, perConnection, _ => OfTheCity());
        await Task.Delay(Rest, TimeProvider.System);
        long before = run.ResidentBytes;
        int more = Many - (kind == FanServer.Raw ? 0 : Together);
        await run.SubscribeAsync(more, perConnection, _ => OfTheCity());
        await Task.Delay(Rest, TimeProvider.System);
        double idle = (run.ResidentBytes - before) / Kilobyte / more;
        await run.MeasureAsync(Many, 3 * PerSecond, PerSecond);
        (Arrivals paced, double cpu) = await run.MeasureAsync(Many, 5 * PerSecond, PerSecond);
        await run.MeasureAsync(Many, 50, 0);
        (Arrivals full, double cpuFull) = await run.MeasureAsync(Many, 200, 0);
        double[] last = paced.ToLast;
        return
        [
            new(what, "idle, resident memory each", idle, "KB"),
            new(what, $"{PerSecond} alerts/s: server CPU a delivery", cpu, "µs"),
            new(what, $"{PerSecond} alerts/s: to the last subscriber, p50", last[last.Length / 2], "ms"),
            new(what, $"{PerSecond} alerts/s: to the last subscriber, p99", last[(int)(last.Length * 0.99)], "ms"),
            new(what, "200 alerts at once: server CPU a delivery", cpuFull, "µs"),
            new(what, "200 alerts at once: deliveries", full.Count / (full.ToLast[^1] / 1e3), "/s"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> BurstAsync(string folder, string kind)
    {
        const int Subscribers = 5_000;
        string what = $"one alert to {Subscribers:N0} subscribers, {Together} a connection: {kind}";
        Progress(what);
        using FanRun run = await FanRun.StartAsync(kind, Own(folder));
        await run.SubscribeAsync(Subscribers, Together, _ => OfTheCity());
        await run.MeasureAsync(Subscribers, 20, 10);
        (Arrivals arrivals, double cpu) = await run.MeasureAsync(Subscribers, 30, 2);
        double[] last = arrivals.ToLast;
        return
        [
            new(what, "to the last subscriber, p50", last[last.Length / 2], "ms"),
            new(what, "to the last subscriber, p99", last[(int)(last.Length * 0.99)], "ms"),
            new(what, "server CPU a delivery", cpu, "µs"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> StuckAsync(string folder) =>
    [
        .. await StuckAsync(folder, "stuck while live", cursor => new StreamAlertsRequest { Filter = OfTheCity().Filter, Cursor = cursor }),
        .. await StuckAsync(folder, "stuck in what is active", _ => OfTheCity()),
    ];

    // Alerts of 4 KB, so that what HTTP/2 sends ahead by itself is full after some fifteen; all within the 30 s after which the stuck are cut. Who comes
    // without a cursor gets all that is active first, from the store: more than that already.
    private static async Task<IReadOnlyList<Figure>> StuckAsync(string folder, string how, Func<string, StreamAlertsRequest> request)
    {
        const int Moving = 4_000;
        const int Still = 1_000;
        const int Padding = 4_000;
        const int Alerts = 45;
        const int UntilStuck = 20;
        string what = $"{Still:N0} {how} among {Moving + Still:N0} subscribers";
        Progress(what);
        using FanRun run = await FanRun.StartAsync(FanServer.Product, Own(folder));
        await run.SubscribeAsync(Moving - 1, Together, _ => OfTheCity());
        string cursor = "";
        await run.SubscribeAsync(1, 1, _ => OfTheCity(), keep: (_, frame) => cursor = StreamAlertsResponse.Parser.ParseFrom(frame).Alert?.Cursor ?? cursor);
        await run.MeasureAsync(Moving, UntilStuck, 3, Padding);
        (Arrivals alone, _) = await run.MeasureAsync(Moving, Alerts, 3, Padding);
        long before = run.ResidentBytes;
        await run.SubscribeAsync(Still, 1, _ => request(cursor), isStuck: true);
        await run.MeasureAsync(Moving, UntilStuck, 3, Padding);
        (Arrivals among, _) = await run.MeasureAsync(Moving, Alerts, 3, Padding);
        double held = (run.ResidentBytes - before) / Kilobyte / Still;
        return
        [
            new(what, $"resident memory each of the stuck, after {(UntilStuck + Alerts) * Padding / 1_000} KB that they did not take", held, "KB", "≤ 256"),
            new(what, "p99 of the others", among.Within(0.99), "ms"),
            new(what, "p99 of the others before there were stuck ones", alone.Within(0.99), "ms"),
            new(what, "the one in parts of the other", among.Within(0.99) / alone.Within(0.99), "×", "≤ 1.1"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> ReplayAsync(string folder)
    {
        const int Rows = 20_000;
        const int Warm = 8;
        const int Times = 10;
        string what = $"replay of {Rows:N0} alerts to one reader";
        Progress(what);
        string own = Own(folder);
        using (FanRun writer = await FanRun.StartAsync(FanServer.Product, own))
            await writer.PublishAsync(Rows, 0);
        using FanRun run = await FanRun.StartAsync(FanServer.Product, own);
        // Until the runtime has compiled for good what a replay takes.
        await ReplayAsync(run, Rows, Warm);
        double before = run.CpuSeconds;
        TimeSpan took = await ReplayAsync(run, Rows, Times);
        double cpu = (run.CpuSeconds - before) / (Times * Rows) * 1e6;
        (double alone, double beside) = await LiveBesideReplayAsync(run, Rows);
        return
        [
            new(what, "rate", Times * Rows / took.TotalSeconds, "/s"),
            new(what, "server CPU an alert", cpu, "µs"),
            new(what, $"p99 of {Many:N0} live subscribers at {PerSecond} alerts/s, nobody reading the log", alone, "ms"),
            new(what, "the same while one after the other reads it", beside, "ms"),
        ];
    }

    private static async Task<(double Alone, double Beside)> LiveBesideReplayAsync(FanRun run, int rows)
    {
        string head = await ReadAllAsync(run, rows);
        run.HangUp();
        await run.SubscribeAsync(Many, Together, _ => new StreamAlertsRequest { Filter = OfTheCity().Filter, Cursor = head });
        await run.MeasureAsync(Many, 3 * PerSecond, PerSecond);
        (Arrivals alone, _) = await run.MeasureAsync(Many, 5 * PerSecond, PerSecond);
        using var measured = new CancellationTokenSource();
        Task readers = Task.Run(async () =>
        {
            while (!measured.IsCancellationRequested)
                await ReadAllAsync(run, rows);
        });
        (Arrivals beside, _) = await run.MeasureAsync(Many, 5 * PerSecond, PerSecond);
        await measured.CancelAsync();
        await readers;
        return (alone.Within(0.99), beside.Within(0.99));
    }

    // Has one more subscriber read so many alerts; gives the last one's cursor.
    private static async Task<string> ReadAllAsync(FanRun run, int rows)
    {
        var last = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        int read = 0;
        await run.SubscribeAsync(
            1,
            1,
            _ => FromStart(),
            keep: (_, frame) =>
            {
                // The first frame is not an alert.
                if (read++ == rows)
                    last.TrySetResult(StreamAlertsResponse.Parser.ParseFrom(frame).Alert.Cursor);
            },
            isCounted: false);
        return await last.Task;
    }

    // So many readers, one after the other.
    private static async Task<TimeSpan> ReplayAsync(FanRun run, int rows, int times)
    {
        TimeSpan took = TimeSpan.Zero;
        for (int i = 0; i < times; i++)
        {
            Arrivals arrivals = run.Expect(1, rows);
            long began = Stopwatch.GetTimestamp();
            await run.SubscribeAsync(1, 1, _ => FromStart());
            await run.AllAsync(arrivals);
            took += Stopwatch.GetElapsedTime(began);
            run.HangUp();
        }

        return took;
    }

    private static async Task<IReadOnlyList<Figure>> CatchUpAsync(string folder)
    {
        const int Subscribers = 10_000;
        const int Behind = 100;
        string what = $"{Subscribers:N0} subscribers over {Subscribers / Together} connections, each {Behind} alerts behind, after kill -9";
        Progress(what);
        string own = Own(folder);
        var cursors = new ConcurrentDictionary<int, string>();
        using (FanRun before = await FanRun.StartAsync(FanServer.Product, own))
        {
            await before.SubscribeAsync(
                Subscribers, Together, _ => OfTheCity(), keep: (subscriber, frame) => cursors[subscriber] = StreamAlertsResponse.Parser.ParseFrom(frame).Subscribed.Cursor);
            before.HangUp();
            await before.PublishAsync(Behind, 0);
            before.Kill();
        }

        long killed = Stopwatch.GetTimestamp();
        using FanRun run = await FanRun.StartAsync(FanServer.Product, own);
        long listens = Stopwatch.GetTimestamp();
        Arrivals arrivals = run.Expect(Subscribers, Behind);
        double cpu = run.CpuSeconds;
        await run.SubscribeAsync(
            Subscribers, Together, subscriber => new StreamAlertsRequest { Filter = OfTheCity().Filter, Cursor = cursors[subscriber] });
        await run.AllAsync(arrivals);
        return
        [
            new(what, "from the kill until the last has all", Stopwatch.GetElapsedTime(killed).TotalSeconds, "s", "≤ 20"),
            new(what, "since the next one listens", Stopwatch.GetElapsedTime(listens).TotalSeconds, "s"),
            new(what, "server CPU a delivery", (run.CpuSeconds - cpu) / ((double)Subscribers * Behind) * 1e6, "µs"),
            new(what, "resident memory of the server", run.ResidentBytes / 1e6, "MB"),
        ];
    }

    private static void Progress(string what) => Console.Error.WriteLine($"  {what} ...");
}
