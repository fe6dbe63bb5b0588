using System.Net;
using Alerts.Gateway.Errors;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Access;

/// <summary>
/// Answers only to this machine's own names and to the public one, so that a web site that makes its own name point to 127.0.0.1 (DNS rebinding)
/// reaches nothing.
/// </summary>
internal sealed class OwnHosts(RequestDelegate next, GatewayOptions options)
{
    public Task InvokeAsync(HttpContext http)
    {
        string host = http.Request.Host.Host;
        bool own = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(options.PublicAddress?.Host, StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
        return own
            ? next(http)
            : Refusal.WriteAsync(http, StatusCodes.Status421MisdirectedRequest, new AlertsException(
                ErrorKind.PermissionDenied, ErrorReasons.HostNotAllowed, "This server answers only to localhost, 127.0.0.1, [::1] and its public name, where it has one."));
    }
}
