using Alerts.Notify.Grpc;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;
using Urgency = Alerts.V1.Urgency;

namespace Alerts.Tests.Unit.Notify.Grpc;

public sealed class HushedStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_SilencedWatch_SendsAtOnceWithoutSoundAndAgainAtTheEnd()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Watch watch = await MakeAsync(host, new Watch { Silence = new Silence { Length = Duration.FromTimeSpan(TimeSpan.FromHours(1)), Note = "handover" } });
        await using RecordedStream stream = Open(host, watch, "");
        await stream.WaitAsync(s => s.Frames.Count > 0);

        await host.ApplyAsync(Assessments.Of("school", 1), Assessments.Of("airport", 1), Assessments.Of("airport", 2, AlertAction.Cancel));
        await stream.WaitForAlertsAsync(3);
        Assert.All(stream.Alerts, a => Assert.Equal(NotifyHost.Began.AddHours(1).ToTimestamp(), a.Hush.UntilTime));
        Assert.Equal(HushReason.Silence, stream.Frames[0].Subscribed.Hush.Reason);
        string cursor = stream.LastCursor;
        host.Time.Advance(TimeSpan.FromHours(1));
        await stream.WaitAsync(s => s.Alerts.Any(IsReleased));

        // Killed before the end: the same is told, from the cursor alone.
        await using RecordedStream late = Open(host, watch, cursor);
        await late.WaitAsync(s => s.Frames.Count > 0);
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await late.WaitAsync(s => s.Alerts.Any(IsReleased));
        foreach (DeliveredAlert again in (DeliveredAlert[])[stream.Alerts.Single(IsReleased), late.Alerts.Single(IsReleased)])
        {
            Assert.Equal(Assessments.Name("school"), again.Alert.Situation);
            Assert.Equal(Urgency.Flash, again.ReleasedUrgency);
            Assert.Null(again.Hush);
            Assert.NotEmpty(again.Cursor);
        }

        // Told once: nothing is owed any more.
        await using RecordedStream last = Open(host, watch, late.Alerts.Single(IsReleased).Cursor);
        await last.WaitAsync(s => s.Frames.Count > 0);
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await last.WaitAsync(s => s.Frames.Any(f => f.Bookmark is not null));
        Assert.DoesNotContain(last.Alerts, IsReleased);
        Assert.Null(last.Frames.Last(f => f.Bookmark is not null).Bookmark.Hush);
    }

    [Fact]
    public async Task Stream_FlashOnOwnSite_PiercesASilence()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Watch watch = await MakeAsync(host, new Watch
        {
            Filter = new AlertFilter { OwnSites = { new OwnSite { DisplayName = "Clinic", Point = Assessments.Faladie, RadiusKm = 2 } } },
            Silence = new Silence { Length = Duration.FromTimeSpan(TimeSpan.FromHours(1)) },
        });
        await using RecordedStream stream = Open(host, watch, "");
        await stream.WaitAsync(s => s.Frames.Count > 0);

        await host.ApplyAsync(Assessments.Of("school", 1), Assessments.Of("school", 2, urgency: Urgency.Priority), Assessments.Of("school", 3, AlertAction.Cancel, urgency: Urgency.Priority));
        await stream.WaitForAlertsAsync(3);

        Assert.Equal([false, true, false], stream.Alerts.Select(a => a.Hush is not null));
    }

    [Fact]
    public async Task Update_SilenceNamedAndNotSet_EndsIt()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        Watch watch = await MakeAsync(host, new Watch
        {
            Language = "fr",
            QuietHours = new QuietHours { Start = "22:00", End = "06:00", TimeZone = "Africa/Bamako" },
            Silence = new Silence { EndTime = NotifyHost.Began.AddDays(1).ToTimestamp() },
        });
        Assert.Equal(NotifyHost.Began.ToTimestamp(), watch.Silence.StartTime);

        Watch ended = (await host.Get<WatchCommands>().UpdateAsync(
            new UpdateWatchRequest { Watch = new Watch { Name = watch.Name }, UpdateMask = FieldMask.FromString("silence") }, NotifyHost.Officer, Cancel)).Watch;

        Assert.Null(ended.Silence);
        Assert.Equal((watch.QuietHours, "fr"), (ended.QuietHours, ended.Language));
        Assert.Equal(ended, (await host.Get<WatchCommands>().GetAsync(new GetWatchRequest { Name = watch.Name }, NotifyHost.Officer, Cancel)).Watch);
    }

    public static TheoryData<Watch, string> BadWatches => new()
    {
        { new Watch { Language = "de" }, "watch.language" },
        { new Watch { Silence = new Silence() }, "watch.silence" },
        { new Watch { Silence = new Silence { Length = new Duration { Seconds = long.MaxValue } } }, "watch.silence.length" },
        { new Watch { Silence = new Silence { EndTime = NotifyHost.Began.ToTimestamp() } }, "watch.silence.end_time" },
        { new Watch { QuietHours = new QuietHours { Start = "24:00", End = "06:00", TimeZone = "Africa/Bamako" } }, "watch.quiet_hours.start" },
        { new Watch { QuietHours = new QuietHours { Start = "06:00", End = "06:00", TimeZone = "Africa/Bamako" } }, "watch.quiet_hours.end" },
        { new Watch { QuietHours = new QuietHours { Start = "22:00", End = "06:00", TimeZone = "Nowhere" } }, "watch.quiet_hours.time_zone" },
        { Of(new AlertFilter { Polygons = { new Polygon { Corners = { At(0, 0), At(0, 1) } } } }), "watch.filter.polygons[0].corners" },
        { Of(new AlertFilter { Polygons = { new Polygon { Corners = { At(0, 0), At(1, 1), At(0, 1), At(1, 0) } } } }), "watch.filter.polygons[0].corners" },
        { Of(new AlertFilter { Polygons = { new Polygon { Corners = { At(0, 0), At(0, 60), At(60, 30) } } } }), "watch.filter.polygons[0].corners" },
        { Of(new AlertFilter { Polygons = { new Polygon { Corners = { At(0, 0), At(0, 1), At(1, 1), At(0, 0) } } } }), "watch.filter.polygons[0].corners" },
        { Of(new AlertFilter { Polygons = { new Polygon { Corners = { At(0, 0), At(0, 1), At(95, 1) } } } }), "watch.filter.polygons[0].corners[2]" },
        { Of(new AlertFilter { Routes = { new Route { Points = { At(0, 0) }, WidthKm = 5 } } }), "watch.filter.routes[0].points" },
        { Of(new AlertFilter { Routes = { new Route { Points = { At(0, 0), At(0, 40) }, WidthKm = 5 } } }), "watch.filter.routes[0].points[1]" },
        { Of(new AlertFilter { Routes = { new Route { Points = { At(0, 0), At(0, 1) } } } }), "watch.filter.routes[0].width_km" },
        { Of(new AlertFilter { OwnSites = { new OwnSite { RadiusKm = 5 } } }), "watch.filter.own_sites[0]" },
        { Of(new AlertFilter { OwnSites = { new OwnSite { GeonamesId = 7, RadiusKm = 5 } } }), "watch.filter.own_sites[0].geonames_id" },
        { Of(new AlertFilter { OwnSites = { new OwnSite { Point = At(0, 0) } } }), "watch.filter.own_sites[0].radius_km" },
        { Of(new AlertFilter { Minimums = { new CategoryMinimum() } }), "watch.filter.minimums[0]" },
        { Of(new AlertFilter { LocalTypes = { (Alerts.V1.LocalType)99 } }), "watch.filter.local_types[0]" },
    };

    [Theory]
    [MemberData(nameof(BadWatches), DisableDiscoveryEnumeration = true)]
    public async Task Create_BadWatch_NamesTheField(Watch watch, string field)
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => MakeAsync(host, watch));

        Assert.Equal(field, Assert.Single(refusal.Violations).Field);
    }

    [Fact]
    public async Task Preview_NightsWithQuietHours_TellsWhatWouldHaveCome()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await host.ApplyAsync(Assessments.Of("school", 1), Assessments.Of("airport", 1, urgency: Urgency.Priority), Assessments.Of("airport", 2, urgency: Urgency.Routine));
        var watch = new Watch
        {
            Filter = new AlertFilter { CountryCodes = { "ML" } },
            QuietHours = new QuietHours { Start = "22:00", End = "06:00", TimeZone = "Africa/Bamako" },
        };

        PreviewWatchResponse preview = await host.Get<WatchAdvice>().PreviewAsync(new PreviewWatchRequest { Watch = watch, Limit = 2 }, NotifyHost.Officer, Cancel);
        PreviewWatchResponse elsewhere = await host.Get<WatchAdvice>().PreviewAsync(
            new PreviewWatchRequest { Watch = new Watch { Filter = new AlertFilter { CountryCodes = { "NE" } } } }, NotifyHost.Officer, Cancel);

        Assert.Equal((3, 2, 1, 2), (preview.AlertCount, preview.SituationCount, preview.FlashCount, preview.HushedCount));
        Assert.Equal([HushReason.QuietHours, HushReason.QuietHours], preview.Alerts.Select(a => a.Hush.Reason));
        Assert.Equal(NotifyHost.Began.AddDays(-30).ToTimestamp(), preview.SinceTime);
        Assert.Equal(0, elsewhere.AlertCount);
    }

    [Fact]
    public async Task Suggest_Country_GivesAWatchThatCanBeMade()
    {
        await using NotifyHost host = await NotifyHost.StartAsync();

        Watch suggested = host.Get<WatchAdvice>().Suggest(new SuggestWatchRequest { CountryCodes = { "ML" }, Language = "fr-ML" }, NotifyHost.Officer).Watch;

        Assert.Equal(("Mes alertes", "fr", Urgency.Priority), (suggested.DisplayName, suggested.Language, suggested.Filter.MinimumUrgency));
        Assert.Equal(suggested.Filter, (await MakeAsync(host, suggested)).Filter);
    }

    private static bool IsReleased(DeliveredAlert alert) => alert.ReleasedUrgency != Urgency.Unspecified;

    private static async Task<Watch> MakeAsync(NotifyHost host, Watch watch) =>
        (await host.Get<WatchCommands>().CreateAsync(new CreateWatchRequest { Watch = watch }, NotifyHost.Officer, Cancel)).Watch;

    private static RecordedStream Open(NotifyHost host, Watch watch, string cursor) => RecordedStream.Open(
        host, new StreamAlertsRequest { Watch = watch.Name, Cursor = cursor, BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) });

    private static Watch Of(AlertFilter filter) => new() { Filter = filter };

    private static Alerts.V1.GeoPoint At(double latitude, double longitude) => new() { Latitude = latitude, Longitude = longitude };
}
