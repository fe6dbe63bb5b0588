using System.Reflection;
using Alerts.Platform.Time;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Alerts.Platform.Health;

/// <summary>Tells whether the system moves.</summary>
internal sealed class StatusGrpcService(IStatusSource source, DomainClock clock, ScenarioState scenario) : StatusService.StatusServiceBase
{
    private static readonly string Version =
        typeof(StatusGrpcService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public override async Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        Measured measured = await source.MeasureAsync(context.CancellationToken);
        var response = new GetStatusResponse
        {
            Healthy = measured.Healthy,
            Version = Version,
            DomainTime = clock.Now.ToTimestamp(),
            CompleteThroughTime = measured.CompleteThrough?.ToTimestamp(),
            BlindSinceTime = measured.BlindSince?.ToTimestamp(),
            Scenario = scenario.Name,
            ScenarioFinished = scenario.Finished,
        };
        response.Parts.AddRange(measured.Parts.Select(p => new PartStatus
        {
            Name = p.Name,
            Healthy = p.Progress.Moves,
            Detail = p.Progress.Detail,
            OutboxRows = p.Progress.Waiting,
            DeadLetters = p.Progress.DeadLetters,
        }));
        return response;
    }
}
