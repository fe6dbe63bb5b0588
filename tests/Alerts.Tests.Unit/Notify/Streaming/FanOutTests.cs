using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Terms;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Streaming;

public sealed class FanOutTests : IDisposable
{
    private readonly LogTail _tail = new(4);
    private readonly FanOut _fanOut;

    public FanOutTests() => _fanOut = new FanOut(_tail, new FakeTimeProvider());

    public void Dispose() => _fanOut.Dispose();

    [Fact]
    public void Deliver_RowThatOneWants_OffersItToThatOneAlone()
    {
        Begin();
        Listener wants = Join(5);
        Listener other = Join(6);

        _tail.Append(Row(1, city: 5));
        _fanOut.Deliver();

        Assert.Equal([1], wants.Offered);
        Assert.Equal(1, wants.Wakes);
        Assert.Empty(other.Offered);
        Assert.Equal(0, other.Wakes);
        Assert.Equal(1, _fanOut.Judged!.Value.Position);
    }

    [Fact]
    public void Deliver_SeveralRows_WakesOnce()
    {
        Begin();
        Listener wants = Join(5);

        for (int position = 1; position <= 3; position++)
            _tail.Append(Row(position, city: 5));
        _fanOut.Deliver();

        Assert.Equal([1], wants.Offered);
        Assert.Equal(1, wants.Wakes);
        Assert.Equal(3, _fanOut.Judged!.Value.Position);
    }

    [Fact]
    public void Deliver_RowsThatLeftTheRing_LetsEverybodyLook()
    {
        Begin();
        Listener wants = Join(5);
        Listener other = Join(6);

        for (int position = 1; position <= 9; position++)
            _tail.Append(Row(position, city: 5));
        _fanOut.Deliver();

        Assert.Equal([1], wants.Offered);
        Assert.Equal([1], other.Offered);
        Assert.Equal(9, _fanOut.Judged!.Value.Position);
    }

    [Fact]
    public void Deliver_JoinedBeforeTheTailBegan_LetsItLook()
    {
        Listener early = Join(5);
        _fanOut.Deliver();
        Assert.Empty(early.Offered);

        _tail.Begin(7);
        _fanOut.Deliver();

        Assert.Equal([1], early.Offered);
        Assert.Null(_fanOut.Judged);
    }

    [Fact]
    public void Deliver_AfterItLeft_OffersNothing()
    {
        Begin();
        Listener gone = Join(5);
        _fanOut.Leave(gone);

        _tail.Append(Row(1, city: 5));
        _fanOut.Deliver();

        Assert.Empty(gone.Offered);
    }

    // Nobody has joined yet.
    private void Begin()
    {
        _tail.Begin(0);
        _fanOut.Deliver();
    }

    private Listener Join(int city)
    {
        var listener = new Listener(new SubscriptionTerms(Scope.Local, new AlertFilter().At([new WatchedCity(city, default)], [], []), TimeSpan.FromSeconds(15)));
        _fanOut.Join(listener);
        return listener;
    }

    private static LogEntry Row(long position, int city) =>
        new(new LogPoint(position, default), $"{position}", Scope.Shared, new Reach { Cities = [city], Traits = ReachTraits.Real }, [], default);

    // Takes one offer and keeps it, as a subscriber does that is busy.
    private sealed class Listener(SubscriptionTerms terms) : ISubscriber
    {
        public SubscriptionTerms Terms => terms;

        public List<long> Offered { get; } = [];

        public int Wakes { get; private set; }

        public bool Offer(long position)
        {
            if (Offered.Count > 0)
                return false;
            Offered.Add(position);
            return true;
        }

        public void Wake() => Wakes++;

        public void Tick()
        {
        }
    }
}
