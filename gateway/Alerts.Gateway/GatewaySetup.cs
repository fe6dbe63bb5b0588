using System.Security.Cryptography.X509Certificates;
using Alerts.Gateway.Access;
using Alerts.Gateway.Audit;
using Alerts.Gateway.Errors;
using Alerts.Gateway.Grpc;
using Alerts.Gateway.Limits;
using Alerts.Gateway.OpenApi;
using Alerts.Gateway.Page;
using Alerts.Gateway.People;
using Alerts.Gateway.Rest;
using Alerts.Gateway.Status;
using Alerts.Platform.Access;
using Alerts.Platform.Errors;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway;

/// <summary>Puts the one public door before the services of a host.</summary>
public static class GatewaySetup
{
    // Reports, texts and gRPC messages have closer limits of their own; up to here the server reads on, so that a client that
    // sends too much still gets to read why it was refused.
    private const long LargestBody = 8 << 20;

    // A filter may name 1 000 places; each takes up to 30 characters of a query.
    private const int LongestRequestLine = 32 << 10;
    private const int LongestHeaders = 32 << 10;
    private const int MostHeaders = 64;

    // The default of 100 makes the 101st stream of a client wait without a word.
    private const int StreamsPerConnection = 1_000;

    // Whoever has not sent the headers of a call by then is cut off; a body must come with 240 bytes a second, which is the server's default.
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    // A dead client is noticed within 30 s.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Name of the gateway's store: who may sign in, and what they did.</summary>
    public const string StoreName = "access";

    /// <summary>
    /// Adds the gateway's parts and its two endpoints. Before the platform, which must be added to the same host, as must a store
    /// <see cref="StoreName"/> that was opened with this assembly's migrations.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">Where to listen; checked at once.</param>
    /// <param name="folder">The gateway's data folder, where the newcomer's token is.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is impossible or not safe.</exception>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder, GatewayOptions options, DataFolder folder)
    {
        options.Validate();
        X509Certificate2? certificate = PemCertificate.Load("Gateway", options.Certificate, options.CertificateKey);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, certificate));
        // The host's own request log would write the query of the sign-in link, which is the token.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(_ => NewcomerToken.Of(folder));
        AddPeople(builder.Services);
        return builder;
    }

    /// <summary>Adds the gateway's checks to the pipeline; call it before anything is mapped.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication UseGateway(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorForm>();
        app.UseMiddleware<OwnHosts>();
        app.UseRouting();
        app.UseMiddleware<Admission>();
        app.UseMiddleware<CallLimit>();
        app.UseMiddleware<EncodingLimit>();
        app.UseMiddleware<EventStream>();
        app.UseMiddleware<RestCheck>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<UnreadableCalls>();
        return app;
    }

    /// <summary>Maps what the gateway serves itself: status, health, sign-in, the description of the REST form and the page.</summary>
    /// <param name="app">The host's endpoints.</param>
    public static IEndpointRouteBuilder MapGateway(this IEndpointRouteBuilder app)
    {
        app.MapStatus();
        app.MapGrpcService<AccessGrpcService>();
        app.MapHealth();
        app.MapSignIn();
        app.MapOpenApi();
        app.MapPage();
        return app;
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<RosterKeeper>();
        services.AddHostedService(s => s.GetRequiredService<RosterKeeper>());
        services.AddHostedService<PublicDoor>();
        services.AddSingleton<KeyUses>();
        services.AddSingleton<RosterGrants>();
        services.AddSingleton<IGrantCheck>(s => s.GetRequiredService<RosterGrants>());
        services.AddSingleton<OpenCalls>();
        services.AddSingleton(s => s.GetRequiredService<GatewayOptions>().IdentityProvider);
        services.AddSingleton(s => s.GetRequiredService<GatewayOptions>().Limits);
        services.AddSingleton<IdentityProvider>();
        services.AddSingleton<LimitedCallers>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IActSink>(s => s.GetRequiredService<AuditTrail>());
        services.AddSingleton<Callers>();
        services.AddSingleton<GatewayPlace>();
        services.AddSingleton<Acts>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<OrganisationCommands>();
        services.AddSingleton<PeopleCommands>();
        services.AddSingleton<InvitationCommands>();
        services.AddSingleton<KeyCommands>();
        services.AddSingleton<AuditQueries>();
    }

    private static void Configure(KestrelServerOptions kestrel, GatewayOptions options, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = PingAfter;
        kestrel.Limits.Http2.KeepAlivePingTimeout = PingTimeout;
        kestrel.Listen(options.Address, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Listen(options.Address, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
        if (certificate is not null)
            kestrel.Listen(options.TlsAddress, options.TlsPort, listen => listen.UseHttps(certificate));
    }
}
