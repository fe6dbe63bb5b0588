using System.IO.Pipelines;
using Alerts.Platform.Access;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Alerts.Notify.Grpc;

// The contract's rpcs; each knows the caller and passes on.
internal sealed class NotifyGrpcService(AlertStreams streams, AlertQueries queries, WatchCommands watches, WatchAdvice advice) : V1.NotifyService.NotifyServiceBase
{
    private const string GrpcContent = "application/grpc";

    public override Task StreamAlerts(
        V1.StreamAlertsRequest request, IServerStreamWriter<V1.StreamAlertsResponse> responseStream, ServerCallContext context) =>
        streams.StreamAsync(request, context.GetPrincipal(), responseStream, GrpcBody(context.GetHttpContext()), context.CancellationToken);

    public override Task<V1.ListAlertsResponse> ListAlerts(V1.ListAlertsRequest request, ServerCallContext context) =>
        queries.ListAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.GetAlertResponse> GetAlert(V1.GetAlertRequest request, ServerCallContext context) =>
        queries.GetAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.AcknowledgeAlertResponse> AcknowledgeAlert(V1.AcknowledgeAlertRequest request, ServerCallContext context) =>
        queries.AcknowledgeAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.CreateWatchResponse> CreateWatch(V1.CreateWatchRequest request, ServerCallContext context) =>
        watches.CreateAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.GetWatchResponse> GetWatch(V1.GetWatchRequest request, ServerCallContext context) =>
        watches.GetAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.ListWatchesResponse> ListWatches(V1.ListWatchesRequest request, ServerCallContext context) =>
        watches.ListAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.UpdateWatchResponse> UpdateWatch(V1.UpdateWatchRequest request, ServerCallContext context) =>
        watches.UpdateAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.PreviewWatchResponse> PreviewWatch(V1.PreviewWatchRequest request, ServerCallContext context) =>
        advice.PreviewAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<V1.SuggestWatchResponse> SuggestWatch(V1.SuggestWatchRequest request, ServerCallContext context) =>
        Task.FromResult(advice.Suggest(request, context.GetPrincipal()));

    public override Task<V1.DeleteWatchResponse> DeleteWatch(V1.DeleteWatchRequest request, ServerCallContext context) =>
        watches.DeleteAsync(request, context.GetPrincipal(), context.CancellationToken);

    // Null for REST, whose answer is JSON.
    private static PipeWriter? GrpcBody(HttpContext http) =>
        http.Request.ContentType?.StartsWith(GrpcContent, StringComparison.OrdinalIgnoreCase) == true ? http.Response.BodyWriter : null;
}
