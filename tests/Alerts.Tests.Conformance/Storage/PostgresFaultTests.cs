using System.Collections.Concurrent;
using System.Diagnostics;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>What a store keeps and says while its real server fails.</summary>
public sealed class PostgresFaultTests(PostgresServer server) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    // The promise (streams-and-faults.md): back 5 s after the database listens. The machine of a test run is shared.
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(20);

    private PostgresOptions _options = null!;
    private PostgresStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _options = await server.NewDatabaseAsync();
        _store = await PostgresServer.OpenAsync(_options);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Kill_UnitsInFlight_LosesNothingThatWasToldAndComesBackByItself()
    {
        var told = new ConcurrentBag<string>();
        var failures = new ConcurrentBag<Exception>();
        using var stop = new CancellationTokenSource();
        Task[] writers = [.. Enumerable.Range(0, 16).Select(w => Task.Run(() => WriteUntilAsync(w, told, failures, stop.Token), Cancel))];
        for (int round = 0; round < 3; round++)
        {
            int before = told.Count;
            await UntilAsync(() => told.Count > before + 100);
            await server.Instance.KillAsync(Cancel);
            int failed = failures.Count;
            await UntilAsync(() => failures.Count > failed);
            await server.Instance.RestartAsync(Cancel);
            before = told.Count;
            long listening = Stopwatch.GetTimestamp();
            await UntilAsync(() => told.Count > before);
            TestContext.Current.SendDiagnosticMessage($"Back {Stopwatch.GetElapsedTime(listening).TotalMilliseconds:0} ms after the database listens.");
            Assert.True(Stopwatch.GetElapsedTime(listening) < Recovery);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.All(failures, e => Assert.IsType<StoreUnavailableException>(e));
        HashSet<string> stored = [.. await _store.ReadAsync(s => s.Query("SELECT name FROM tally", r => r.GetString(0)), Cancel)];
        Assert.Empty(told.Except(stored));
    }

    [Fact]
    public async Task Terminate_WithinAUnit_TellsTheCallerAndUndoesTheUnit()
    {
        bool undone = false;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.WriteAsync(
            s =>
            {
                s.AfterRollback(() => undone = true);
                Insert(s, "lost");
                server.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'alerts test writer'").GetAwaiter().GetResult();
                return Insert(s, "never");
            },
            Cancel));
        Assert.True(undone);
        await UntilWrittenAsync("after");
        Assert.Equal(1L, await server.RunAsync("SELECT count(*) FROM test.tally", _options));
    }

    [Fact]
    public async Task StoppedProcess_WithinAUnit_LosesItsTurnAndFailsWhenItGoesOn()
    {
        await using PostgresStore other = await PostgresServer.OpenAsync(new PostgresOptions { ConnectionString = _options.ConnectionString, IdleInTransactionSeconds = 1 });
        using var begun = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        Task<int> stopped = other.WriteAsync(
            s =>
            {
                Insert(s, "zombie");
                begun.Release();
                goOn.Wait(Cancel);
                return Insert(s, "zombie too");
            },
            Cancel);
        await begun.WaitAsync(Cancel);
        await _store.WriteAsync(s => Insert(s, "went on"), Cancel);
        goOn.Release();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => stopped);
        Assert.Equal(1L, await server.RunAsync("SELECT count(*) FROM test.tally", _options));
    }

    [Fact]
    public async Task FileOfATable_CannotBeOpened_IsTheStoresFailure()
    {
        string file = Path.Combine(server.Instance.Folder, "data", (string)(await server.RunAsync("SELECT pg_relation_filepath('test.tally')", _options))!);
        UnixFileMode mode = File.GetUnixFileMode(file);
        File.SetUnixFileMode(file, UnixFileMode.None);
        try
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.WriteAsync(s => Insert(s, "a"), Cancel));
        }
        finally
        {
            File.SetUnixFileMode(file, mode);
        }

        await UntilWrittenAsync("b");
    }

    [Fact]
    public async Task Resources_RunOut_IsTheStoresFailure()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.WriteAsync(
            s =>
            {
                s.Execute("SET LOCAL temp_file_limit = '64kB'");
                return s.QueryFirst("SELECT count(*) FROM (SELECT n FROM generate_series(1, 1000000) AS n ORDER BY random()) AS many", r => r.GetInt64(0));
            },
            Cancel));
        await UntilWrittenAsync("after");
    }

    [Fact]
    public async Task Read_ConnectionsWereEnded_ComesBackByItself()
    {
        Assert.Equal(0, await CountAsync());
        await server.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'alerts test reader'");
        await UntilAsync(async () =>
        {
            try
            {
                return await CountAsync() == 0;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        });
    }

    private static int Insert(IWriteSession session, string name) => session.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", name, 1L);

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "It did not happen within 60 s.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
        }
    }

    private Task<long> CountAsync() => _store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally", r => r.GetInt64(0)), Cancel);

    private Task UntilWrittenAsync(string name) => UntilAsync(async () =>
    {
        try
        {
            return await _store.WriteAsync(s => Insert(s, name), Cancel) == 1;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    });

    private async Task WriteUntilAsync(int writer, ConcurrentBag<string> told, ConcurrentBag<Exception> failures, CancellationToken stop)
    {
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            string name = $"{writer} {i}";
            try
            {
                await _store.WriteAsync(s => Insert(s, name), Cancel);
                told.Add(name);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            }
        }
    }
}
