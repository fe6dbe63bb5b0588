using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>What every store must do, whatever the engine. A subclass brings the engine.</summary>
public abstract class StoreConformance : AskConformance
{
    [Fact]
    public async Task Write_Completed_IsSeenByTheNextReadAndAfterReopening()
    {
        await AddAsync("a", 1);
        Assert.Equal(1, await ValueAsync("a"));
        await ReopenAsync();
        Assert.Equal(1, await ValueAsync("a"));
    }

    [Fact]
    public async Task Write_OneOfManyFails_FailsAlone()
    {
        Task[] good = [.. Enumerable.Range(0, 100).Select(i => AddAsync($"good{i}", 1))];
        Task<int> bad = Store.WriteAsync(
            s =>
            {
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "bad", 1L);
                throw new InvalidOperationException("bad item");
#pragma warning disable CS0162 // The compiler needs a value, the test none.
                return 0;
#pragma warning restore CS0162
            },
            Cancel);
        Task[] more = [.. Enumerable.Range(0, 100).Select(i => AddAsync($"more{i}", 1))];
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll([.. good, .. more]);
        Assert.Equal(200, await Store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally", r => r.GetInt64(0)), Cancel));
        Assert.Null(await ValueAsync("bad"));
    }

    [Fact]
    public async Task Write_ConstraintBroken_UndoesTheUnitAndTellsTheCaller()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.WriteAsync(
            s =>
            {
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "first", 1L);
                return s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "second", 2_000_000L);
            },
            Cancel));
        Assert.Null(await ValueAsync("first"));
    }

    [Fact]
    public async Task Write_ManyAtOnce_LosesNoIncrement()
    {
        await AddAsync("sum", 0);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => Store.WriteAsync(s => s.Execute("UPDATE tally SET value = value + 1 WHERE name = $1", "sum"), Cancel), Cancel)));
        Assert.Equal(500, await ValueAsync("sum"));
    }

    [Fact]
    public async Task Nested_Throws_UndoesItsPartAndItsActionsOnly()
    {
        var ran = new List<string>();
        await Store.WriteAsync(
            s =>
            {
                // A unit may be run again after all of it was undone.
                ran.Clear();
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "outer", 1L);
                s.AfterCommit(() => ran.Add("outer committed"));
                s.AfterRollback(() => ran.Add("outer undone"));
                Assert.Throws<InvalidOperationException>(() => s.Nested(() =>
                {
                    s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "inner", 1L);
                    s.AfterCommit(() => ran.Add("inner committed"));
                    s.AfterRollback(() => ran.Add("inner undone"));
                    throw new InvalidOperationException();
                }));
                return 0;
            },
            Cancel);
        Assert.Equal(1, await ValueAsync("outer"));
        Assert.Null(await ValueAsync("inner"));
        Assert.Equal(["inner undone", "outer committed"], ran);
    }

    [Fact]
    public async Task Write_Fails_RunsAfterRollbackAndNotAfterCommit()
    {
        var ran = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(
            s =>
            {
                s.AfterCommit(() => ran.Add("committed"));
                s.AfterRollback(() => ran.Add("undone"));
                throw new InvalidOperationException();
            },
            Cancel));
        Assert.Equal(["undone"], ran);
    }

    [Fact]
    public async Task Read_WhileWritesGoOn_SeesOneState()
    {
        await AddAsync("left", 0);
        await AddAsync("right", 0);
        Task writes = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Store.WriteAsync(
            s => s.Execute("UPDATE tally SET value = value + 1 WHERE name = 'left'") + s.Execute("UPDATE tally SET value = value + 1 WHERE name = 'right'"), Cancel)));
        do
        {
            (long left, long right) = await Store.ReadAsync(s => (Get(s, "left")!.Value, Get(s, "right")!.Value), Cancel);
            Assert.Equal(left, right);
        }
        while (!writes.IsCompleted);
        await writes;
    }

    [Fact]
    public async Task Query_Parameters_KeepTheirKinds()
    {
        (long, double, string, byte[], bool) back = await Store.ReadAsync(
            s => s.QueryFirst(
                "SELECT $1, $2, $3, $4, CASE WHEN CAST($5 AS BIGINT) IS NULL THEN 1 ELSE 0 END",
                r => (r.GetInt64(0), r.GetDouble(1), r.GetString(2), r.GetFieldValue<byte[]>(3), r.GetInt64(4) == 1),
                long.MaxValue, 0.1, "é✓", new byte[] { 0, 255 }, null),
            Cancel);
        Assert.Equal((long.MaxValue, 0.1, "é✓", true), (back.Item1, back.Item2, back.Item3, back.Item5));
        Assert.Equal([0, 255], back.Item4);
    }

    [Fact]
    public async Task Execute_UntypedNullAndFlags_AreStoredAsTheirColumnsWantThem()
    {
        await Store.WriteAsync(s => s.Execute("INSERT INTO sample (id, number, share, word, bytes) VALUES ($1, $2, $3, $4, $5)", 1, null, null, null, null), Cancel);
        await Store.WriteAsync(
            s => s.Execute(
                "INSERT INTO sample (id, number, share, word, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET number = excluded.number, bytes = excluded.bytes",
                1, true, 0.5, "unused", new byte[] { 7 }),
            Cancel);
        (long Number, bool Share, bool Word, byte[] Bytes) row = await Store.ReadAsync(
            s => s.QueryFirst("SELECT number, share, word, bytes FROM sample WHERE id = $1", r => (r.GetInt64(0), r.IsDBNull(1), r.IsDBNull(2), r.GetFieldValue<byte[]>(3)), 1L),
            Cancel);
        Assert.Equal((1, true, true), (row.Number, row.Share, row.Word));
        Assert.Equal([7], row.Bytes);
    }

    [Fact]
    public async Task Execute_HalfASurrogatePair_IsStoredAsTheReplacementCharacter()
    {
        await AddAsync("cut \ud83d", 1);
        Assert.Equal(1, await ValueAsync("cut \ufffd"));
    }

    [Fact]
    public async Task Defer_ThenQuery_SeesWhatWasDeferred()
    {
        long seen = await Store.WriteAsync(
            s =>
            {
                s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "deferred", 1L);
                s.Defer("UPDATE tally SET value = value + 1 WHERE name = $1", "deferred");
                return Get(s, "deferred")!.Value;
            },
            Cancel);
        Assert.Equal((2, 2), (seen, await ValueAsync("deferred")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Defer_FailsInNested_UndoesThatPartOnly(bool lastInNested)
    {
        await Store.WriteAsync(
            s =>
            {
                s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "outer", 1L);
                Assert.ThrowsAny<System.Data.Common.DbException>(() => s.Nested(() =>
                {
                    s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "inner", 1L);
                    s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "inner", 1L);
                    if (!lastInNested)
                        Get(s, "inner");
                }));
                s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "after", 1L);
                return 0;
            },
            Cancel);
        Assert.Equal((1, null, 1), (await ValueAsync("outer"), await ValueAsync("inner"), await ValueAsync("after")));
    }

    [Fact]
    public async Task InsertMany_AmongOtherStatements_TakesEffectInOrder()
    {
        object?[][] rows = [.. Enumerable.Range(0, 1_000).Select(i => new object?[] { $"row{i}", (long)i })];
        long sum = await Store.WriteAsync(
            s =>
            {
                s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "before", 7L);
                s.InsertMany("tally", ["name", "value"], rows);
                s.InsertMany("tally", ["name", "value"], []);
                s.Defer("UPDATE tally SET value = value + 1 WHERE name = $1", "row999");
                return s.QueryFirst("SELECT sum(value) FROM tally", r => r.GetInt64(0));
            },
            Cancel);
        Assert.Equal(7 + (999 * 1_000 / 2) + 1, sum);
        Assert.Equal(1_000, await ValueAsync("row999"));
    }

    [Fact]
    public async Task InsertMany_RowThatIsThere_FailsItsPartAlone()
    {
        await AddAsync("there", 1);
        bool survived = await Store.WriteAsync(
            s =>
            {
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "kept", 1L);
                Assert.ThrowsAny<System.Data.Common.DbException>(() => s.Nested(() => s.InsertMany("tally", ["name", "value"], [["new", 1L], ["there", 2L]])));
                s.InsertMany("tally", ["name", "value"], [["later", 3L]]);
                return true;
            },
            Cancel);
        Assert.True(survived);
        Assert.Equal((1, 1, 3, null), (await ValueAsync("there"), await ValueAsync("kept"), await ValueAsync("later"), await ValueAsync("new")));
    }

    // The database throws the whole transaction away when a bulk copy breaks off; those who travel with it must not be told that they are stored.
    [Fact]
    public async Task InsertMany_RowsThatCannotBeSent_FailsItsUnitAlone()
    {
        Task<int>[] good = [.. Enumerable.Range(0, 20).Select(i => AddAsync($"good{i}", 1))];
        await Assert.ThrowsAnyAsync<Exception>(() => Store.WriteAsync(
            s =>
            {
                s.InsertMany("tally", ["name", "value"], [["half", 1L], ["bad", new object()]]);
                return 0;
            },
            Cancel));
        await Task.WhenAll(good);
        Assert.Null(await ValueAsync("half"));
        for (int i = 0; i < good.Length; i++)
            Assert.Equal(1, await ValueAsync($"good{i}"));
    }

    [Fact]
    public async Task Defer_FailsAtTheEndOfTheUnit_TellsItsCallerOnly()
    {
        Task<int>[] good = [.. Enumerable.Range(0, 20).Select(i => AddAsync($"good{i}", 1))];
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.WriteAsync(
            s =>
            {
                s.Defer("INSERT INTO tally (name, value) VALUES ($1, $2)", "bad", 2_000_000L);
                return 0;
            },
            Cancel));
        await Task.WhenAll(good);
        Assert.Null(await ValueAsync("bad"));
    }

    [Fact]
    public async Task Nested_ManyInAUnit_EachFailsAlone()
    {
        await Store.WriteAsync(
            s =>
            {
                for (int i = 0; i < 100; i++)
                {
                    try
                    {
                        s.Nested(() => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", $"n{i}", i % 3 == 0 ? 2_000_000L : 1L));
                    }
                    catch (System.Data.Common.DbException)
                    {
                        // Every third is refused by the table's own check.
                    }
                }

                return 0;
            },
            Cancel);
        Assert.Equal(66, await Store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally", r => r.GetInt64(0)), Cancel));
    }
}
