using System.Diagnostics;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Load.Streams;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>A real server in a process of its own, on a private folder and free loopback ports.</summary>
internal sealed class ServerUnderLoad : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly ServerAddress _address;

    private ServerUnderLoad(Process process, ServerAddress address, AlertsClient client, TimeSpan startTime)
    {
        _process = process;
        _address = address;
        Client = client;
        StartTime = startTime;
    }

    public AlertsClient Client { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>User and system time of the process so far, seconds.</summary>
    public double CpuSeconds => ProcessCpu.Seconds(_process);

    /// <summary>Resident memory, bytes.</summary>
    public long ResidentBytes => ProcessMemory.ResidentBytes(_process.Id);

    /// <summary>Starts it; it ends with what is returned, or at once when it cannot be asked.</summary>
    public static async Task<ServerUnderLoad> StartAsync(string folder)
    {
        string state = Path.Combine(folder, "state");
        string file = Path.Combine(state, "alerts", "server.json");
        if (File.Exists(file)) File.Delete(file);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["XDG_STATE_HOME"] = state } };
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "alerts.dll"), "up", "--data", Path.Combine(folder, "data"), "--http", "0", "--grpc", "0", "--no-stream" })
            start.ArgumentList.Add(argument);
        long began = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!File.Exists(file))
            {
                if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
                await Task.Delay(Poll, TimeProvider.System);
            }

            ServerFile found = ServerFile.Read(file)!;
            var address = new ServerAddress(new Uri(found.Grpc), new Uri(found.Http), found.Token, "load");
            var client = new AlertsClient(address);
            await client.Status.GetStatusAsync(new GetStatusRequest(), new CallOptions());
            return new ServerUnderLoad(process, address, client, Stopwatch.GetElapsedTime(began));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>A client with a connection of its own.</summary>
    public AlertsClient Connect() => new(_address);

    /// <summary>Waits until nothing waits anywhere in the server.</summary>
    public async Task IdleAsync()
    {
        while ((await Client.Status.GetStatusAsync(new GetStatusRequest(), new CallOptions())).Parts.Any(p => p.OutboxRows > 0))
            await Task.Delay(Poll * 4, TimeProvider.System);
    }

    public void Dispose()
    {
        Client.Dispose();
        End(_process);
    }

    private static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
