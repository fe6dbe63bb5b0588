using Alerts.Gateway.Forwarding;
using Alerts.Platform.Access;
using Alerts.Platform.Health;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Postgres;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Gateway.Host;

// The front door in a process of its own.
internal static class GatewayProcess
{
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = HostProcess.CreateBuilder("gateway", args);
        GatewayHostOptions options = builder.Configuration.Fill(GatewayHostOptions.Section, new GatewayHostOptions());
        GatewayOptions door = options.ToGatewayOptions() with
        {
            IdentityProvider = builder.Configuration.Fill(IdentityProviderOptions.Section, new IdentityProviderOptions()),
            Limits = builder.Configuration.Fill(CallerLimits.Section, new CallerLimits()),
        };
        door.Validate();
        DataFolder folder = DataFolder.Open(options.DataFolder);
        try
        {
            SecretSource secrets = new SecretFolder(builder.Configuration.Fill(SecretOptions.Section, new SecretOptions()).Folder).Read;
            // Made by the container, so that it is closed with it.
            builder.Services.AddSingleton(_ => folder);
            builder.AddGateway(door, folder);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenForHealth(door.Address, options.HealthPortOrDefault, certificate: null));
            builder.AddForwarding(builder.Configuration.Fill(ForwardingOptions.Section, new ForwardingOptions()));
            builder.AddPlatform(new RealClock(TimeProvider.System), secrets);
            builder.AddPostgresStore(GatewaySetup.StoreName, builder.Configuration.Fill(PostgresOptions.Section, new PostgresOptions()), typeof(GatewaySetup).Assembly);
            WebApplication app = builder.Build();
            _ = app.Services.GetRequiredService<DataFolder>();
            // Made now, so that whoever starts the system finds its token.
            _ = app.Services.GetRequiredService<Access.NewcomerToken>();
            app.UseHealthPort();
            app.UseGateway();
            app.MapGateway();
            app.MapForwarding();
            return app;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
