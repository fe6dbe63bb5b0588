using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Storage;
using Alerts.V1;
using Xunit;
using AlertAction = Alerts.V1.AlertAction;

namespace Alerts.Tests.Unit.Notify.Storage;

public sealed class AlertLogTests
{
    [Fact]
    public async Task Apply_ManyAtOnce_GivesDensePositionsWithOneChain()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => host.ApplyAsync(Assessments.Of($"s{i % 20}-{i}", 1)))));

        IReadOnlyList<LogEntry> rows = await host.RowsAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), rows.Select(r => r.Position));
        ChainHash chain = default;
        foreach (LogEntry row in rows)
        {
            chain = chain.Next(row.Body.Span, row.Position);
            Assert.Equal(chain, row.Point.Chain);
        }
    }

    [Fact]
    public async Task Apply_UnitThatFails_LeavesNoGap()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("a", 1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Store.WriteAsync<int>(
            session =>
            {
                host.Get<Alerts.Notify.Wire.OpenLogUnit>()(session).Append(
                    new LogDraft("x", Alerts.Terms.Scope.Shared, "situations/x", 1, Reach.None, [], new byte[] { 1 }));
                throw new InvalidOperationException();
            },
            TestContext.Current.CancellationToken));
        await host.ApplyAsync(Assessments.Of("b", 1));

        Assert.Equal([1L, 2L], (await host.RowsAsync()).Select(r => r.Position));
    }

    [Fact]
    public async Task Apply_LowerOrEqualRevision_IsIgnored()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await host.ApplyAsync(Assessments.Of("a", 2), Assessments.Of("a", 2), Assessments.Of("a", 1));

        Assert.Single(await host.RowsAsync());
    }

    [Fact]
    public async Task Apply_Thread_CompletesEachAlert()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await host.ApplyAsync(
            Assessments.Of("a", 1, AlertAction.Update), Assessments.Of("a", 4, AlertAction.Escalate), Assessments.Of("a", 9, AlertAction.Cancel));

        Alert[] alerts = [.. (await host.RowsAsync()).Select(r => Alert.Parser.ParseFrom(r.Body.Span))];
        Assert.Equal([AlertAction.Raise, AlertAction.Escalate, AlertAction.Cancel], alerts.Select(a => a.Action));
        Assert.Equal([1L, 2L, 3L], alerts.Select(a => a.SituationRevision));
        Assert.Equal([alerts[0].Name, alerts[1].Name], alerts[2].References);
        Assert.Equal(Alerts.V1.SituationState.Cancelled, alerts[2].State);
        Assert.Equal(
            [Alerts.V1.CapMessageType.Alert, Alerts.V1.CapMessageType.Update, Alerts.V1.CapMessageType.Cancel],
            alerts.Select(a => a.Cap.MessageType));
    }

    [Fact]
    public async Task Apply_CancelOfWhatNobodyWasTold_IsRecordedAndNotTold()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await host.ApplyAsync(Assessments.Of("a", 3, AlertAction.Cancel), Assessments.Of("a", 2, AlertAction.Raise));

        Assert.Empty(await host.RowsAsync());
    }

    [Fact]
    public async Task Apply_SameSituationInTwoScopes_AreTwoThreads()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        await host.ApplyAsync(Assessments.Of("a", 1), Assessments.Of("a", 1, scope: "local"));

        Assert.Equal(["shared", "local"], (await host.RowsAsync()).Select(r => r.Scope.Value));
    }

    // A subscriber that takes nothing holds a page.
    [Fact]
    public async Task Read_LongAlerts_EndsAPageWithTheRowThatFillsIt()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Enumerable.Range(1, 8).Select(n => Long($"s{n}", LogPage.Bytes * 2 / 5)));
        ILogReader log = host.Get<ILogReader>();

        Assert.Equal([1L, 2L, 3L], Positions(await log.AfterAsync(0, TestContext.Current.CancellationToken)));
        Assert.Equal([8L], Positions(await log.AfterAsync(7, TestContext.Current.CancellationToken)));
        Assert.Empty(await log.AfterAsync(8, TestContext.Current.CancellationToken));
        Assert.Equal([3L, 4L, 6L], Positions(await log.AtAsync([2, 3, 4, 6, 8], 1, TestContext.Current.CancellationToken)));
        Assert.Equal([2L], Positions(await log.AtAsync([2, 99, 3], 0, TestContext.Current.CancellationToken)));
        Assert.Empty(await log.AtAsync([2, 99, 3], 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAt_ManyPositions_GivesEachOnceInOrderUpToOneThatIsGone()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Enumerable.Range(1, 100).Select(n => Assessments.Of($"s{n}", 1)));
        ILogReader log = host.Get<ILogReader>();
        long[] odd = [.. Enumerable.Range(0, 50).Select(i => (2L * i) + 1)];

        Assert.Equal(odd[3..], Positions(await log.AtAsync(odd, 3, TestContext.Current.CancellationToken)));
        Assert.Equal(odd, Positions(await log.AtAsync([.. odd, 101, 102], 0, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Prune_OldRows_KeepsOpenSituationsAndTheChain()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("open", 1), Assessments.Of("over", 1), Assessments.Of("over", 2, AlertAction.Cancel));
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.ApplyAsync(Assessments.Of("new", 1));

        int pruned = await host.Get<LogPruner>().PruneAsync(NotifyHost.Began.AddSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(3, pruned);
        Assert.Equal([1L, 4L], (await host.RowsAsync()).Select(r => r.Position));
        LogState log = await host.Get<ILogReader>().StateAsync(TestContext.Current.CancellationToken);
        Assert.Equal((3L, 4L), (log.Floor.Position, log.Head.Position));
        Assert.Equal(log.Head.Chain, log.Floor.Chain.Next((await host.RowsAsync())[1].Body.Span, 4));
    }

    private static Event Long(string situation, int length)
    {
        Event assessed = Assessments.Of(situation, 1);
        assessed.SituationAssessed.Alert.Summary = new string('x', length);
        return assessed;
    }

    private static IEnumerable<long> Positions(IEnumerable<LogEntry> rows) => rows.Select(r => r.Position);
}
