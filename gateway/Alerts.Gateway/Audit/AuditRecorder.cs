using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Alerts.Gateway.Audit;

/// <summary>
/// Writes each act into the audit of the caller's organisation after it was done and before its caller is told, in both forms alike: the service
/// says in a header of the answer what was acted on, and the answer waits until that is on disk. An act that cannot be written is not answered: the
/// caller repeats it with the same request id, and then it is.
/// </summary>
internal sealed class AuditRecorder(RequestDelegate next, AuditTrail trail, ILogger<AuditRecorder> logger)
{
    private const string Package = "alerts.v1.";

    public Task InvokeAsync(HttpContext http)
    {
        if (SignedIn.Of(http) is { } signedIn && http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method && ActInterceptor.IsAct(method.FullName))
            http.Response.OnStarting(() => RecordAsync(http, signedIn, method.FullName.TrimStart('/')[Package.Length..]));
        return next(http);
    }

    private async Task RecordAsync(HttpContext http, SignedIn signedIn, string action)
    {
        if (!http.Response.Headers.Remove(ActInterceptor.Header, out StringValues said))
            return;
        (string target, string detail) = ActInterceptor.Read(said.ToString());
        try
        {
            await trail.WriteAsync(new AuditDraft(signedIn.Caller.Organisation, signedIn.Caller.Subject, signedIn.Key?.Name ?? "", action, target, detail));
        }
        catch (Exception e)
        {
            logger.AuditFailed(e);
            http.Abort();
        }
    }
}
