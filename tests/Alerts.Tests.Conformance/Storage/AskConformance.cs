using System.Text;
using Alerts.Platform.Storage;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>What every store promises of many rows that are looked at, of questions that are answered later, and of units that are tried again.</summary>
public abstract class AskConformance : GatheredWritesConformance
{
    [Fact]
    public async Task Scan_Rows_ShowsEachUntilItIsEnough()
    {
        for (int i = 1; i <= 4; i++)
            await AddAsync($"é{i}", i);
        for (int most = 1; most <= 5; most++)
        {
            IReadOnlyList<string> seen = await Store.ReadAsync(s => Seen(s, most), Cancel);
            Assert.Equal(Enumerable.Range(2, Math.Min(most, 3)).Select(i => $"é{i} {i} 0"), seen);
        }

        static IReadOnlyList<string> Seen(IReadSession session, int most)
        {
            var seen = new List<string>();
            session.Scan(
                "SELECT name, value, NULL FROM tally WHERE value >= $1 ORDER BY value",
                row =>
                {
                    seen.Add($"{Encoding.UTF8.GetString(row.Bytes(0))} {row.Whole(1)} {row.Bytes(2).Length}");
                    return seen.Count < most;
                },
                2L);
            return seen;
        }
    }

    [Fact]
    public async Task Ask_BeforeAndBehindWrites_SeesWhatWasWrittenBefore()
    {
        await AddAsync("asked", 1);
        (long First, long Second) seen = await Store.WriteAsync(
            s =>
            {
                Asked<long> first = s.Ask("SELECT value FROM tally WHERE name = $1", r => r.GetInt64(0), "asked");
                s.Defer("UPDATE tally SET value = value + 1 WHERE name = $1", "asked");
                Asked<long> second = s.Ask("UPDATE tally SET value = value + 1 WHERE name = $1 RETURNING value", r => r.GetInt64(0), "asked");
                return (first.Rows[0], second.Rows[0]);
            },
            Cancel);
        Assert.Equal((1, 3, 3), (seen.First, seen.Second, await ValueAsync("asked")));
    }

    [Fact]
    public async Task Ask_BeforeTheUnit_IsAnsweredWithinIt()
    {
        await AddAsync("asked", 1);
        int[] read = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ((IWriter)Store).WriteAsync(
            s => s.Ask("SELECT value FROM tally WHERE name = $1", r => r.GetInt32(0), "asked"),
            (s, asked) =>
            {
                s.Defer("UPDATE tally SET value = $1 WHERE name = $2", asked.Rows[0] + 1L, "asked");
                return asked.Rows[0];
            },
            Cancel)));
        Assert.Equal(Enumerable.Range(1, 50), read.Order());
        Assert.Equal(51, await ValueAsync("asked"));
    }

    [Fact]
    public async Task Ask_RowCannotBeMapped_FailsWhoLooksAtItOnly()
    {
        await AddAsync("asked", 1);
        await Store.WriteAsync(
            s =>
            {
                Assert.Throws<InvalidOperationException>(() => { _ = s.Ask<string>("SELECT value FROM tally WHERE name = $1", _ => throw new InvalidOperationException(), "asked").Rows; });
                return s.Execute("UPDATE tally SET value = value + 1 WHERE name = $1", "asked");
            },
            Cancel);
        Assert.Equal(2, await ValueAsync("asked"));
    }

    [Fact]
    public async Task Write_OneOfManyFailsAfterItWrote_TheOthersAreStoredOnce()
    {
        await AddAsync("sum", 0);
        Task<int>[] all =
        [
            .. Enumerable.Range(0, 100).Select(i => Store.WriteAsync(
                s =>
                {
                    int changed = s.Execute("UPDATE tally SET value = value + 1 WHERE name = $1", "sum");
                    return i % 10 == 0 ? throw new InvalidOperationException() : changed;
                },
                Cancel)),
        ];
        await Task.WhenAll(all).ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.Equal(10, all.Count(t => t.IsFaulted));
        Assert.Equal(90, await ValueAsync("sum"));
    }

    [Fact]
    public async Task Beside_UnitsOfBothWriters_LoseNoIncrementBehindTheFence()
    {
        await AddAsync("fence", 0);
        const string Fence = "UPDATE tally SET value = value WHERE name = 'fence' RETURNING value";
        IWriter beside = Store.Beside(Fence);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? beside : Store).WriteAsync(
            s =>
            {
                long value = s.QueryFirst(Fence, r => r.GetInt64(0));
                s.Defer("UPDATE tally SET value = $1 WHERE name = $2", value + 1, "fence");
                return 0;
            },
            Cancel)));
        Assert.Equal(200, await ValueAsync("fence"));
    }
}
