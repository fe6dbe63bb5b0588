using Alerts.Platform.Access;
using Alerts.Platform.Health;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Alerts.Gateway.Forwarding;

/// <summary>Puts the status of the system together from what every process of every service says of itself. Thread safe.</summary>
internal sealed class BackendStatus : IStatusSource, IDisposable
{
    // streams-and-faults.md: silence of 60 s is announced.
    private static readonly TimeSpan BlindAfter = TimeSpan.FromSeconds(60);

    private static readonly Principal Gateway = new("gateway", Scope.Local, Roles.Service);

    private readonly BackendPools _pools;
    private readonly InternalTokens _tokens;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly Dictionary<Backend, GrpcChannel> _channels;
    private readonly Lock _lock = new();
    private DateTimeOffset? _completeThrough;
    private DateTimeOffset _sightLost;

    public BackendStatus(BackendPools pools, BackendConnections connections, InternalTokens tokens, TimeProvider time)
    {
        _pools = pools;
        _tokens = tokens;
        _time = time;
        _sightLost = time.GetUtcNow();
        // A client rather than the bare handler, which a channel would change; it is in use by then.
        _http = new HttpClient(connections.Handler, disposeHandler: false);
        _channels = pools.All.SelectMany(p => p.Backends).ToDictionary(
            b => b, b => GrpcChannel.ForAddress(b.Address, new GrpcChannelOptions { HttpClient = _http }));
    }

    public async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        (BackendPool Pool, GetStatusResponse[] Answers)[] all = await Task.WhenAll(_pools.All.Select(async pool =>
            (pool, (await Task.WhenAll(pool.Backends.Select(b => AskAsync(b, cancellationToken)))).OfType<GetStatusResponse>().ToArray())));
        cancellationToken.ThrowIfCancellationRequested();
        // Of several notify processes the one that sees furthest: officers' streams may be on any, and each tells for itself.
        GetStatusResponse? sight = all.Single(a => a.Pool == _pools.Notify).Answers.MaxBy(a => a.CompleteThroughTime?.ToDateTimeOffset() ?? DateTimeOffset.MinValue);
        (DateTimeOffset? complete, DateTimeOffset? blind) = See(sight);
        var parts = all.SelectMany(a => PartsOf(a.Pool, a.Answers)).GroupBy(p => p.Name, p => p.Progress).Select(g => (g.Key, g.Aggregate(Both)));
        return new Measured([.. parts.OrderBy(p => p.Key, StringComparer.Ordinal)], complete, blind);
    }

    public void Dispose()
    {
        foreach (GrpcChannel channel in _channels.Values)
            channel.Dispose();
        _http.Dispose();
    }

    // Processes of one service measure the same store and queue: whatever moves there is moved by any of them.
    private static IEnumerable<(string Name, Progress Progress)> PartsOf(BackendPool pool, GetStatusResponse[] answers) => answers.Length > 0
        ? answers.SelectMany(a => a.Parts).GroupBy(p => p.Name).Select(g => (g.Key, g.Any(p => p.Healthy)
            ? new Progress(true, "", g.Max(p => p.OutboxRows), g.Max(p => p.DeadLetters))
            : new Progress(false, string.Join(' ', g.Select(p => p.Detail).Distinct()), g.Max(p => p.OutboxRows), g.Max(p => p.DeadLetters))))
        : [(pool.Service, new Progress(false, pool.Backends.Count == 1 ? "It does not answer." : $"None of its {pool.Backends.Count} processes answers.", 0, 0))];

    // A part that several services tell of, such as the bus, moves when it does for each.
    private static Progress Both(Progress a, Progress b) => new(
        a.Moves && b.Moves,
        a.Detail.Length == 0 || a.Detail == b.Detail ? b.Detail : b.Detail.Length == 0 ? a.Detail : $"{a.Detail} {b.Detail}",
        a.Waiting + b.Waiting,
        a.DeadLetters + b.DeadLetters);

    // Without notify nobody sees: after as long as notify itself would wait, that is said.
    private (DateTimeOffset? Complete, DateTimeOffset? Blind) See(GetStatusResponse? sight)
    {
        DateTimeOffset now = _time.GetUtcNow();
        lock (_lock)
        {
            if (sight is not null)
            {
                _sightLost = now;
                _completeThrough = sight.CompleteThroughTime?.ToDateTimeOffset() ?? _completeThrough;
                return (sight.CompleteThroughTime?.ToDateTimeOffset(), sight.BlindSinceTime?.ToDateTimeOffset());
            }

            return (_completeThrough, now - _sightLost > BlindAfter ? _completeThrough ?? _sightLost : null);
        }
    }

    private async Task<GetStatusResponse?> AskAsync(Backend backend, CancellationToken cancellationToken)
    {
        try
        {
            var client = new StatusService.StatusServiceClient(_channels[backend]);
            return await client.GetStatusAsync(
                new GetStatusRequest(),
                new Metadata { { InternalTokens.Header, _tokens.Mint(Gateway) } },
                (_time.GetUtcNow() + StatusReading.Patience).UtcDateTime,
                cancellationToken);
        }
        catch (RpcException)
        {
            return null;
        }
    }
}
