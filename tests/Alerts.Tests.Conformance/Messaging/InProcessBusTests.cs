using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Tests.Conformance.Storage;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>The bus within the process, on SQLite.</summary>
public sealed class InProcessBusTests : BusConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-bus-").FullName;

    protected override bool ConfirmsConsumption => true;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override ValueTask<IEventBus> ConnectAsync(params InboxConsumer[] consumers) =>
        ValueTask.FromResult<IEventBus>(new InProcessBus(consumers.Select(c => new Subscription(Topics.Incidents, c))));

    protected override ValueTask<IStore> OpenAsync(string name) =>
        ValueTask.FromResult<IStore>(SqliteStore.Open(name, Path.Combine(_folder, $"{name}.db"), typeof(SqliteStoreTests).Assembly));
}
