using Alerts.V1;
using Grpc.Core;

namespace Alerts.Tests.Unit.Gateway;

/// <summary>Stands where notify stands: sends one frame and then waits, as a quiet stream does.</summary>
internal sealed class EchoNotify : NotifyService.NotifyServiceBase
{
    public override async Task StreamAlerts(StreamAlertsRequest request, IServerStreamWriter<StreamAlertsResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new StreamAlertsResponse { Subscribed = new Subscribed { Cursor = $"after {request.Cursor}" } }, context.CancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
    }

    public override Task<UpdateWatchResponse> UpdateWatch(UpdateWatchRequest request, ServerCallContext context) =>
        Task.FromResult(new UpdateWatchResponse { Watch = request.Watch });
}
