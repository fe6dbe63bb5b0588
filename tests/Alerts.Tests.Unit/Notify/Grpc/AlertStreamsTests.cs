using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;
using ThreatCategory = Alerts.V1.ThreatCategory;
using ThreatLevel = Alerts.V1.ThreatLevel;

namespace Alerts.Tests.Unit.Notify.Grpc;

public sealed class AlertStreamsTests
{
    public static TheoryData<StreamAlertsRequest, string> BadRequests => new()
    {
        { new StreamAlertsRequest { Cursor = "nonsense" }, "cursor" },
        { new StreamAlertsRequest { Cursor = "nonsense", FromStart = true }, "from_start" },
        { new StreamAlertsRequest { BookmarkInterval = new Duration { Nanos = 900_000_000 } }, "bookmark_interval" },
        { new StreamAlertsRequest { BookmarkInterval = new Duration { Seconds = 301 } }, "bookmark_interval" },
        { new StreamAlertsRequest { BookmarkInterval = new Duration { Seconds = long.MaxValue } }, "bookmark_interval" },
        { new StreamAlertsRequest { Watch = "mine" }, "watch" },
        { Of(new AlertFilter { GeonamesIds = { 2460596, 1 } }), "filter.geonames_ids[1]" },
        { Of(new AlertFilter { CountryCodes = { "ml" } }), "filter.country_codes[0]" },
        { Of(new AlertFilter { CountryCodes = { "ML", "UK" } }), "filter.country_codes[1]" },
        { Of(new AlertFilter { CountryCodes = { Enumerable.Repeat("ML", 251) } }), "filter.country_codes" },
        { Of(new AlertFilter { Areas = { new Circle { Centre = new Alerts.V1.GeoPoint { Latitude = 95 }, RadiusKm = 1 } } }), "filter.areas[0].centre" },
        { Of(new AlertFilter { Areas = { new Circle { Centre = new Alerts.V1.GeoPoint(), RadiusKm = double.NaN } } }), "filter.areas[0].radius_km" },
        { Of(new AlertFilter { Areas = { new Circle { Centre = new Alerts.V1.GeoPoint(), RadiusKm = 1001 } } }), "filter.areas[0].radius_km" },
        { Of(new AlertFilter { MinimumLevel = (ThreatLevel)7 }), "filter.minimum_level" },
        { Of(new AlertFilter { Categories = { ThreatCategory.Unspecified } }), "filter.categories[0]" },
    };

    [Theory]
    [MemberData(nameof(BadRequests), DisableDiscoveryEnumeration = true)]
    public async Task Stream_BadRequest_NamesTheField(StreamAlertsRequest request, string field)
    {
        await using NotifyHost host = await NotifyHost.StartAsync();
        await using RecordedStream stream = RecordedStream.Open(host, request);

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => stream.Call);

        Assert.Equal(ErrorKind.InvalidArgument, refusal.Kind);
        Assert.Equal(field, Assert.Single(refusal.Violations).Field);
        Assert.Empty(stream.Frames);
    }

    private static StreamAlertsRequest Of(AlertFilter filter) => new() { Filter = filter };
}
