using System.Net;
using System.Security.Cryptography.X509Certificates;
using Alerts.Gateway.Forwarding;
using Alerts.Platform.Errors;
using Alerts.Platform.Health;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

/// <summary>The gateway before the same services in a host of their own, as in the split form. One of ingest's two addresses is dead.</summary>
public class ForwardingHost : GatewayHost
{
    // Nothing listens on port 1 (tcpmux, RFC 1078) of any machine that runs tests.
    private const string Dead = "http://127.0.0.1:1";

    private WebApplication? _services;

    /// <summary>Certificate of the services; null for cleartext.</summary>
    internal X509Certificate2? Certificate { get; init; }

    /// <summary>File of the root that the gateway trusts; null for the system's.</summary>
    internal string? TrustedRoot { get; init; }

    internal async Task StopServicesAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _services!.StopAsync(now.Token);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_services is not null)
            await _services.DisposeAsync();
    }

    private protected override async Task StartServicesAsync(DataFolder folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (Certificate is not null)
                listen.UseHttps(Certificate);
        }));
        builder.AddPlatform(new RealClock(TimeProvider.System), folder.Secret);
        AddEcho(builder);
        _services = builder.Build();
        _services.UseRouting();
        _services.UseMiddleware<UnreadableCalls>();
        _services.MapGet(HealthPort.LivePath, () => Results.Text("live\n"));
        _services.MapStatus();
        MapEcho(_services);
        await _services.StartAsync(TestContext.Current.CancellationToken);
    }

    private protected override void AddServices(WebApplicationBuilder builder)
    {
        string address = _services!.Urls.Single();
        builder.AddForwarding(new ForwardingOptions { Ingest = $"{address},{Dead}", Risk = Dead, Notify = address, TrustedRoot = TrustedRoot });
    }

    private protected override void MapServices(WebApplication app) => app.MapForwarding();
}
