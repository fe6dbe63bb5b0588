using Alerts.Notify.Grpc;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Grpc;

public sealed class AlertQueriesTests
{
    private static readonly Principal Stranger = new("officer-9", new Scope("other"), Roles.Officer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_Pages_GiveEveryAlertOnceNewestFirst()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Enumerable.Range(1, 7).Select(n => Assessments.Of($"s{n}", 1)));
        var request = new ListAlertsRequest { PageSize = 3 };
        var headlines = new List<string>();
        do
        {
            ListAlertsResponse page = await host.Get<AlertQueries>().ListAsync(request, NotifyHost.Officer, Cancel);
            headlines.AddRange(page.Alerts.Select(a => a.Headline));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["s7 1", "s6 1", "s5 1", "s4 1", "s3 1", "s2 1", "s1 1"], headlines);
    }

    [Fact]
    public async Task List_LastPageIsFull_PromisesNoOther()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("a", 1), Assessments.Of("b", 1), Assessments.Of("theirs", 1, scope: "other"));

        ListAlertsResponse page = await host.Get<AlertQueries>().ListAsync(new ListAlertsRequest { PageSize = 2 }, NotifyHost.Officer, Cancel);

        Assert.Equal(["b 1", "a 1"], page.Alerts.Select(a => a.Headline));
        Assert.Empty(page.NextPageToken);
    }

    [Fact]
    public async Task List_ActiveOnlyAndSituation_Select()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(
            Assessments.Of("on", 1), Assessments.Of("on", 2), Assessments.Of("over", 1), Assessments.Of("over", 2, AlertAction.Cancel));

        ListAlertsResponse active = await host.Get<AlertQueries>().ListAsync(new ListAlertsRequest { ActiveOnly = true }, NotifyHost.Officer, Cancel);
        ListAlertsResponse thread = await host.Get<AlertQueries>().ListAsync(
            new ListAlertsRequest { Situation = Assessments.Name("over") }, NotifyHost.Officer, Cancel);

        Assert.Equal(["on 2"], active.Alerts.Select(a => a.Headline));
        Assert.Equal(["over 2", "over 1"], thread.Alerts.Select(a => a.Headline));
    }

    [Fact]
    public async Task Get_OtherOrganisationsAlert_DoesNotExist()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("ours", 1, scope: "local"));
        string name = (await host.Get<AlertQueries>().ListAsync(new ListAlertsRequest(), NotifyHost.Officer, Cancel)).Alerts[0].Name;

        GetAlertResponse ours = await host.Get<AlertQueries>().GetAsync(new GetAlertRequest { Name = name }, NotifyHost.Officer, Cancel);
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(
            () => host.Get<AlertQueries>().GetAsync(new GetAlertRequest { Name = name }, Stranger, Cancel));

        Assert.Equal("ours 1", ours.Alert.Headline);
        Assert.Equal(ErrorKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task Acknowledge_Twice_GivesTheFirstAndOwnOrganisationSeesIt()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("a", 1));
        AlertQueries queries = host.Get<AlertQueries>();
        string name = (await queries.ListAsync(new ListAlertsRequest(), NotifyHost.Officer, Cancel)).Alerts[0].Name;

        AcknowledgeAlertResponse first = await queries.AcknowledgeAsync(
            new AcknowledgeAlertRequest { Name = name, Note = "seen" }, NotifyHost.Officer, Cancel);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        AcknowledgeAlertResponse second = await queries.AcknowledgeAsync(
            new AcknowledgeAlertRequest { Name = name, Note = "again" }, NotifyHost.Officer, Cancel);

        Assert.Equal(first, second);
        Assert.Equal(first.Acknowledgement, Assert.Single((await queries.GetAsync(new GetAlertRequest { Name = name }, NotifyHost.Officer, Cancel)).Acknowledgements));
        Assert.Empty((await queries.GetAsync(new GetAlertRequest { Name = name }, Stranger, Cancel)).Acknowledgements);
    }

    [Theory]
    [InlineData("alerts/")]
    [InlineData("alerts/1")]
    [InlineData("watches/0f8fad5b-d9cb-469f-a165-70867728950e")]
    public async Task Get_MalformedName_IsInvalid(string name)
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(
            () => host.Get<AlertQueries>().GetAsync(new GetAlertRequest { Name = name }, NotifyHost.Officer, Cancel));

        Assert.Equal("name", Assert.Single(refusal.Violations).Field);
    }
}
