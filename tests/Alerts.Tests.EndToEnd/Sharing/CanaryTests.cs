using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>
/// Whatever one organisation keeps to itself never reaches the other: not a word of it, not a name, and not as a count, a level or a gap. The words are
/// invented and stand nowhere else.
/// </summary>
public sealed class CanaryTests(TwoOrganisations server) : IClassFixture<TwoOrganisations>
{
    private const string Canary = "canarybird7731";
    private const string Site = "canarysite9042";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Gao = $"cities/{Samples.Gao}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatOneOrganisationKeeps_NeverReachesTheOther()
    {
        string before = await StateAsync(TwoOrganisations.South);
        IReadOnlyList<string> names = await ActAsync();

        // It is there for its own people, else this would prove nothing.
        Assert.Contains(await Everything.SeenAsync(server, TwoOrganisations.North, Role.Adviser, []), s => s.Contains(Canary, StringComparison.Ordinal));
        foreach (Role role in TwoOrganisations.Roles)
        {
            foreach (string seen in await Everything.SeenAsync(server, TwoOrganisations.South, role, names))
            {
                Assert.DoesNotContain(Canary, seen, StringComparison.OrdinalIgnoreCase);
                // A refusal may repeat the name that was asked for; nothing else may know it.
                if (!seen.Contains("does not exist", StringComparison.Ordinal) && !seen.Contains("must ", StringComparison.Ordinal) && !seen.Contains("PERMISSION_DENIED", StringComparison.OrdinalIgnoreCase) && !seen.Contains("PermissionDenied", StringComparison.Ordinal))
                    Assert.False(names.Any(name => seen.Contains(name, StringComparison.Ordinal)), seen);
            }
        }

        Assert.Equal(before, await StateAsync(TwoOrganisations.South));
        Assert.DoesNotContain(Canary, server.Process.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task RedReport_IsReadByItsRecipientsAloneAndFeedsNothing()
    {
        AlertsClient officer = server[TwoOrganisations.North, Role.Officer];
        string before = await StateAsync(TwoOrganisations.North);
        Report red = Samples.Attack();
        red.Tlp = TlpLabel.Red;
        red.Text = $"{Canary} red";
        red.Recipients.Add("adviser");
        string name = (await officer.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = red }, cancellationToken: Cancel)).Name;
        Assert.Equal(red.Text, (await officer.Ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: Cancel)).Report.Text);
        Assert.Equal(red.Text, (await server[TwoOrganisations.North, Role.Adviser].Ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: Cancel)).Report.Text);
        foreach (AlertsClient other in (AlertsClient[])[server[TwoOrganisations.North, Role.Analyst], server[TwoOrganisations.South, Role.Adviser], server[TwoOrganisations.South, Role.Officer]])
        {
            RpcException refusal = await Assert.ThrowsAsync<RpcException>(() => other.Ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: Cancel).ResponseAsync);
            Assert.Equal(StatusCode.NotFound, refusal.StatusCode);
        }

        // What it would feed comes within a second or so.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Cancel);
        Assert.Equal(before, await StateAsync(TwoOrganisations.North));
    }

    [Fact]
    public async Task OwnSitesAndSilences_LieWithTheirWatchAlone()
    {
        AlertsClient officer = server[TwoOrganisations.North, Role.Officer];
        Watch watch = (await officer.Notify.CreateWatchAsync(new CreateWatchRequest { Watch = OwnPlaces() }, cancellationToken: Cancel)).Watch;
        using (AsyncServerStreamingCall<StreamAlertsResponse> stream = officer.Notify.StreamAlerts(new StreamAlertsRequest { Watch = watch.Name }, cancellationToken: Cancel))
        {
            Assert.True(await stream.ResponseStream.MoveNext(Cancel));
            Report attack = Samples.Attack();
            attack.Sites[0].Reference = new PlaceReference { Point = watch.Filter.OwnSites[0].Point };
            await officer.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = attack }, cancellationToken: Cancel);
            while (stream.ResponseStream.Current.Alert is not { Snapshot: false })
            {
                Assert.True(await stream.ResponseStream.MoveNext(Cancel));
                Assert.DoesNotContain(Site, stream.ResponseStream.Current.ToString());
            }
        }

        await officer.Notify.PreviewWatchAsync(new PreviewWatchRequest { Watch = watch }, cancellationToken: Cancel);
        // What goes over the bus lies in the outboxes, which are tables of these stores, and what is measured or logged would be in one of the others.
        string[] holders = [.. Directory.EnumerateFiles(server.Folder.Data, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock" && Holds(f, Site)).Select(f => Path.GetFileName(f)!)];
        Assert.NotEmpty(holders);
        Assert.All(holders, file => Assert.StartsWith("notify.db", file));
        Assert.DoesNotContain(Site, server.Process.Errors, StringComparison.OrdinalIgnoreCase);
        ListAuditResponse audit = await server[TwoOrganisations.North, Role.Administrator].Access.ListAuditAsync(new ListAuditRequest { Parent = $"organisations/{TwoOrganisations.North}", PageSize = 500 }, cancellationToken: Cancel);
        Assert.DoesNotContain(Site, audit.ToString());
        await officer.Notify.DeleteWatchAsync(new DeleteWatchRequest { Name = watch.Name }, cancellationToken: Cancel);
    }

    private static Watch OwnPlaces() => new()
    {
        DisplayName = $"{Canary} watch",
        Filter = new AlertFilter
        {
            GeonamesIds = { Samples.Gao },
            OwnSites = { new OwnSite { DisplayName = $"{Canary} {Site}", Point = new GeoPoint { Latitude = 16.2671, Longitude = -0.0432 }, RadiusKm = 7 } },
        },
        QuietHours = new QuietHours { Start = "22:00", End = "05:00", TimeZone = "Africa/Bamako" },
        Silence = new Silence { Length = Duration.FromTimeSpan(TimeSpan.FromHours(2)), Note = $"{Canary} {Site}" },
    };

    private static bool Holds(string file, string words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;
    }

    // What counts, levels and pages say: the same before and after when nothing was shared.
    private async Task<string> StateAsync(string organisation)
    {
        AlertsClient client = server[organisation, Role.Adviser];
        CityThreat threat = (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"{Gao}/threat" }, cancellationToken: Cancel)).Threat;
        threat.AsOfTime = null;
        ListIncidentsResponse incidents = await client.Ingest.ListIncidentsAsync(new ListIncidentsRequest { PageSize = 500 }, cancellationToken: Cancel);
        ListAlertsResponse alerts = await client.Notify.ListAlertsAsync(new ListAlertsRequest { PageSize = 500 }, cancellationToken: Cancel);
        ListToSignResponse pending = await client.Risk.ListToSignAsync(new ListToSignRequest { PageSize = 500 }, cancellationToken: Cancel);
        return $"{threat}\n{incidents}\n{alerts}\n{pending.TotalSize}";
    }

    // Does as one organisation all that leaves something behind; gives the names of what it left.
    private async Task<IReadOnlyList<string>> ActAsync()
    {
        AlertsClient officer = server[TwoOrganisations.North, Role.Officer];
        AlertsClient adviser = server[TwoOrganisations.North, Role.Adviser];
        var names = new List<string>();
        Report own = Samples.Attack();
        own.Tlp = TlpLabel.AmberStrict;
        own.Text = $"{Canary} strict";
        names.Add((await officer.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = own }, cancellationToken: Cancel)).Name);
        Report amber = Samples.Attack();
        amber.Tlp = TlpLabel.Amber;
        amber.Text = $"{Canary} amber";
        names.Add((await officer.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = amber }, cancellationToken: Cancel)).Name);
        Watch watch = (await officer.Notify.CreateWatchAsync(
            new CreateWatchRequest { Watch = OwnPlaces() }, cancellationToken: Cancel)).Watch;
        names.Add(watch.Name);
        Alert alert = await AlertAsync(officer);
        names.Add(alert.Name);
        names.Add(alert.Situation);
        names.AddRange((await officer.Ingest.ListIncidentsAsync(new ListIncidentsRequest { PageSize = 500 }, cancellationToken: Cancel)).Incidents.Select(i => i.Name));
        await officer.Notify.AcknowledgeAlertAsync(new AcknowledgeAlertRequest { Name = alert.Name, Note = $"{Canary} seen" }, cancellationToken: Cancel);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await adviser.Risk.HoldFloorAsync(new HoldFloorRequest { Name = alert.Situation, UntilTime = now.AddHours(2).ToTimestamp(), Rationale = $"{Canary} hold" }, cancellationToken: Cancel);
        await adviser.Risk.SignAssessmentAsync(
            new SignAssessmentRequest { Area = Gao, Level = ThreatLevel.High, Category = ThreatCategory.Terrorism, Rationale = $"{Canary} signed", ReviewDate = now.AddDays(30).ToString("yyyy-MM-dd") },
            cancellationToken: Cancel);
        await adviser.Risk.OverrideLevelAsync(
            new OverrideLevelRequest { Area = Gao, Level = ThreatLevel.Extreme, Direction = OverrideDirection.Up, EndTime = now.AddDays(3).ToTimestamp(), Rationale = $"{Canary} override" }, cancellationToken: Cancel);
        await adviser.Risk.ReportAccessAsync(
            new ReportAccessRequest { Name = $"{Gao}/threat", State = AccessState.Restricted, Text = $"{Canary} road", Tlp = TlpLabel.AmberStrict }, cancellationToken: Cancel);
        await officer.Ingest.SubmitTextAsync(
            new SubmitTextRequest { Text = $"{Canary}: Armed men attacked the market of Gao this morning and killed four people.", CountryCode = "ML" }, cancellationToken: Cancel);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Cancel);
        return names;
    }

    private static async Task<Alert> AlertAsync(AlertsClient client)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limited.CancelAfter(Patience);
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: limited.Token);
        while (await stream.ResponseStream.MoveNext(limited.Token))
        {
            if (stream.ResponseStream.Current.Alert?.Alert is { Scope: TwoOrganisations.North, Kind: SituationKind.Incident } alert)
                return alert;
        }

        throw new InvalidOperationException("The stream ended without the alert.");
    }
}
