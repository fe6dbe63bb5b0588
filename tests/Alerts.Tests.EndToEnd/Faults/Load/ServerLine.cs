using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Support;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>The server over all its starts on one data folder. Start and kill from one place; ask for the current one from anywhere.</summary>
internal sealed class ServerLine(TestFolder folder, HistoryFile history) : IServerLine, IDisposable
{
    private readonly List<(RunningServer Server, AlertsProcess Process)> _all = [];
    private TaskCompletionSource<RunningServer> _current = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _starts;

    /// <inheritdoc/>
    public Task<RunningServer> CurrentAsync(CancellationToken cancellationToken) => Volatile.Read(ref _current).Task.WaitAsync(cancellationToken);

    /// <summary>Starts the next one, to die at a failpoint if one is given.</summary>
    public async Task<RunningServer> StartAsync(CancellationToken cancellationToken, string? failpoint = null)
    {
        int number = ++_starts;
        AlertsProcess process = await AlertsProcess.UpAsync(folder, failpoint, cancellationToken, "--no-stream");
        var server = new RunningServer(number, process.Connect(), new CancellationTokenSource(), new TaskCompletionSource());
        RunningServer? before = _all.LastOrDefault().Server;
        _all.Add((server, process));
        _current.SetResult(server);
        if (before is not null)
            await before.Replaced.CancelAsync();
        return server;
    }

    /// <summary>kill -9 of the one that listens.</summary>
    public Task KillAsync()
    {
        (RunningServer server, AlertsProcess process) = _all[^1];
        Lose(server);
        return process.KillAsync();
    }

    /// <summary>Waits until the one that listens dies by itself.</summary>
    public async Task DieAsync(CancellationToken cancellationToken)
    {
        (RunningServer server, AlertsProcess process) = _all[^1];
        await process.EndedAsync(cancellationToken);
        Lose(server);
    }

    /// <summary>Starts one and kills it before it has come up, or just when it does.</summary>
    public async Task KillWhileStartingAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        int number = ++_starts;
        using AlertsProcess process = AlertsProcess.Run(folder, "up", "--data", folder.Data, "--http", "0", "--grpc", "0", "--no-stream");
        await Task.Delay(after, TimeProvider.System, cancellationToken);
        history.Add(new HistoryRecord.Killed(number, TimeProvider.System.GetUtcNow()));
        await process.KillAsync();
    }

    public void Dispose()
    {
        foreach ((RunningServer server, AlertsProcess process) in _all)
        {
            server.Client.Dispose();
            process.Dispose();
            server.Replaced.Dispose();
        }
    }

    private void Lose(RunningServer server)
    {
        Volatile.Write(ref _current, new TaskCompletionSource<RunningServer>(TaskCreationOptions.RunContinuationsAsynchronously));
        history.Add(new HistoryRecord.Killed(server.Number, TimeProvider.System.GetUtcNow()));
    }
}
