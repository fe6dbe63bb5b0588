using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Streaming;

public sealed class HushingSinkTests
{
    private static readonly DateTimeOffset Midnight = new(2024, 9, 17, 0, 0, 0, TimeSpan.Zero);

    // A reader that is killed at any frame and comes back with the last cursor it had handled, at any time of days with quiet hours and a
    // silence: each position comes once and in order, and what came hushed and is active at the end has been told again since.
    [Property(MaxTest = 500)]
    public async Task Write_ReaderKilledAtAnyFrame_LosesNothingAndIsToldAgainWhatIsActive(int seed)
    {
        var random = new Random(seed);
        var log = new ShortLog(random);
        HushRules rules = new(
            AlertFilter.Everything,
            random.Next(2) == 0 ? new Silence(Midnight.AddHours(random.Next(12)), Midnight.AddHours(12 + random.Next(12))) : null,
            random.Next(2) == 0 ? new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), TimeZoneInfo.Utc) : null);
        var terms = new SubscriptionTerms(Scope.Local, AlertFilter.Everything, TimeSpan.FromSeconds(15));
        DateTimeOffset now = Midnight;
        (LogPoint At, Quieted Quieted) saved = (LogPoint.Start, default);
        List<StreamFrame.Alert> handled = [];

        while (saved.At.Position < log.Rows.Count || !saved.Quieted.IsNone)
        {
            int left = random.Next(1, 20);
            var sink = new HushingSink(
                new Reader(frame =>
                {
                    if (left-- == 0)
                        throw new OperationCanceledException();
                    if (frame is StreamFrame.Alert alert)
                        handled.Add(alert);
                    if (frame.Where is { } where)
                        saved = (where, frame.Quieted);
                }),
                rules, terms, log, new SubscriptionStart(saved.At, []) { Quieted = saved.Quieted }, log.FactsOf, () => now);
            try
            {
                LogPoint at = saved.At;
                for (int i = 0; i < 30; i++)
                {
                    now = now.AddMinutes(random.Next(90));
                    if (at.Position < log.Rows.Count && random.Next(3) > 0)
                    {
                        at = log.Rows[(int)at.Position].Point;
                        await sink.WriteAsync(new StreamFrame.Alert(at, log.Rows[(int)at.Position - 1], IsSnapshot: false), CancellationToken.None);
                    }
                    else
                    {
                        await sink.WriteAsync(new StreamFrame.Bookmark(at, default), CancellationToken.None);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // Killed.
            }
        }

        Assert.Equal(Enumerable.Range(1, log.Rows.Count).Select(i => (long)i), handled.Where(f => f.Released is null).Select(f => f.Entry.Position));
        foreach (IGrouping<string, StreamFrame.Alert> situation in handled.GroupBy(f => log.FactsOf(f.Entry).Situation))
        {
            StreamFrame.Alert newest = situation.Last(f => f.Released is null);
            bool mustBeTold = newest.Hush is not null && log.FactsOf(newest.Entry).IsOpen;
            Assert.True(!mustBeTold || situation.SkipWhile(f => f != newest).Any(f => f.Released is not null && f.Entry == newest.Entry));
            Assert.All(situation.Where(f => f.Released is not null), f => Assert.True(log.FactsOf(f.Entry).IsOpen));
        }
    }

    [Theory]
    [InlineData(Urgency.Flash, "Raise", false, "Silence")]
    [InlineData(Urgency.Flash, "Raise", true, "0")]
    [InlineData(Urgency.Priority, "Raise", true, "Silence, QuietHours")]
    [InlineData(Urgency.Priority, "Cancel", true, "0")]
    [InlineData(Urgency.Priority, "Cancel", false, "Silence")]
    [InlineData(Urgency.Priority, "Clear", true, "Silence, QuietHours")]
    public void Holding_ThreadThatRang_KeepsItsSoundWhereItMust(Urgency urgency, string action, bool ownSite, string held)
    {
        GeoPoint gao = new(16.27, -0.04);
        AlertFilter filter = new AlertFilter().At([], [], ownSite ? [new Circle(gao, 5)] : []);
        var reach = new Reach { PeakUrgency = Urgency.Flash, Sites = [new ReachSite(gao, 0)] };
        var facts = new AlertFacts("s", urgency, Enum.Parse<AlertAction>(action), SituationState.Active);

        Assert.Equal(Enum.Parse<HushReason>(held), new HushRules(filter, null, null).Holding(HushReason.Silence | HushReason.QuietHours, reach, facts));
    }

    [Fact]
    public void Holding_SystemAlert_KeepsItsSound() => Assert.Equal((HushReason)0, HushRules.None.Holding(
        HushReason.Silence, new Reach { Traits = ReachTraits.System }, new AlertFacts("s", Urgency.Priority, AlertAction.Raise, SituationState.Active)));

    // A stretch of log with a few threads that are raised, updated and ended.
    private sealed class ShortLog : ILogReader
    {
        private readonly Dictionary<long, AlertFacts> _facts = [];

        public ShortLog(Random random)
        {
            for (long position = 1; position <= 40; position++)
            {
                _facts[position] = new AlertFacts($"s{random.Next(8)}", (Urgency)random.Next(1, 4), AlertAction.Update, (SituationState)random.Next(1, 5));
                Rows.Add(new LogEntry(new LogPoint(position, default), $"{position}", Scope.Shared, new Reach { PeakUrgency = _facts[position].Urgency }, [], default));
            }
        }

        public List<LogEntry> Rows { get; } = [];

        public AlertFacts FactsOf(LogEntry entry) => _facts[entry.Position];

        public Task<IReadOnlyList<LogEntry>> AfterAsync(long position, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LogEntry>>([.. Rows.Skip((int)position).Take(7)]);

        public Task<LogState> StateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Mark> MarkAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<(LogState Log, ChainHash? Chain)> ProbeAsync(long position, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogEntry>> BeforeAsync(long position, int limit, LogSelection selection, Scope viewer, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LogSnapshot> SnapshotAsync(Func<LogEntry, bool> test, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogEntry>> AtAsync(IReadOnlyList<long> positions, int from, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LogEntry?> FindAsync(string alertId, Scope viewer, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Reader(Action<StreamFrame> handle) : IFrameSink
    {
        public bool IsStuck => false;

        public ValueTask WriteAsync(StreamFrame frame, CancellationToken cancellationToken)
        {
            handle(frame);
            return ValueTask.CompletedTask;
        }

        public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
