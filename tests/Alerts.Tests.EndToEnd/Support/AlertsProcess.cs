using System.Diagnostics;
using System.Text;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Platform.Faults;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>The real program in a process of its own, as an officer runs it.</summary>
public sealed class AlertsProcess : IDisposable
{
    // A start takes a few seconds on a busy machine; a minute means that it never comes.
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly TestFolder _folder;
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private AlertsProcess(TestFolder folder, Process process)
    {
        _folder = folder;
        _process = process;
        _reading = Task.Run(async () =>
        {
            while (await _process.StandardError.ReadLineAsync() is { } line)
            {
                lock (_errors) _errors.AppendLine(line);
            }
        });
    }

    public StreamReader Output => _process.StandardOutput;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    /// <summary>What it wrote to standard error, without the line ends that fit it to a terminal.</summary>
    public string ErrorSentences => string.Join(' ', Errors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Starts the command line with arguments and its state in the test's folder.</summary>
    public static AlertsProcess Run(TestFolder folder, params string[] arguments) => Run(folder, failpoint: null, arguments);

    /// <summary>Starts it so that it dies at a failpoint; null: without one.</summary>
    public static AlertsProcess Run(TestFolder folder, string? failpoint, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment = { ["XDG_STATE_HOME"] = folder.State, ["NO_COLOR"] = "1" },
        };
        start.Environment.Remove(ServerAddress.ServerVariable);
        start.Environment.Remove(ServerAddress.TokenVariable);
        if (failpoint is not null)
            start.Environment[Failpoints.Variable] = failpoint;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "alerts.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new AlertsProcess(folder, process);
    }

    /// <summary>Starts a server on free ports and waits until it listens.</summary>
    public static Task<AlertsProcess> UpAsync(TestFolder folder, CancellationToken cancellationToken, params string[] more) =>
        UpAsync(folder, failpoint: null, cancellationToken, more);

    /// <summary>Starts a server as above, to die at a failpoint; null: without one.</summary>
    public static async Task<AlertsProcess> UpAsync(TestFolder folder, string? failpoint, CancellationToken cancellationToken, params string[] more)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ServerFile(folder))!);
        File.Delete(ServerFile(folder));
        AlertsProcess server = Run(folder, failpoint, ["up", "--data", folder.Data, "--http", "0", "--grpc", "0", .. more]);
        await server.ListeningAsync(cancellationToken);
        return server;
    }

    public static string ServerFile(TestFolder folder) => Path.Combine(folder.State, "alerts", "server.json");

    /// <summary>Where the server listens, and its token.</summary>
    public ServerFile Address => Client.Discovery.ServerFile.Read(ServerFile(_folder))!;

    public AlertsClient Connect()
    {
        ServerFile file = Address;
        return new AlertsClient(new ServerAddress(new Uri(file.Grpc), new Uri(file.Http), file.Token, "test"));
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync(CancellationToken cancellationToken)
    {
        string output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        await _reading;
        return (_process.ExitCode, output);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for an end that comes by itself.</summary>
    public Task EndedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>SIGTERM, as a service manager stops it; waits for the end.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        // The shell's own: a small machine need not have a kill program.
        using Process kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task ListeningAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(StartTimeout);
        while (!File.Exists(ServerFile(_folder)))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}: {Errors}");
            await Task.Delay(Poll, TimeProvider.System, limited.Token);
        }
    }
}
