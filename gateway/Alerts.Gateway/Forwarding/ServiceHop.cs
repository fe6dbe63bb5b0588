using Alerts.Gateway.Audit;
using Alerts.Gateway.Errors;
using Alerts.Platform.Access;
using Alerts.Platform.Storage;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Alerts.Gateway.Forwarding;

/// <summary>
/// What changes on the way to a service and back: the host's name, which is the service's own there; and what the service says of an act, which
/// goes into the audit before anything of the answer goes to the caller.
/// </summary>
internal sealed class ServiceHop(AuditTrail trail) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = null;
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse?.Headers.TryGetValues(HeaderActSink.Header, out IEnumerable<string>? said) is true)
        {
            proxyResponse.Headers.Remove(HeaderActSink.Header);
            (string target, string detail) = HeaderActSink.Read(said.First());
            try
            {
                await trail.NoteAsync(httpContext, httpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<GrpcMethodMetadata>().Method.FullName, target, detail);
            }
            catch (StoreUnavailableException e)
            {
                await Refusal.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, e);
                return false;
            }
        }

        return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }
}
