using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Alerts.Gateway;
using Alerts.Gateway.Access;
using Alerts.Platform.Access;
using Alerts.Platform.Health;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Alerts.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

/// <summary>A real Kestrel on free loopback ports with the gateway before services that only say what reached them.</summary>
public class GatewayHost : IAsyncLifetime
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"alerts-gateway-{Guid.NewGuid():N}");
    private DataFolder? _folder;
    private WebApplication? _app;

    internal EchoIngest Ingest { get; } = new();

    internal TestProbe Probe { get; } = new();

    internal TestWatermark Watermark { get; } = new();

    internal RecordedLog Log { get; } = new();

    internal ScenarioState Scenario => _app!.Services.GetRequiredService<ScenarioState>();

    internal virtual GatewayOptions Options => new() { HttpPort = 0, GrpcPort = 0 };

    internal GatewayAddresses Addresses => GatewayAddresses.Of(_app!);

    internal NewcomerToken Token => _app!.Services.GetRequiredService<NewcomerToken>();

    internal string MintInternal(string subject = "local-user") =>
        _app!.Services.GetRequiredService<InternalTokens>().Mint(new Principal(subject, Scope.Local, Roles.Officer));

    public async ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_path);
        await StartServicesAsync(_folder);
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.AddGateway(Options, _folder);
        builder.AddSqliteStore(GatewaySetup.StoreName, _folder, typeof(GatewaySetup).Assembly);
        AddServices(builder);
        builder.AddPlatform(new RealClock(TimeProvider.System), _folder.Secret);
        _app = builder.Build();
        _app.UseGateway();
        _app.MapGateway();
        MapServices(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
            await _app.DisposeAsync();
        _folder?.Dispose();
        Directory.Delete(_path, recursive: true);
    }

    private protected virtual Task StartServicesAsync(DataFolder folder) => Task.CompletedTask;

    private protected virtual void AddServices(WebApplicationBuilder builder) => AddEcho(builder);

    private protected virtual void MapServices(WebApplication app) => MapEcho(app);

    private protected void AddEcho(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IProgressProbe>(Probe);
        builder.Services.AddSingleton<IWatermarkSource>(Watermark);
        builder.Services.AddSingleton(Ingest);
    }

    private protected static void MapEcho(WebApplication app)
    {
        app.MapGrpcService<EchoIngest>();
        app.MapGrpcService<EchoNotify>();
    }

    /// <summary>A client that neither follows redirects nor keeps cookies; signed in by token unless told otherwise.</summary>
    internal HttpClient Client(bool signedIn = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Addresses.Http };
        if (signedIn)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token.Value);
        return client;
    }

    internal static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Checks that an answer is a <c>google.rpc.Status</c> with one ErrorInfo.</summary>
    internal static async Task<(int Code, string Reason, Dictionary<string, string> Fields)> ErrorOf(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        JsonElement root = json.RootElement;
        Assert.NotEqual("", root.GetProperty("message").GetString());
        JsonElement[] details = [.. root.GetProperty("details").EnumerateArray()];
        JsonElement info = details.Single(d => d.GetProperty("@type").GetString() == "type.googleapis.com/google.rpc.ErrorInfo");
        Dictionary<string, string> fields = details
            .Where(d => d.GetProperty("@type").GetString() == "type.googleapis.com/google.rpc.BadRequest")
            .SelectMany(d => d.GetProperty("fieldViolations").EnumerateArray())
            .GroupBy(v => v.GetProperty("field").GetString()!)
            .ToDictionary(g => g.Key, g => g.First().GetProperty("description").GetString()!);
        return (root.GetProperty("code").GetInt32(), info.GetProperty("reason").GetString()!, fields);
    }
}
