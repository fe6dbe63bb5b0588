using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Alerts.Gateway.Forwarding;

/// <summary>What changes on the way to a service: the host's name, which is the service's own there.</summary>
internal sealed class ServiceHop : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = null;
    }
}
