using Alerts.Gateway.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Alerts.Gateway.Forwarding;

/// <summary>
/// Ends an answer that has begun and whose service is gone: a gRPC stream with a status that tells its reader to come back with the last
/// cursor, anything else by breaking it off, so that nobody takes a part for the whole.
/// </summary>
/// <param name="http">The call.</param>
/// <param name="inner">How the connection itself breaks off; null for HTTP/1.1.</param>
/// <param name="why">Says why, at the moment of the end.</param>
internal sealed class StreamEnd(HttpContext http, IHttpResetFeature? inner, Func<Exception> why) : IHttpResetFeature
{
    public void Reset(int errorCode)
    {
        if (!http.RequestAborted.IsCancellationRequested && Refusal.IsGrpc(http.Request)
            && http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } trailers)
        {
            foreach ((string name, string value) in Refusal.StatusOf(why()))
                trailers[name] = value;
        }
        else if (inner is not null)
        {
            inner.Reset(errorCode);
        }
        else
        {
            http.Abort();
        }
    }
}
