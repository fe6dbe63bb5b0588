using System.Security.Cryptography;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Gateway;
using Alerts.Ingest;
using Alerts.Notify;
using Alerts.Platform.Storage.Postgres;
using Alerts.Risk;
using Alerts.Tests.EndToEnd.Support;
using Alerts.Tests.Engines;

namespace Alerts.Tests.EndToEnd.Split;

/// <summary>
/// The whole split form: a private broker, a private database, and the real programs before them, any of which can be killed and started
/// again by itself. Nothing of it is left when it is disposed.
/// </summary>
public sealed class SplitSystem : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly SplitLayout _layout;
    private readonly List<SplitProcess> _services = [];

    private SplitSystem(SplitLayout layout) => _layout = layout;

    public RabbitMqInstance Broker { get; private set; } = null!;

    public PostgresInstance Database { get; private set; } = null!;

    public SplitProcess Gateway { get; private set; } = null!;

    /// <summary>The processes of ingest, risk and notify, named <c>ingest-1</c> and so on.</summary>
    public IReadOnlyList<SplitProcess> Services => _services;

    /// <summary>All four or more.</summary>
    public IEnumerable<SplitProcess> Processes => [.. _services, Gateway];

    /// <summary>Address of REST and gRPC-Web.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>Address of gRPC.</summary>
    public Uri Grpc { get; private set; } = null!;

    /// <summary>The newcomer's token, which the gateway made in its own folder.</summary>
    public string Token => File.ReadAllText(Path.Combine(_folder.Data, "token"));

    /// <summary>Folder of the services' secrets.</summary>
    public string Keys => Path.Combine(_folder.Path, "keys");

    /// <summary>Starts everything; completes once everything moves.</summary>
    /// <exception cref="InvalidOperationException">A part is missing on this machine or did not start; the message says which.</exception>
    public static async Task<SplitSystem> StartAsync(SplitLayout layout, CancellationToken cancellationToken)
    {
        var system = new SplitSystem(layout);
        try
        {
            Task<RabbitMqInstance> broker = RabbitMqInstance.StartAsync(cancellationToken: cancellationToken);
            Task<PostgresInstance> database = PostgresInstance.StartAsync(cancellationToken: cancellationToken);
            try
            {
                await Task.WhenAll(broker, database);
            }
            finally
            {
                system.Broker = broker.IsCompletedSuccessfully ? await broker : null!;
                system.Database = database.IsCompletedSuccessfully ? await database : null!;
            }

            if (layout.Prepare is not null)
                await layout.Prepare(system);
            else
                system.MakeNew();
            system.LayOut();
            await Task.WhenAll(system.Processes.Select(p => p.StartAsync(cancellationToken)));
            await system.ReadyAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>The one process of a service, or its first.</summary>
    /// <param name="service"><c>ingest</c>, <c>risk</c>, <c>notify</c> or <c>gateway</c>.</param>
    public SplitProcess this[string service] => service == "gateway" ? Gateway : _services.First(p => p.Name.StartsWith(service, StringComparison.Ordinal));

    /// <summary>Waits until every part moves.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => Gateway.ReadyAsync(cancellationToken);

    /// <summary>A client that is signed in.</summary>
    public AlertsClient Connect() => new(new ServerAddress(Grpc, Http, Token, "test"));

    /// <summary>An HTTP client that is signed in.</summary>
    public HttpClient Browser()
    {
        var http = new HttpClient { BaseAddress = Http };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Token}");
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        if (Gateway is not null)
            await Gateway.DisposeAsync();
        foreach (SplitProcess process in _services)
            await process.DisposeAsync();
        if (Broker is not null)
            await Broker.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        _folder.Dispose();
    }

    private void MakeNew()
    {
        MakeKeys();
        Migrate();
    }

    private void MakeKeys()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Keys, Owner | UnixFileMode.UserExecute);
        foreach (string name in new[] { "internal.key", "page.key", "cursor.key" })
        {
            string file = Path.Combine(Keys, name);
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(32));
            File.SetUnixFileMode(file, Owner);
        }
    }

    private void Migrate()
    {
        var options = new PostgresOptions { ConnectionString = Database.Uri };
        PostgresMigrations.Apply(options, GatewaySetup.StoreName, typeof(GatewaySetup).Assembly);
        PostgresMigrations.Apply(options, IngestSetup.StoreName, typeof(IngestSetup).Assembly);
        PostgresMigrations.Apply(options, RiskSetup.StoreName, typeof(RiskSetup).Assembly);
        PostgresMigrations.Apply(options, NotifySetup.StoreName, typeof(NotifySetup).Assembly);
    }

    private void LayOut()
    {
        var addresses = new Dictionary<string, string>();
        foreach ((string service, int count) in new[] { ("Notify", _layout.Notify), ("Risk", _layout.Risk), ("Ingest", _layout.Ingest) })
        {
            int[] ports = FreePorts.Take(2 * count);
            for (int i = 0; i < count; i++)
            {
                _services.Add(new SplitProcess($"{service.ToLowerInvariant()}-{i + 1}", $"Alerts.{service}.Host.dll", ports[(2 * i) + 1], With(new()
                {
                    ["ALERTS_Listen__Port"] = $"{ports[2 * i]}",
                    ["ALERTS_Listen__HealthPort"] = $"{ports[(2 * i) + 1]}",
                    ["ALERTS_RabbitMq__Host"] = "127.0.0.1",
                    ["ALERTS_RabbitMq__Port"] = $"{Broker.Port}",
                    ["ALERTS_Postgres__ConnectionString"] = Database.Uri,
                })));
            }

            addresses[$"ALERTS_Services__{service}"] = string.Join(',', Enumerable.Range(0, count).Select(i => $"http://127.0.0.1:{ports[2 * i]}"));
        }

        int[] door = FreePorts.Take(3);
        (Http, Grpc) = (new Uri($"http://127.0.0.1:{door[0]}"), new Uri($"http://127.0.0.1:{door[1]}"));
        addresses["ALERTS_Gateway__HttpPort"] = $"{door[0]}";
        addresses["ALERTS_Gateway__GrpcPort"] = $"{door[1]}";
        addresses["ALERTS_Gateway__HealthPort"] = $"{door[2]}";
        addresses["ALERTS_Gateway__DataFolder"] = _folder.Data;
        addresses["ALERTS_Postgres__ConnectionString"] = Database.Uri;
        Gateway = new SplitProcess("gateway", "Alerts.Gateway.Host.dll", door[2], With(addresses));
    }

    private Dictionary<string, string> With(Dictionary<string, string> settings)
    {
        settings["ALERTS_Secrets__Folder"] = Keys;
        foreach ((string name, string value) in _layout.Variables)
            settings[name] = value;
        return settings;
    }
}
