using Alerts.Notify.Log;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Log;

public sealed class CursorCheckTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    // Positions 11 to 20 are kept.
    private static readonly LogState Log = new(Id, new LogPoint(20, new ChainHash(20)), new LogPoint(10, new ChainHash(10)));

    [Theory]
    [InlineData(10, true)]
    [InlineData(15, true)]
    [InlineData(20, true)]
    [InlineData(9, false)]
    [InlineData(21, false)]
    public void Holds_Position_OnlyWithinWhatIsKept(long position, bool holds) => Assert.Equal(
        holds,
        CursorCheck.Holds(new Cursor(Id, new LogPoint(position, new ChainHash(5))), Log, new ChainHash(5)));

    [Fact]
    public void Holds_OtherLog_No() => Assert.False(CursorCheck.Holds(new Cursor(Guid.Empty, Log.Head), Log, Log.Head.Chain));

    [Fact]
    public void Holds_OtherChain_No() => Assert.False(CursorCheck.Holds(new Cursor(Id, Log.Head), Log, new ChainHash(21)));

    [Fact]
    public void Holds_RowMissing_No() => Assert.False(CursorCheck.Holds(new Cursor(Id, Log.Head), Log, null));

    [Fact]
    public void Next_BodyPositionOrPast_EachChangesTheChain()
    {
        ChainHash chain = default(ChainHash).Next([1, 2], 1);

        Assert.NotEqual(chain, default(ChainHash).Next([1, 3], 1));
        Assert.NotEqual(chain, default(ChainHash).Next([1, 2], 2));
        Assert.NotEqual(chain, new ChainHash(1).Next([1, 2], 1));
        Assert.Equal(chain, ChainHash.Read(chain.ToBytes()));
    }
}
