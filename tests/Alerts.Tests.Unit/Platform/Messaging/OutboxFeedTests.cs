using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Xunit;

namespace Alerts.Tests.Unit.Platform.Messaging;

public sealed class OutboxFeedTests
{
    private readonly OutboxFeed _feed = new();

    [Fact]
    public void Next_TableWasNeverRead_AsksForIt()
    {
        Offer(1, epoch: 1, foreign: 0);
        Assert.Null(_feed.Next(0, 10));
    }

    [Fact]
    public void Next_OwnCommitsOnly_GivesThemInOrderUntilTheyArePublished()
    {
        Mend(epoch: 4);
        Offer(7, epoch: 5, foreign: 4);
        Offer(8, epoch: 6, foreign: 4);
        Offer(9, epoch: 6, foreign: 4);
        Assert.Equal([7, 8], Next(after: 6, most: 2));
        Assert.Equal([7, 8], Next(after: 6, most: 2));
        Assert.Equal([9], Next(after: 8, most: 2));
        Assert.Equal([], Next(after: 9, most: 2));
    }

    [Fact]
    public void Next_AnotherProcessCommittedInBetween_AsksForTheTableBehindWhatIsKnown()
    {
        Mend(epoch: 4);
        Offer(7, epoch: 5, foreign: 4);
        Offer(9, epoch: 7, foreign: 6);
        Assert.Equal([7], Next(after: 6, most: 10));
        Assert.Null(_feed.Next(7, 10));
        Mend(epoch: 7);
        Offer(10, epoch: 8, foreign: 6);
        Assert.Equal([10], Next(after: 9, most: 10));
    }

    [Fact]
    public void Mend_CommittedWhileTheTableWasRead_IsGivenOnce()
    {
        _feed.BeginMending();
        Offer(7, epoch: 5, foreign: 0);
        Offer(8, epoch: 6, foreign: 0);
        _feed.Mend(epoch: 5);
        Assert.Equal([8], Next(after: 7, most: 10));
    }

    [Fact]
    public void Offer_MoreThanItHolds_AsksForTheTable()
    {
        Mend(epoch: 1);
        for (int i = 0; i < 10; i++)
            _feed.Offer(new OutboxRow(i + 1, new byte[1 << 20], new WriterTurn(i + 2, 0)));
        Assert.Null(_feed.Next(0, 10));
        Offer(11, epoch: 12, foreign: 0);
        Assert.Null(_feed.Next(0, 10));
    }

    [Fact]
    public void Break_WhileTheTableIsRead_ReadsItAgain()
    {
        _feed.BeginMending();
        _feed.Break();
        _feed.Mend(epoch: 5);
        Assert.Null(_feed.Next(0, 10));
    }

    private void Mend(long epoch)
    {
        _feed.BeginMending();
        _feed.Mend(epoch);
    }

    private void Offer(long sequence, long epoch, long foreign) => _feed.Offer(new OutboxRow(sequence, [1], new WriterTurn(epoch, foreign)));

    private IEnumerable<long>? Next(long after, int most) => _feed.Next(after, most)?.Select(r => r.Sequence);
}
