using System.Net;
using Alerts.Platform.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway.Forwarding;

/// <summary>Asks every process of every service each second whether it lives, so that calls go to those that do.</summary>
internal sealed class BackendWatch(BackendPools pools, BackendConnections connections, TimeProvider time, ILogger<BackendWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Longer than a busy machine needs to get to it; a process that says nothing for so long helps no caller.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(pools.All.SelectMany(p => p.Backends).Select(b => WatchAsync(b, stoppingToken)));

    private async Task WatchAsync(Backend backend, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                Note(backend, await ProbeAsync(backend, stoppingToken));
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops, or could not start.
        }
    }

    private void Note(Backend backend, BackendState now)
    {
        BackendState before = backend.Become(now);
        if (now == before)
            return;
        if (now == BackendState.Answers)
            logger.BackendIsBack(backend.Service, backend.Prefix);
        else
            logger.BackendIsLost(backend.Service, backend.Prefix, now);
    }

    private async Task<BackendState> ProbeAsync(Backend backend, CancellationToken stoppingToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await using ITimer patience = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), limited, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(backend.Address, HealthPort.LivePath))
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using HttpResponseMessage response = await connections.Invoker.SendAsync(request, limited.Token);
            return response.IsSuccessStatusCode ? BackendState.Answers : BackendState.Silent;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return BackendState.Silent;
        }
        catch (HttpRequestException)
        {
            return BackendState.Refuses;
        }
    }
}
