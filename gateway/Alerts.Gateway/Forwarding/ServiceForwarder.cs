using System.Net;
using System.Net.Sockets;
using Alerts.Gateway.Access;
using Alerts.Gateway.Audit;
using Alerts.Gateway.Errors;
using Alerts.Terms;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Alerts.Gateway.Forwarding;

/// <summary>Sends a call that has passed all checks to a process of its service, and its answer back as it comes. Thread safe.</summary>
internal sealed class ServiceForwarder(
    IHttpForwarder forwarder, BackendConnections connections, AuditTrail trail, IHostApplicationLifetime lifetime, ILogger<ServiceForwarder> logger)
{
    // A repeat after that finds another process, or the same one again.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private static readonly ForwarderRequestConfig Config = new()
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        // A stream may rest for as long as its reader likes; whether the other side still lives, pings tell.
        ActivityTimeout = TimeSpan.FromDays(1),
    };

    private readonly ServiceHop _hop = new(trail);

    public async Task ForwardAsync(HttpContext http, BackendPool pool)
    {
        if (pool.Next() is not { } backend)
        {
            await Refusal.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, Unavailable(pool.Service));
            return;
        }

        AllowLongUploads(http);
        OpenCall? call = http.Features.Get<OpenCall>();
        http.Features.Set<IHttpResetFeature>(new StreamEnd(http, http.Features.Get<IHttpResetFeature>(), () => WhyEnded(call, pool.Service)));
        using CancellationTokenSource? ended = call is null ? null : CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, call.Withdrawn);
        ForwarderError error = await forwarder.SendAsync(http, backend.Prefix, connections.Invoker, Config, _hop, ended?.Token ?? lifetime.ApplicationStopping);
        if (error == ForwarderError.None || http.RequestAborted.IsCancellationRequested)
            return;
        Exception? cause = http.Features.Get<IForwarderErrorFeature>()?.Exception;
        if (IsRefused(cause) && backend.Become(BackendState.Refuses) == BackendState.Answers)
            logger.BackendIsLost(backend.Service, backend.Prefix, BackendState.Refuses);
        if (http.Response.HasStarted)
            return;
        if (cause is BadHttpRequestException bad)
            throw bad;
        await Refusal.WriteAsync(
            http, call?.Why is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized, WhyEnded(call, pool.Service));
    }

    // As gRPC's own server does: a stream of many messages has no length or speed of its own; each message has its limit.
    private static void AllowLongUploads(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is not (MethodType.ClientStreaming or MethodType.DuplexStreaming))
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private AlertsException WhyEnded(OpenCall? call, string service) =>
        call?.Why ?? (lifetime.ApplicationStopping.IsCancellationRequested ? Stopping() : Unavailable(service));

    private static bool IsRefused(Exception? cause) => cause is HttpRequestException { InnerException: SocketException };

    private static AlertsException Unavailable(string service) =>
        new(ErrorKind.Unavailable, ErrorReasons.ServiceUnavailable, $"The {service} service does not answer. Try again; with the same request id nothing happens twice.")
        {
            RetryAfter = RetryAfter,
        };

    private static AlertsException Stopping() =>
        new(ErrorKind.Unavailable, ErrorReasons.Shutdown, "The server is stopping. Come back with the last cursor.") { RetryAfter = RetryAfter };
}
