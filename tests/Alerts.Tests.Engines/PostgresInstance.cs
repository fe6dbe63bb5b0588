using System.Diagnostics;

namespace Alerts.Tests.Engines;

/// <summary>
/// A private PostgreSQL server in a folder of its own, reached through a socket in that folder and a free port of the loopback address, with
/// every setting that durability needs at its default. Nothing of it is left when it is disposed. Not thread safe.
/// </summary>
public sealed class PostgresInstance : IAsyncDisposable
{
    /// <summary>Names another installation than the machine's: a folder with <c>bin/postgres</c> in it.</summary>
    public const string HomeVariable = "ALERTS_POSTGRES_HOME";

    private const string DebianHome = "/usr/lib/postgresql/15";
    private const string Ready = "database system is ready to accept connections";

    // It takes about a second on a quiet machine; tests share theirs.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly string _bin;
    private EngineProcess? _server;

    private PostgresInstance(string folder, string bin, int port)
    {
        _folder = folder;
        _bin = bin;
        Port = port;
    }

    /// <summary>Port on 127.0.0.1; the same over restarts.</summary>
    public int Port { get; }

    /// <summary>The folder of its data and its socket.</summary>
    public string Folder => _folder;

    /// <summary>Folder of its programs.</summary>
    public string Programs => _bin;

    /// <summary>Id of the server's first process.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public int ProcessId => _server?.Id ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>Address of its database as the superuser, over TCP.</summary>
    public string Uri => $"postgresql://postgres@127.0.0.1:{Port}/postgres";

    /// <summary>Why it cannot run on this machine; null when it can.</summary>
    public static string? Missing => File.Exists(Path.Combine(Bin, "postgres"))
        ? null
        : $"PostgreSQL 15 is missing: install postgresql-15, or name its folder in {HomeVariable}.";

    private static string Bin => Path.Combine(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : DebianHome, "bin");

    // The server refuses to run as root.
    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Makes and starts a server.</summary>
    /// <exception cref="InvalidOperationException">It is not installed or did not start; the message holds what it said.</exception>
    public static async Task<PostgresInstance> StartAsync(CancellationToken cancellationToken = default)
    {
        if (Missing is { } missing)
            throw new InvalidOperationException(missing);
        string folder = Directory.CreateTempSubdirectory("alerts-pg-").FullName;
        var instance = new PostgresInstance(folder, Bin, FreePorts.Take(1)[0]);
        try
        {
            if (IsRoot)
                await RunAsync("chown", ["postgres", folder], asServer: false, cancellationToken);
            await RunAsync(
                Path.Combine(instance._bin, "initdb"),
                ["-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", "--no-sync"],
                asServer: true,
                cancellationToken);
            await instance.RestartAsync(cancellationToken);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same folder and port, after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = EngineProcess.Start(Command(
            Path.Combine(_bin, "postgres"),
            ["-D", Path.Combine(_folder, "data"), "-p", $"{Port}", "-h", "127.0.0.1", "-k", _folder, "-c", "max_connections=100"],
            asServer: true));
        await _server.WaitForAsync(Ready, StartDeadline, cancellationToken);
    }

    /// <summary>Ends all its processes at once, as a power cut would.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => _server?.KillAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Asks it to end; its clients are cut off.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _server?.StopAsync("INT", cancellationToken) ?? Task.CompletedTask;

    /// <summary>Sends a signal to its first process, such as <c>STOP</c> or <c>CONT</c>.</summary>
    public Task SignalAsync(string name, CancellationToken cancellationToken = default) =>
        _server?.SignalAsync(name, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await StopAsync();
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static ProcessStartInfo Command(string program, string[] arguments, bool asServer)
    {
        string[] prefix = asServer && IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
        string[] all = [.. prefix, program, .. arguments];
        return new ProcessStartInfo(all[0], all[1..]) { WorkingDirectory = "/" };
    }

    private static async Task RunAsync(string program, string[] arguments, bool asServer, CancellationToken cancellationToken)
    {
        await using EngineProcess process = EngineProcess.Start(Command(program, arguments, asServer));
        int code = await process.WaitForExitAsync(cancellationToken);
        if (code != 0)
            throw new InvalidOperationException($"{program} failed:\n{process.Output}");
    }
}
