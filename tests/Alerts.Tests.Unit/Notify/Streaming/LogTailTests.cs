using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Streaming;

public sealed class LogTailTests
{
    [Fact]
    public void Append_BeforeItBegan_IsRefused() => Assert.False(new LogTail(4).Append(Row(1)));

    [Fact]
    public void Append_GapOrRepeat_IsRefusedAndTheHeadStays()
    {
        var tail = new LogTail(4);
        tail.Begin(0);

        Assert.True(tail.Append(Row(1)));
        Assert.False(tail.Append(Row(1)));
        Assert.False(tail.Append(Row(3)));
        Assert.Equal(1, tail.Head);
    }

    [Fact]
    public void Read_RowsThatLeftTheRing_SaysBehind()
    {
        var tail = new LogTail(4);
        tail.Begin(0);
        for (int position = 1; position <= 6; position++)
            tail.Append(Row(position));

        Assert.Equal(TailRead.Behind, tail.Read(0, out _));
        Assert.Equal(TailRead.Behind, tail.Read(1, out _));
        Assert.Equal(TailRead.Found, tail.Read(2, out LogEntry? third));
        Assert.Equal(3, third!.Position);
        Assert.Equal(TailRead.UpToDate, tail.Read(6, out _));
    }

    [Fact]
    public void Read_BeforeTheTailBegan_SaysBehind()
    {
        var tail = new LogTail(4);
        tail.Begin(10);

        Assert.Equal(TailRead.Behind, tail.Read(3, out _));
        Assert.Equal(TailRead.UpToDate, tail.Read(10, out _));
    }

    [Fact]
    public async Task Read_WhileAnotherThreadAppends_SeesEveryRowOnceInOrder()
    {
        var tail = new LogTail(8);
        tail.Begin(0);
        Task writer = Task.Run(
            () =>
            {
                for (int position = 1; position <= 20_000; position++)
                    tail.Append(Row(position));
            },
            TestContext.Current.CancellationToken);

        long at = 0;
        while (at < 20_000)
        {
            switch (tail.Read(at, out LogEntry? entry))
            {
                case TailRead.Found:
                    Assert.Equal(at + 1, entry!.Position);
                    at++;
                    break;
                case TailRead.Behind:
                    at = tail.Head - 4;
                    break;
                default:
                    await Task.Yield();
                    break;
            }
        }

        await writer;
    }

    private static LogEntry Row(long position) =>
        new(new LogPoint(position, new ChainHash((UInt128)position)), $"{position}", Scope.Shared, Reach.None, [], ReadOnlyMemory<byte>.Empty);
}
