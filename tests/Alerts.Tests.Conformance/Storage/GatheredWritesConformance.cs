using Alerts.Platform.Storage;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>What gathered writes must do on every store.</summary>
public abstract class GatheredWritesConformance : StoreTest
{
    [Fact]
    public async Task Gathered_ManyAtOnce_EachIsStoredOrFailsAlone()
    {
        // A value that breaks the table's rule fails in the store, one that is negative is refused before anything is written.
        var writes = new GatheredWrites<long, string>(Store, (session, parts) => () =>
        {
            foreach (GatheredWrite<long, string> part in parts)
            {
                if (part.Item < 0)
                {
                    part.Refuse(new ArgumentException("negative"));
                    continue;
                }

                session.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", $"part{part.Item}", part.Item);
                part.Answer($"stored {part.Item}");
            }
        });
        Task<string>[] good = [.. Enumerable.Range(0, 700).Select(i => writes.WriteAsync(i, Cancel))];
        Task<string> broken = writes.WriteAsync(2_000_000, Cancel);
        Task<string> refused = writes.WriteAsync(-1, Cancel);
        Task<string>[] more = [.. Enumerable.Range(700, 300).Select(i => writes.WriteAsync(i, Cancel))];

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken);
        await Assert.ThrowsAsync<ArgumentException>(() => refused);
        string[] answers = await Task.WhenAll([.. good, .. more]);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"stored {i}"), answers);
        Assert.Equal(1000, await Store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally", r => r.GetInt64(0)), Cancel));
    }

    [Fact]
    public async Task Gathered_GivenUpBeforeItsTurn_IsNotStored()
    {
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var writes = new GatheredWrites<string, int>(Store, (session, parts) => () =>
        {
            foreach (GatheredWrite<string, int> part in parts)
                part.Answer(session.Execute("INSERT INTO tally (name, value) VALUES ($1, 1)", part.Item));
        });
        Task<int> before = Store.WriteAsync(
            _ =>
            {
                entered.Set();
                go.Wait(Cancel);
                return 0;
            },
            Cancel);
        entered.Wait(Cancel);
        using var impatient = new CancellationTokenSource();
        Task<int> given = writes.WriteAsync("given up", impatient.Token);
        Task<int> kept = writes.WriteAsync("kept", Cancel);
        await impatient.CancelAsync();
        go.Set();

        await before;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(1, await kept);
        Assert.Null(await ValueAsync("given up"));
        Assert.Equal(1, await ValueAsync("kept"));
    }
}
