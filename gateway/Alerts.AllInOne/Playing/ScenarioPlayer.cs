using Alerts.AllInOne.Scenarios;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Gateway;
using Alerts.Gateway.Access;
using Alerts.Platform.Health;
using Alerts.Platform.Time;
using Alerts.Risk.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Alerts.AllInOne.Playing;

/// <summary>
/// Plays a scenario into the server that it runs in, through the front door like anybody else. Steps carry request ids, so that a server
/// that was killed in the middle goes on and nothing is told twice.
/// </summary>
/// <param name="scenario">What to play.</param>
/// <param name="progress">How far it has come.</param>
/// <param name="clock">The domain's clock.</param>
/// <param name="pipeline">Tells when a step has been handled.</param>
/// <param name="board">Knows what ends when.</param>
/// <param name="state">What the status says.</param>
/// <param name="logger">Log.</param>
internal sealed class ScenarioPlayer(
    Scenario scenario, ScenarioProgress progress, ScenarioClock clock, Pipeline pipeline, ThreatBoard board, ScenarioState state, ILogger<ScenarioPlayer> logger)
{
    /// <summary>Plays to the end.</summary>
    /// <param name="app">The started server.</param>
    /// <param name="token">Its token.</param>
    /// <param name="cancellationToken">Stops in the middle; the next start goes on.</param>
    public async Task PlayAsync(WebApplication app, NewcomerToken token, CancellationToken cancellationToken)
    {
        GatewayAddresses addresses = GatewayAddresses.Of(app);
        using var client = new AlertsClient(new ServerAddress(addresses.Grpc, addresses.Http, token.Value, "this process"));
        try
        {
            if (progress.Current.Done < 0)
            {
                await HistoryImport.RunAsync(client, scenario, cancellationToken);
                await pipeline.IdleAsync(cancellationToken);
                progress.Save(progress.Current with { Done = 0 });
            }

            var performer = new StepPerformer(client, scenario);
            for (int i = progress.Current.Done; i < scenario.Steps.Length; i++)
            {
                await ReachAsync(scenario.Steps[i].At, cancellationToken);
                await performer.PerformAsync(scenario.Steps[i], cancellationToken);
                await pipeline.IdleAsync(cancellationToken);
                progress.Save(progress.Current with { Done = i + 1, Time = clock.Now });
            }

            await ReachAsync(scenario.End, cancellationToken);
            progress.Save(progress.Current with { Time = clock.Now });
            state.Finish();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped in the middle: the progress file says where to go on.
        }
        catch (Exception e)
        {
            logger.PlayFailed(scenario.Name, e);
        }
    }

    // A clock that stands still is taken from one thing that is due to the next, so that everything happens at its own time.
    private async Task ReachAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (clock.Speed > 0)
        {
            await clock.WaitUntilAsync(instant, cancellationToken);
            return;
        }

        while (board.NextDue() is { } due && due < instant)
        {
            clock.AdvanceTo(due);
            await pipeline.IdleAsync(cancellationToken);
        }

        clock.AdvanceTo(instant);
        await pipeline.IdleAsync(cancellationToken);
    }
}
