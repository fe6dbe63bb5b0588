using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Recall;

/// <summary>Who was told of something is told that it was wrong, wherever they were meanwhile; and it shows as active nowhere any more.</summary>
public sealed class RecallTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private AlertsProcess _server = null!;
    private AlertsClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await AlertsProcess.UpAsync(_folder, Cancellation, "--no-stream");
        _client = _server.Connect();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Retract_ReportOfTheOnlySource_CancelsAtEveryFilterThatWasToldOnlineOrNot()
    {
        AlertFilter[] filters =
        [
            new() { GeonamesIds = { Samples.Gao } },
            new() { CountryCodes = { "ML" }, MinimumUrgency = Urgency.Flash },
            new() { Areas = { new Circle { Centre = new GeoPoint { Latitude = 16.27, Longitude = -0.04 }, RadiusKm = 5 } } },
            new() { Routes = { new Route { Points = { Gao(16.5), Gao(16) }, WidthKm = 10 } } },
            new() { EventTypes = { EventType.ViolenceAgainstCivilians }, OwnSites = { new OwnSite { DisplayName = "Clinic", Point = Gao(16.27), RadiusKm = 3 } } },
        ];
        string report = (await _client.Ingest.SubmitReportAsync(new SubmitReportRequest { RequestId = "r", Report = Samples.Attack() }, cancellationToken: Cancellation)).Name;
        // Told, and gone: each with the cursor behind the alert.
        var cursors = new List<string>();
        foreach (AlertFilter filter in filters)
        {
            DeliveredAlert told = await NextAsync(new StreamAlertsRequest { Filter = filter, FromStart = true }, AlertAction.Raise);
            Assert.Equal(Urgency.Flash, told.Alert.Urgency);
            cursors.Add(told.Cursor);
        }

        await _client.Ingest.RetractReportAsync(
            new RetractReportRequest { RequestId = "w", Name = report, Scope = RetractionScope.Report, Reason = "It was a wedding." }, cancellationToken: Cancellation);

        foreach ((AlertFilter filter, string cursor) in filters.Zip(cursors))
        {
            DeliveredAlert recall = await NextAsync(new StreamAlertsRequest { Filter = filter, Cursor = cursor, Language = "fr" }, AlertAction.Cancel);
            Assert.StartsWith("FAUSSE ALERTE, RETIRÉE : Attaque à Gao", recall.Alert.Headline, StringComparison.Ordinal);
            Assert.Empty((await _client.Notify.ListAlertsAsync(new ListAlertsRequest { ActiveOnly = true, Filter = filter }, cancellationToken: Cancellation)).Alerts);
        }

        using AsyncServerStreamingCall<StreamAlertsResponse> late = _client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: Cancellation);
        Assert.True(await late.ResponseStream.MoveNext(Cancellation));
        Assert.Equal(0, late.ResponseStream.Current.Subscribed.SnapshotSize);
    }

    [Fact]
    public async Task Clear_ByAnAdviser_ReachesWhoWasToldAndEndsTheAlert()
    {
        await _client.Ingest.SubmitReportAsync(new SubmitReportRequest { RequestId = "r", Report = Samples.Attack() }, cancellationToken: Cancellation);
        var filter = new AlertFilter { MinimumUrgency = Urgency.Flash };
        DeliveredAlert told = await NextAsync(new StreamAlertsRequest { Filter = filter, FromStart = true }, AlertAction.Raise);

        await _client.Risk.ClearSituationAsync(
            new ClearSituationRequest { RequestId = "c", Name = told.Alert.Situation, Rationale = "Calm since noon." }, cancellationToken: Cancellation);

        // Itself no Flash; the situation was.
        DeliveredAlert over = await NextAsync(new StreamAlertsRequest { Filter = filter, Cursor = told.Cursor }, AlertAction.Clear);
        Assert.True(over.Alert.Cap.AllClear);
        Assert.Equal([told.Alert.Name], over.Alert.References);
        Assert.Empty((await _client.Notify.ListAlertsAsync(new ListAlertsRequest { ActiveOnly = true }, cancellationToken: Cancellation)).Alerts);
    }

    private static GeoPoint Gao(double latitude) => new() { Latitude = latitude, Longitude = -0.04 };

    private async Task<DeliveredAlert> NextAsync(StreamAlertsRequest request, AlertAction action)
    {
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = _client.Notify.StreamAlerts(request, cancellationToken: Cancellation);
        while (await stream.ResponseStream.MoveNext(Cancellation))
        {
            if (stream.ResponseStream.Current.Alert is { } delivered && delivered.Alert.Action == action)
                return delivered;
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
