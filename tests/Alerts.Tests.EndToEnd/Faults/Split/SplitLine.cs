using Alerts.Client;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Split;

namespace Alerts.Tests.EndToEnd.Faults.Split;

/// <summary>The split form as clients see it, one address for ever; its parts can be killed, each by its name, several at once.</summary>
internal sealed class SplitLine : IServerLine, IDisposable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(2);

    private readonly SplitSystem _system;
    private readonly HistoryFile _history;
    private readonly AlertsClient _client;
    private RunningServer _current;

    public SplitLine(SplitSystem system, HistoryFile history)
    {
        _system = system;
        _history = history;
        _client = system.Connect();
        _current = Between(1);
        Parts = [.. system.Processes.Select(p => p.Name), "broker", "database"];
    }

    /// <summary>What can be killed: every process, the broker and the database.</summary>
    public IReadOnlyList<string> Parts { get; }

    public AlertsClient Client => _client;

    /// <inheritdoc/>
    public Task<RunningServer> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult(Volatile.Read(ref _current));

    /// <summary>kill -9 of one part.</summary>
    public async Task KillAsync(string part)
    {
        RunningServer before = _current;
        await (part switch
        {
            "broker" => _system.Broker.KillAsync(),
            "database" => _system.Database.KillAsync(),
            _ => _system.Processes.Single(p => p.Name == part).KillAsync(),
        });
        // Now that it is dead: what is sent from here on it cannot have answered.
        _history.Add(new HistoryRecord.Killed(before.Number, TimeProvider.System.GetUtcNow(), part));
        Volatile.Write(ref _current, Between(before.Number + 1));
    }

    /// <summary>Starts a part that was killed; completes when it listens.</summary>
    public Task RestartAsync(string part, CancellationToken cancellationToken) => part switch
    {
        "broker" => _system.Broker.RestartAsync(cancellationToken),
        "database" => _system.Database.RestartAsync(cancellationToken),
        _ => _system.Processes.Single(p => p.Name == part).StartAsync(cancellationToken),
    };

    /// <summary>Starts a part that was killed, as a service manager does: again and again until it stays up.</summary>
    /// <param name="part">Which.</param>
    /// <param name="down">How long it stays down first.</param>
    /// <param name="cancellationToken">Ends the trying.</param>
    public async Task ReviveAsync(string part, TimeSpan down, CancellationToken cancellationToken)
    {
        await Task.Delay(down, TimeProvider.System, cancellationToken);
        while (true)
        {
            try
            {
                await RestartAsync(part, cancellationToken);
                return;
            }
            catch (InvalidOperationException) when (!cancellationToken.IsCancellationRequested)
            {
                // A service that starts while its database is away ends, and its service manager starts it again.
                await Task.Delay(RestartPause, TimeProvider.System, cancellationToken);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private RunningServer Between(int number) => new(number, _client, new CancellationTokenSource(), new TaskCompletionSource());
}
