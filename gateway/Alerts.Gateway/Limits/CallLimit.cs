using System.Threading.RateLimiting;
using Alerts.Gateway.Errors;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Terms;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Limits;

/// <summary>Keeps each caller within its limits, so that one lost key or one program that loops does not take the service from the others.</summary>
internal sealed class CallLimit(RequestDelegate next, LimitedCallers callers)
{
    // Somebody else of this caller must close a stream first; when, nobody knows.
    private static readonly TimeSpan StreamRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UsualRetry = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        if (SignedIn.Of(http) is not { } signedIn || signedIn.Caller.Roles.HasFlag(Roles.Installation))
        {
            await next(http);
            return;
        }

        string caller = signedIn.Key?.Id ?? $"{signedIn.Caller.Organisation} {signedIn.Caller.Subject}";
        using RateLimitLease call = callers.Call(caller);
        if (!call.IsAcquired)
        {
            await RefuseAsync(http, call, "You call too often; wait a little.", UsualRetry);
            return;
        }

        using RateLimitLease? upload = http.Request.ContentLength is > 0 and { } length ? callers.Upload(caller, length) : null;
        if (upload is { IsAcquired: false })
        {
            await RefuseAsync(http, upload, "You have sent too much in the last minutes; wait a little.", UsualRetry);
            return;
        }

        using RateLimitLease? stream = IsStream(http) ? callers.Stream(caller) : null;
        if (stream is { IsAcquired: false })
        {
            await RefuseAsync(http, stream, "You have too many streams open; close one.", StreamRetry);
            return;
        }

        if (stream is not null && http.Request.ContentLength is null)
            http.Request.Body = new MeteredBody(http.Request.Body, (bytes, cancel) => callers.UploadedAsync(caller, bytes, cancel));
        await next(http);
    }

    private static bool IsStream(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is { } type && type != MethodType.Unary;

    private static Task RefuseAsync(HttpContext http, RateLimitLease lease, string message, TimeSpan usual)
    {
        TimeSpan after = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) && told > TimeSpan.Zero ? told : usual;
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Refusal.WriteAsync(
            http, StatusCodes.Status429TooManyRequests, new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.CallerLimit, message) { RetryAfter = after });
    }
}
