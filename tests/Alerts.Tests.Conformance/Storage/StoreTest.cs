using Alerts.Platform.Storage;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>A store with the table <c>tally</c>. A subclass brings the engine.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    /// <summary>The store under test.</summary>
    protected IStore Store { get; private set; } = null!;

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the same store each time within one test.</summary>
    protected abstract ValueTask<IStore> OpenAsync();

    /// <summary>Closes the store and opens it again.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    /// <summary>The value of a row; null when there is none.</summary>
    protected static long? Get(IReadSession session, string name) => session.QueryFirst<long?>("SELECT value FROM tally WHERE name = $1", r => r.GetInt64(0), name);

    /// <summary>Adds a row in a unit of its own.</summary>
    protected Task<int> AddAsync(string name, long value) => Store.WriteAsync(s => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", name, value), Cancel);

    /// <summary>The value of a row as it is now.</summary>
    protected Task<long?> ValueAsync(string name) => Store.ReadAsync(s => Get(s, name), Cancel);
}
