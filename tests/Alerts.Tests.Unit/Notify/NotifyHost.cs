using Alerts.Notify;
using Alerts.Notify.Log;
using Alerts.Platform.Access;
using Alerts.Platform.Messaging;
using Alerts.Platform.Paging;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Alerts.Terms;
using Alerts.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Unit.Notify;

// The notify service as a host runs it, on a real store in a folder of its own, with time that stands still until a test moves it.
internal sealed class NotifyHost : IAsyncDisposable
{
    // The morning of the Bamako attack (domain.md).
    public static readonly DateTimeOffset Began = new(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);

    public static readonly Principal Officer = new("officer-1", Scope.Local, Roles.Officer);

    private readonly IHost _host;
    private readonly string _folder;
    private readonly InboxConsumer _consumer;

    private NotifyHost(IHost host, string folder, FakeTimeProvider time, SetGrants grants)
    {
        Grants = grants;
        _host = host;
        _folder = folder;
        Time = time;
        _consumer = new InboxConsumer(
            "notify", Store, host.Services.GetRequiredKeyedService<IEventApplier>("notify"), time, Get<ILogger<InboxConsumer>>());
    }

    public FakeTimeProvider Time { get; }

    // What a test says of callers' grants.
    public SetGrants Grants { get; }

    public IStore Store => _host.Services.GetRequiredKeyedService<IStore>("notify");

    public static async Task<NotifyHost> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("alerts-notify-").FullName;
        return await StartAsync(folder, await TestStore.OpenAsync("notify", folder, typeof(NotifySetup).Assembly));
    }

    // A second host on a copy of the data, as a restored backup is.
    public static async Task<NotifyHost> RestoreCopyAsync(byte[] database)
    {
        string folder = Directory.CreateTempSubdirectory("alerts-notify-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "notify.db"), database);
        return await StartAsync(folder, SqliteStore.Open("notify", Path.Combine(folder, "notify.db"), typeof(NotifySetup).Assembly));
    }

    // Everything committed so far, as a backup holds it.
    public async Task<byte[]> BackUpAsync()
    {
        string copy = Path.Combine(_folder, $"{Guid.NewGuid()}.db");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "notify.db")};Pooling=False");
        await connection.OpenAsync();
        await using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{copy}'";
        await command.ExecuteNonQueryAsync();
        return await File.ReadAllBytesAsync(copy);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task ApplyAsync(params IEnumerable<Event> events) => _consumer.ConsumeAsync(new EventPack { Events = { events } }, CancellationToken.None);

    public void Stop() => Get<IHostApplicationLifetime>().StopApplication();

    public async Task<IReadOnlyList<LogEntry>> RowsAsync()
    {
        var rows = new List<LogEntry>();
        int before;
        do
        {
            before = rows.Count;
            rows.AddRange(await Get<ILogReader>().AfterAsync(rows.LastOrDefault()?.Position ?? 0, CancellationToken.None));
        }
        while (rows.Count > before);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await Store.DisposeAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<NotifyHost> StartAsync(string folder, IStore store)
    {
        var time = new FakeTimeProvider(Began);
        var grants = new SetGrants();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<DomainClock>(new RealClock(time));
        builder.Services.AddSingleton<IGrantCheck>(grants);
        builder.Services.AddSingleton(new PageTokens(new byte[32]));
        builder.Services.AddSingleton(new CursorKey(new byte[32]));
        builder.Services.AddKeyedSingleton("notify", store);
        builder.AddNotify();
        IHost host = builder.Build();
        await host.StartAsync();
        return new NotifyHost(host, folder, time, grants);
    }
}
