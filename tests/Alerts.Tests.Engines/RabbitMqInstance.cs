using System.Diagnostics;

namespace Alerts.Tests.Engines;

/// <summary>
/// A private RabbitMQ broker in a folder of its own, on free ports of the loopback address, with its own epmd. Nothing of it is left when
/// it is disposed. Not thread safe.
/// </summary>
public sealed class RabbitMqInstance : IAsyncDisposable
{
    /// <summary>Names another installation than the machine's: a folder with <c>sbin/rabbitmq-server</c> in it.</summary>
    public const string HomeVariable = "ALERTS_RABBITMQ_HOME";

    /// <summary>Stands for <see cref="TlsPort"/> in the settings, which are written before it is known.</summary>
    public const string TlsPortMark = "{tls-port}";

    private const string DebianFolder = "/usr/lib/rabbitmq/lib";
    private const string Ready = "Server startup complete";

    // It takes 8 to 11 s on a quiet machine; tests share theirs.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(120);

    private readonly string _home;
    private readonly string _folder;
    private readonly int _distributionPort;
    private readonly int _epmdPort;
    private readonly string _node;
    private EngineProcess? _epmd;
    private EngineProcess? _broker;

    private RabbitMqInstance(string home, string? settings)
    {
        _home = home;
        _folder = Directory.CreateTempSubdirectory("alerts-rabbitmq-").FullName;
        int[] ports = FreePorts.Take(4);
        (Port, TlsPort, _distributionPort, _epmdPort) = (ports[0], ports[1], ports[2], ports[3]);
        _node = $"alerts{Port}@localhost";
        File.WriteAllText(Path.Combine(_folder, ".erlang.cookie"), Guid.NewGuid().ToString("N"));
        File.SetUnixFileMode(Path.Combine(_folder, ".erlang.cookie"), UnixFileMode.UserRead);
        File.WriteAllText(Path.Combine(_folder, "plugins"), "[].\n");
        File.WriteAllText(Path.Combine(_folder, "env.conf"), "");
        File.WriteAllText(Path.Combine(_folder, "rabbitmq.conf"), (settings ?? "").Replace(TlsPortMark, $"{TlsPort}", StringComparison.Ordinal) + "\n");
    }

    /// <summary>Port of AMQP. Stays the same over restarts.</summary>
    public int Port { get; }

    /// <summary>A port reserved for AMQP with TLS; nobody listens there unless the settings say so.</summary>
    public int TlsPort { get; }

    /// <summary>Address with the stock user.</summary>
    public string Uri => $"amqp://guest:guest@127.0.0.1:{Port}/";

    /// <summary>What the broker wrote since its latest start.</summary>
    public string Output => _broker?.Output ?? "";

    /// <summary>The folder of an installation on this machine, or null.</summary>
    public static string? FindHome() => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } named
        ? named
        : Directory.Exists(DebianFolder) ? Directory.EnumerateDirectories(DebianFolder, "rabbitmq_server-*").Order(StringComparer.Ordinal).LastOrDefault() : null;

    /// <summary>Starts a broker; completes once it serves.</summary>
    /// <param name="settings">Lines of rabbitmq.conf; <see cref="TlsPortMark"/> stands for <see cref="TlsPort"/>. Null: none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">RabbitMQ is not installed, or did not start; the message says what to do.</exception>
    public static async Task<RabbitMqInstance> StartAsync(string? settings = null, CancellationToken cancellationToken = default)
    {
        string home = FindHome() ?? throw new InvalidOperationException(
            $"RabbitMQ is missing: install the package rabbitmq-server, or let {HomeVariable} name a folder with sbin/rabbitmq-server in it.");
        var instance = new RabbitMqInstance(home, settings);
        try
        {
            await instance.RestartAsync(cancellationToken);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same folder and port after it ended; completes once it serves.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await BeginAsync();
        await _broker!.WaitForAsync(Ready, StartDeadline, cancellationToken);
    }

    /// <summary>Starts it again and does not wait for it.</summary>
    public async Task BeginAsync()
    {
        _epmd ??= EngineProcess.Start(WithPrivateEpmd(new ProcessStartInfo("epmd", ["-port", $"{_epmdPort}", "-address", "127.0.0.1"])));
        if (_broker is not null)
            await _broker.DisposeAsync();
        _broker = EngineProcess.Start(Prepare(new ProcessStartInfo(Path.Combine(_home, "sbin", "rabbitmq-server"))));
    }

    /// <summary>Sends a signal to the broker's process, such as <c>STOP</c> or <c>CONT</c>.</summary>
    public Task SignalAsync(string name, CancellationToken cancellationToken = default) => _broker!.SignalAsync(name, cancellationToken);

    /// <summary>Ends it as kill -9 does.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => _broker!.KillAsync(cancellationToken);

    /// <summary>Ends it in an orderly way.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _broker!.StopAsync("TERM", cancellationToken);

    /// <summary>Runs one of the broker's own programs, such as <c>rabbitmqctl</c>, and returns what it wrote.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        await using var process = EngineProcess.Start(Prepare(new ProcessStartInfo(Path.Combine(_home, "sbin", program), arguments)));
        while (!process.HasExited)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return process.Output;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        if (_epmd is not null)
            await _epmd.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo WithPrivateEpmd(ProcessStartInfo start)
    {
        start.Environment["HOME"] = _folder;
        start.Environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        start.Environment["ERL_EPMD_PORT"] = $"{_epmdPort}";
        return start;
    }

    private ProcessStartInfo Prepare(ProcessStartInfo start)
    {
        WithPrivateEpmd(start);
        start.WorkingDirectory = _folder;
        string InFolder(string name) => Path.Combine(_folder, name);
        foreach ((string name, string value) in new Dictionary<string, string>
        {
            ["RABBITMQ_NODENAME"] = _node,
            ["RABBITMQ_NODE_PORT"] = $"{Port}",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["RABBITMQ_MNESIA_BASE"] = InFolder("data"),
            ["RABBITMQ_LOG_BASE"] = InFolder("log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = InFolder("plugins"),
            ["RABBITMQ_CONFIG_FILE"] = InFolder("rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = InFolder("env.conf"),
            // The shell script is replaced by the broker, so that signals reach it and not a script.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
            // Schedulers that wait must not spin: tests share their cores.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
        })
            start.Environment[name] = value;
        return start;
    }
}
