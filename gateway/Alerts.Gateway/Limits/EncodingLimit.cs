using Alerts.Gateway.Errors;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Limits;

/// <summary>Refuses compressed requests: a few kilobytes may inflate without bound.</summary>
internal sealed class EncodingLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        string encoding = http.Request.Headers.ContentEncoding.ToString();
        return encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)
            ? next(http)
            : Refusal.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType, new AlertsException(
                ErrorKind.InvalidArgument, GatewayReasons.UnsupportedBody, "Compressed requests are not accepted. Send the body as it is."));
    }
}
