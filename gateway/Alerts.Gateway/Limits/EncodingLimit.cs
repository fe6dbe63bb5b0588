using Alerts.Gateway.Errors;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alerts.Gateway.Limits;

/// <summary>Refuses compressed requests: a few kilobytes may inflate without bound.</summary>
internal sealed class EncodingLimit(RequestDelegate next)
{
    private const string Plain = "identity";

    public Task InvokeAsync(HttpContext http)
    {
        if (IsPlain(http.Request.Headers.ContentEncoding) && IsPlain(http.Request.Headers["grpc-encoding"]))
            return next(http);
        // UNIMPLEMENTED and the header with what is taken: as the compression rules of gRPC demand it.
        bool grpc = Refusal.IsGrpc(http.Request);
        if (grpc)
            http.Response.Headers["grpc-accept-encoding"] = Plain;
        return Refusal.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType, new AlertsException(
            grpc ? ErrorKind.Unimplemented : ErrorKind.InvalidArgument, ErrorReasons.UnsupportedBody, "Compressed requests are not accepted. Send the body as it is."));
    }

    private static bool IsPlain(StringValues encoding) => encoding.Count == 0 || encoding.ToString() is "" || Plain.Equals(encoding.ToString(), StringComparison.OrdinalIgnoreCase);
}
