using System.Diagnostics;
using System.Globalization;
using Alerts.Platform.Access;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Load.Streams;

/// <summary>A <see cref="FanServer"/> in its process and those who listen to it.</summary>
internal sealed class FanRun : IDisposable
{
    private const string Path = "/alerts.v1.NotifyService/StreamAlerts";

    // Large enough that a server never waits for a subscriber that reads.
    private const int WideWindow = int.MaxValue;

    private readonly Process _process;
    private readonly string _kind;
    private readonly int _port;
    private readonly string _token;
    private readonly List<Listener> _listeners = [];
    private Arrivals _arrivals = new(1, 0);

    private FanRun(Process process, string kind, int port, string token) => (_process, _kind, _port, _token) = (process, kind, port, token);

    public double CpuSeconds => ProcessCpu.Seconds(_process);

    public long ResidentBytes => ProcessMemory.ResidentBytes(_process.Id);

    public static async Task<FanRun> StartAsync(string kind, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "fan", kind, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        string[] said = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server {kind} ended at once.")).Split(' ');
        return new FanRun(process, kind, int.Parse(said[0], CultureInfo.InvariantCulture), said[1]);
    }

    /// <summary>Subscribes; done when all have heard from the server.</summary>
    /// <param name="subscribers">How many.</param>
    /// <param name="perConnection">Streams on each connection.</param>
    /// <param name="request">What each asks for, by its number.</param>
    /// <param name="isStuck">They take nothing after their first frame, and no more ahead than HTTP/2 gives by itself.</param>
    /// <param name="keep">Gets each one's frames; null: nobody does.</param>
    /// <param name="isCounted">Whether what they get counts among the arrivals; never of the stuck.</param>
    public async Task SubscribeAsync(
        int subscribers, int perConnection, Func<int, StreamAlertsRequest> request, bool isStuck = false, Action<int, byte[]>? keep = null, bool isCounted = true)
    {
        var added = new List<Listener>();
        for (int first = 0; first < subscribers; first += perConnection)
        {
            int from = first;
            byte[][] calls =
            [
                .. Enumerable.Range(0, Math.Min(perConnection, subscribers - first))
                    .Select(i => Http2Bytes.Call((2 * i) + 1, Path, (InternalTokens.Header, _token), request(from + i).ToByteArray())),
            ];
            added.Add(_kind == FanServer.Raw
                ? await Listener.OpenRawAsync(_port, See)
                : await Listener.OpenAsync(
                    _port, calls, isStuck ? Http2Bytes.DefaultWindow : WideWindow, isStuck, isStuck || !isCounted ? Overlook : See, keep is null ? null : (stream, frame) => keep(from + stream, frame)));
        }

        _listeners.AddRange(added);
        await Task.WhenAll(added.Select(l => l.Ready));
    }

    /// <summary>Hangs up on all.</summary>
    public void HangUp()
    {
        _listeners.ForEach(l => l.Dispose());
        _listeners.Clear();
    }

    /// <summary>Expects alerts at so many subscribers from here on.</summary>
    public Arrivals Expect(int subscribers, int alerts)
    {
        var arrivals = new Arrivals(subscribers, alerts);
        Volatile.Write(ref _arrivals, arrivals);
        return arrivals;
    }

    /// <summary>Has alerts published; done when they are.</summary>
    public async Task PublishAsync(int alerts, int perSecond, int padding = 0)
    {
        await _process.StandardInput.WriteLineAsync($"{alerts} {perSecond} {padding}");
        await _process.StandardOutput.ReadLineAsync();
    }

    /// <summary>Publishes and waits until all have all; gives what arrived and the server's CPU a delivery, µs.</summary>
    public async Task<(Arrivals Arrivals, double CpuMicroseconds)> MeasureAsync(int subscribers, int alerts, int perSecond, int padding = 0)
    {
        Arrivals arrivals = Expect(subscribers, alerts);
        double before = CpuSeconds;
        await PublishAsync(alerts, perSecond, padding);
        await AllAsync(arrivals);
        return (arrivals, (CpuSeconds - before) / ((double)subscribers * alerts) * 1e6);
    }

    /// <summary>Waits for the last arrival, or says what is missing.</summary>
    public async Task AllAsync(Arrivals arrivals)
    {
        try
        {
            await arrivals.All.WaitAsync(TimeSpan.FromSeconds(120), TimeProvider.System);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{arrivals.Count} deliveries, and no more came. {_listeners.Select(l => l.Failure).FirstOrDefault(f => f is not null)}");
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        HangUp();
        Kill();
        _process.Dispose();
    }

    private static void Overlook(ReadOnlySpan<byte> message)
    {
    }

    private void See(ReadOnlySpan<byte> message) => Volatile.Read(ref _arrivals).See(message);
}
