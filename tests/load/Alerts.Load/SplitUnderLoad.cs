using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Alerts.Load;

/// <summary>The split form on a private broker and database, as <c>deploy/try-split.sh</c> starts it.</summary>
internal sealed partial class SplitUnderLoad : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // As /proc shows the programs that the script starts; the broker's is the script that ends as the emulator.
    private static readonly (string Part, string Command)[] Parts =
    [
        ("ingest", "Alerts.Ingest.Host.dll"), ("risk", "Alerts.Risk.Host.dll"), ("notify", "Alerts.Notify.Host.dll"), ("gateway", "Alerts.Gateway.Host.dll"),
        ("database", "bin/postgres"), ("broker", "rabbit"),
    ];

    private readonly Process _script;
    private readonly Dictionary<string, int> _processes;
    private readonly List<GrpcChannel> _channels = [];

    private SplitUnderLoad(Process script, AlertsClient door, string keys, IReadOnlyDictionary<string, int> ports)
    {
        _script = script;
        Door = door;
        _processes = Parts.ToDictionary(p => p.Part, p => ProcessCpu.Children(script.Id).First(c => c.Command.Contains(p.Command, StringComparison.Ordinal)).Id);
        var caller = new Principal("load", Scope.Local, Roles.Officer);
        string token = new InternalTokens(File.ReadAllBytes(Path.Combine(keys, "internal.key")), TimeProvider.System).Mint(caller);
        Ingest = new IngestService.IngestServiceClient(Direct(ports["ingest"], token));
        Notify = new NotifyService.NotifyServiceClient(Direct(ports["notify"], token));
    }

    /// <summary>Through the gateway.</summary>
    public AlertsClient Door { get; }

    /// <summary>At ingest's own port, as the gateway calls it.</summary>
    public IngestService.IngestServiceClient Ingest { get; }

    /// <summary>At notify's own port, as the gateway calls it.</summary>
    public NotifyService.NotifyServiceClient Notify { get; }

    /// <summary>User and system time of all parts so far, seconds.</summary>
    public double CpuSeconds => Parts.Sum(p => CpuSecondsOf(p.Part));

    /// <summary>Names of the parts.</summary>
    public static IEnumerable<string> PartNames => Parts.Select(p => p.Part);

    /// <summary>User and system time of one part so far, seconds.</summary>
    public double CpuSecondsOf(string part) => ProcessCpu.TreeSeconds(_processes[part]);

    public static async Task<SplitUnderLoad> StartAsync(string folder)
    {
        string state = Path.Combine(folder, "state"), data = Path.Combine(folder, "data"), file = Path.Combine(state, "alerts", "server.json");
        // The database runs as another user when this one is root, and has to get to its own folder.
        const UnixFileMode Pass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Pass);
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, Pass);
        int[] ports = FreePorts();
        var start = new ProcessStartInfo("bash", [Script(), "--data", data, "--http", $"{ports[0]}", "--grpc", $"{ports[1]}"])
        {
            RedirectStandardError = true,
            Environment = { ["XDG_STATE_HOME"] = state },
        };
        Process script = Process.Start(start)!;
        var own = new Dictionary<string, int>();
        var said = new List<string>();
        script.ErrorDataReceived += (_, line) =>
        {
            lock (said)
            {
                said.Add(line.Data ?? "");
                if (line.Data is not null && OwnPort().Match(line.Data) is { Success: true } match)
                    own[match.Groups["part"].Value] = int.Parse(match.Groups["port"].Value);
            }
        };
        script.BeginErrorReadLine();
        try
        {
            long began = Stopwatch.GetTimestamp();
            while (!File.Exists(file))
            {
                if (script.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                    throw new InvalidOperationException($"The split form did not start: {string.Join('\n', said)}");
                await Task.Delay(Poll, TimeProvider.System);
            }

            ServerFile found = ServerFile.Read(file)!;
            var system = new SplitUnderLoad(script, new AlertsClient(new ServerAddress(new Uri(found.Grpc), new Uri(found.Http), found.Token, "load")), Path.Combine(data, "keys"), own);
            await system.IdleAsync();
            return system;
        }
        catch
        {
            End(script);
            throw;
        }
    }

    /// <summary>Waits until nothing waits anywhere.</summary>
    public async Task IdleAsync()
    {
        while ((await Door.Status.GetStatusAsync(new GetStatusRequest(), new CallOptions())) is var status && (status.Parts.Count == 0 || status.Parts.Any(p => p.OutboxRows > 0)))
            await Task.Delay(Poll, TimeProvider.System);
    }

    public void Dispose()
    {
        _channels.ForEach(c => c.Dispose());
        Door.Dispose();
        End(_script);
    }

    // SIGTERM, on which it ends everything that it started.
    private static void End(Process script)
    {
        using (Process kill = Process.Start("kill", ["-TERM", $"{script.Id}"]))
            kill.WaitForExit();
        if (!script.WaitForExit(TimeSpan.FromSeconds(60)))
            script.Kill(entireProcessTree: true);
        script.Dispose();
    }

    private CallInvoker Direct(int port, string token)
    {
        GrpcChannel channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        _channels.Add(channel);
        return channel.Intercept(metadata =>
        {
            metadata.Add(InternalTokens.Header, token);
            return metadata;
        });
    }

    private static int[] FreePorts()
    {
        TcpListener[] listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        foreach (TcpListener listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners) listener.Dispose();
        return ports;
    }

    private static string Script()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "deploy", "try-split.sh");
            if (File.Exists(script)) return script;
        }

        throw new InvalidOperationException("deploy/try-split.sh was not found above the program: run it from the checkout.");
    }

    [GeneratedRegex(@"^\s*(?<part>\w+): port (?<port>\d+),")]
    private static partial Regex OwnPort();
}
