using Alerts.AllInOne.Playing;
using Alerts.AllInOne.Scenarios;
using Alerts.Gateway;
using Alerts.Gateway.Access;
using Alerts.Gazetteer;
using Alerts.Gazetteer.Import;
using Alerts.Ingest;
using Alerts.Notify;
using Alerts.Notify.Log;
using Alerts.Platform.Access;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Telemetry;
using Alerts.Platform.Time;
using Alerts.Reading;
using Alerts.Risk;
using Alerts.Risk.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.AllInOne;

/// <summary>
/// The whole product in one process: in-process bus, SQLite, one front door. Keeps every promise of the split form, kill -9 included. What a
/// newcomer or a small field office runs.
/// </summary>
public sealed class AllInOneServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataFolder _folder;
    private readonly Func<CancellationToken, Task>? _play;
    private readonly CancellationTokenSource _stop = new();
    private Task _playing = Task.CompletedTask;

    private AllInOneServer(WebApplication app, DataFolder folder, Func<CancellationToken, Task>? play)
    {
        _app = app;
        _folder = folder;
        _play = play;
    }

    /// <summary>Where it listens; after <see cref="StartAsync"/>.</summary>
    public GatewayAddresses Addresses => GatewayAddresses.Of(_app);

    /// <summary>The token of its data folder.</summary>
    public NewcomerToken Token => _app.Services.GetRequiredService<NewcomerToken>();

    /// <summary>Completes when every step of the scenario has been handled and its clock has reached the end; at once without a scenario.</summary>
    public Task Playing => _playing;

    /// <summary>Stops with the process or with Ctrl-C.</summary>
    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    /// <summary>Puts a server together.</summary>
    /// <param name="options">What it runs on.</param>
    /// <param name="configure">Changes to the host, for tests: exporters, log levels; null for none.</param>
    /// <exception cref="IOException">The data folder is in use by another process, or cannot be written.</exception>
    /// <exception cref="ScenarioFolderException">The data folder and the scenario do not go together.</exception>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public static AllInOneServer Build(AllInOneOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        DataFolder folder = DataFolder.Open(options.DataFolder);
        try
        {
            Scenario? scenario = options.Scenario is { } name ? new ScenarioCatalog().Load(name) : null;
            ScenarioProgress? progress = scenario is null ? null : ScenarioProgress.Open(folder, scenario.Name, scenario.Start);
            if (progress is null)
                ScenarioProgress.RefuseScenario(folder);
            DomainClock clock = progress is null ? new RealClock(TimeProvider.System) : new ScenarioClock(TimeProvider.System, progress.Current.Time, options.Speed);
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "alerts" });
            builder.WebHost.UseKestrelCore();
            Compose(builder, options, folder, clock);
            configure?.Invoke(builder);
            WebApplication app = builder.Build();
            app.UseGateway();
            app.MapGateway();
            app.MapDeadLetters();
            app.MapIngest();
            app.MapRisk();
            app.MapNotify();
            return new AllInOneServer(app, folder, scenario is null ? null : Player(app, scenario, progress!, (ScenarioClock)clock));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts to listen; then plays the scenario, if there is one.</summary>
    /// <exception cref="IOException">A port is taken by another program; what had begun is ended.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch
        {
            await _app.StopAsync(CancellationToken.None);
            throw;
        }

        if (_play is not null)
            _playing = _play(_stop.Token);
    }

    /// <summary>Ends streams with a cursor, finishes what has begun, and closes the stores.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _playing;
        await _app.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _playing;
        await _app.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
    }

    private static void Compose(WebApplicationBuilder builder, AllInOneOptions options, DataFolder folder, DomainClock clock)
    {
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told by whoever asked for it, in one sentence; a service that fails later still tells why it stops the host.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        PlaceIndex places = new GazetteerFolder(options.DataFolder).Load();
        builder.Services.AddSingleton(places);
        builder.Services.AddSingleton<ITextReader>(new RuleReader(places));
        builder.Services.AddSingleton(new CursorKey(folder.Secret(SecretNames.Cursor)));
        builder.AddGateway(options.Gateway, folder);
        builder.AddPlatform(clock, folder.Secret);
        builder.AddInProcessBus();
        builder.AddSqliteStore(GatewaySetup.StoreName, folder, typeof(GatewaySetup).Assembly);
        builder.AddSqliteStore(IngestSetup.StoreName, folder, typeof(IngestSetup).Assembly);
        builder.AddSqliteStore(RiskSetup.StoreName, folder, typeof(RiskSetup).Assembly);
        builder.AddSqliteStore(NotifySetup.StoreName, folder, typeof(NotifySetup).Assembly);
        builder.AddNotify();
        builder.AddConsumer(NotifySetup.StoreName, Topics.Situations);
        builder.AddRisk();
        builder.AddConsumer(RiskSetup.StoreName, Topics.Incidents);
        builder.AddOutbox(RiskSetup.StoreName, Topics.Situations);
        builder.AddIngest(options.Ingest);
        builder.AddOutbox(IngestSetup.StoreName, Topics.Incidents);
        builder.AddTracing("alerts");
    }

    private static Func<CancellationToken, Task> Player(WebApplication app, Scenario scenario, ScenarioProgress progress, ScenarioClock clock)
    {
        IServiceProvider services = app.Services;
        ScenarioState state = services.GetRequiredService<ScenarioState>();
        state.Begin(scenario.Name);
        var player = new ScenarioPlayer(
            scenario,
            progress,
            clock,
            new Pipeline(services.GetServices<IProgressProbe>(), TimeProvider.System),
            services.GetRequiredService<ThreatBoard>(),
            state,
            services.GetRequiredService<ILogger<ScenarioPlayer>>());
        return stop => player.PlayAsync(app, services.GetRequiredService<NewcomerToken>(), stop);
    }
}
