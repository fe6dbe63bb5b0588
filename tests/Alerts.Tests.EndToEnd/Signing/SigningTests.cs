using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Signing;

/// <summary>What an adviser signs on a real server: it counts, is told, outlives kill -9, and is in the history.</summary>
public sealed class SigningTests
{
    private static readonly string Gao = $"cities/{Samples.Gao}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_ServerKilled_StandsAndIsToldAndInTheHistory()
    {
        using var folder = new TestFolder();
        SignAssessmentRequest request = Assessment(ThreatLevel.Substantial);
        SignAssessmentResponse signed;
        using (AlertsProcess first = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream"))
        {
            using AlertsClient client = first.Connect();
            signed = await client.Risk.SignAssessmentAsync(request, cancellationToken: Cancel);
            await first.KillAsync();
        }

        using AlertsProcess second = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsClient again = second.Connect();
        CityThreat threat = await ThreatAsync(again);
        Assert.Equal(signed.Assessment, threat.Assessed);
        Assert.Equal((ThreatLevel.Substantial, Gao), (threat.Level, threat.Assessed.Area));
        Assert.Equal("ASSESSED", threat.Reasons[0].Code);
        // A repeat is answered from memory; other words under the same id are refused.
        Assert.Equal(signed, await again.Risk.SignAssessmentAsync(request, cancellationToken: Cancel));
        request.Rationale = "Other words.";
        Assert.Equal(StatusCode.AlreadyExists, (await Assert.ThrowsAsync<RpcException>(() => again.Risk.SignAssessmentAsync(request, cancellationToken: Cancel).ResponseAsync)).StatusCode);
        Alert told = await AlertAsync(again, a => a.Kind == SituationKind.Level);
        Assert.Equal((AlertAction.Raise, Urgency.Priority, "local"), (told.Action, told.Urgency, told.Scope));
        CityEffect effect = Assert.Single(told.Cities);
        Assert.Equal((ThreatLevel.Unspecified, ThreatLevel.Substantial), (effect.LevelBefore, effect.LevelAfter));

        var withdraw = new WithdrawAssessmentRequest { Area = Gao, Rationale = "Signed by mistake." };
        WithdrawAssessmentResponse withdrawn = await again.Risk.WithdrawAssessmentAsync(withdraw, cancellationToken: Cancel);
        Assert.Equal(ThreatLevel.Unspecified, (await ThreatAsync(again)).Level);
        Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(() => again.Risk.WithdrawAssessmentAsync(withdraw, cancellationToken: Cancel).ResponseAsync)).StatusCode);
        CityThreat then = (await again.Risk.GetCityThreatAsync(
            new GetCityThreatRequest { Name = $"{Gao}/threat", AsOfTime = (withdrawn.WithdrawTime.ToDateTimeOffset().AddTicks(-10)).ToTimestamp() }, cancellationToken: Cancel)).Threat;
        Assert.Equal(signed.Assessment, then.Assessed);
        Alert ended = await AlertAsync(again, a => a.Situation == told.Situation && a.SituationRevision == 2);
        Assert.Equal((SituationState.Expired, Urgency.Routine), (ended.State, ended.Urgency));
    }

    [Fact]
    public async Task ListToSign_AfterAnAttack_AsksForASignatureAndStopsAsking()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsClient client = server.Connect();
        await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = Samples.Attack() }, cancellationToken: Cancel);
        Alert attack = await AlertAsync(client, a => a.Kind == SituationKind.Incident);
        ThreatLevel forced = (await ThreatAsync(client)).Level;
        Assert.True(forced >= ThreatLevel.Moderate);
        Assert.Equal(ToSignKind.NotSigned, Assert.Single(await ItemsAsync(), i => i.Subject == Gao).Kind);

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await client.Risk.HoldFloorAsync(
            new HoldFloorRequest { Name = attack.Situation, UntilTime = now.AddHours(12).ToTimestamp(), Rationale = "Armed men are still in the quarter." }, cancellationToken: Cancel);
        Assert.Equal(ToSignKind.OrderEnds, Assert.Single(await ItemsAsync(), i => i.Subject == attack.Situation).Kind);
        LevelOverride down = (await client.Risk.OverrideLevelAsync(
            new OverrideLevelRequest { Area = Gao, Level = ThreatLevel.Low, Direction = OverrideDirection.Down, EndTime = now.AddDays(3).ToTimestamp(), Rationale = "Seen to be over." },
            cancellationToken: Cancel)).Override;
        Assert.Equal([attack.Situation], down.Situations);
        CityThreat lowered = await ThreatAsync(client);
        Assert.Equal((ThreatLevel.Low, down), (lowered.Level, Assert.Single(lowered.Overrides)));
        await client.Risk.SignAssessmentAsync(Assessment(ThreatLevel.High), cancellationToken: Cancel);
        Assert.Equal(ThreatLevel.High, (await ThreatAsync(client)).Level);
        Assert.DoesNotContain(await ItemsAsync(), i => i.Subject == Gao);

        async Task<IReadOnlyList<ToSignItem>> ItemsAsync()
        {
            // The list of cities is kept for two seconds.
            await Task.Delay(TimeSpan.FromSeconds(2.1), TimeProvider.System, Cancel);
            ListToSignResponse page = await client.Risk.ListToSignAsync(new ListToSignRequest { PageSize = 500 }, cancellationToken: Cancel);
            Assert.Equal(page.Items.Count, page.TotalSize);
            return page.Items;
        }
    }

    private static SignAssessmentRequest Assessment(ThreatLevel level) => new()
    {
        RequestId = "sign-1",
        Area = Gao,
        Level = level,
        Category = ThreatCategory.Terrorism,
        Rationale = "Invented for a test.",
        ReviewDate = TimeProvider.System.GetUtcNow().AddDays(90).ToString("yyyy-MM-dd"),
    };

    private static async Task<CityThreat> ThreatAsync(AlertsClient client) =>
        (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"{Gao}/threat" }, cancellationToken: Cancel)).Threat;

    private static async Task<Alert> AlertAsync(AlertsClient client, Func<Alert, bool> wanted)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limited.CancelAfter(TimeSpan.FromSeconds(60));
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: limited.Token);
        while (await stream.ResponseStream.MoveNext(limited.Token))
        {
            if (stream.ResponseStream.Current.Alert?.Alert is { } alert && wanted(alert))
                return alert;
        }

        throw new InvalidOperationException("The stream ended without the alert.");
    }
}
