using Alerts.Platform.Access;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Alerts.Platform.Errors;

/// <summary>
/// Gives gRPC calls whose one message the framework could not read, which therefore reached no interceptor, the same form of refusal as
/// all others: too large, or not a message of the call's type. Put it right before the services. Thread safe.
/// </summary>
/// <param name="next">What comes after it.</param>
public sealed class UnreadableCalls(RequestDelegate next)
{
    private const string Status = "grpc-status";
    private const string Message = "grpc-message";
    private const string Details = "grpc-status-details-bin";

    /// <summary>Runs a request.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is null || http.Items.ContainsKey(CallerExtensions.ItemKey))
            return;
        IHeaderDictionary headers = http.Response.Headers;
        if (headers.ContainsKey(Details) || !int.TryParse(headers[Status], out int code) || UnreadableMessage.Of((StatusCode)code) is not { } refusal)
            return;
        Google.Rpc.Status status = StatusMapping.ToStatus(refusal);
        headers[Status] = status.Code.ToString();
        headers[Message] = Uri.EscapeDataString(status.Message);
        headers[Details] = Convert.ToBase64String(status.ToByteArray());
    }
}
