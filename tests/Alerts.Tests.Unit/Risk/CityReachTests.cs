using Alerts.Gazetteer;
using Alerts.Risk.Acute;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

// Distances: GeoNames (CC BY 4.0) centres of the shipped gazetteer. Bamako 2460596 has more than a million inhabitants, Kati 2455558 and Gao 2457163 fewer.
public sealed class CityReachTests
{
    private const int BamakoId = 2460596;
    private const int KatiId = 2455558;
    private const int GaoId = 2457163;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly CityReach Reach = new(Places);

    [Theory]
    [InlineData(GaoId, 9.9, true)]
    [InlineData(GaoId, 10.1, false)]
    [InlineData(BamakoId, 19.9, true)]
    [InlineData(BamakoId, 20.1, false)]
    [InlineData(GaoId, 49.9, false)]
    public void Of_SeriousAtADistance_LiftsWithinTheReachOnly(int city, double km, bool inReach) =>
        Assert.Equal(inReach, Hit(city, km, IncidentSize.Serious)!.Value.IsInReach);

    [Fact]
    public void Of_BeyondFiftyKilometres_DoesNotTouchTheCity() => Assert.Null(Hit(GaoId, 50.1, IncidentSize.Serious));

    [Fact]
    public void Of_MajorNearTheCity_LiftsIt() => Assert.True(Hit(GaoId, 30, IncidentSize.Major)!.Value.IsInReach);

    [Fact]
    public void Of_AirportHit_LiftsTheLargestCityWithinTwentyKilometresOnly()
    {
        // 15 km from Gao, a city of fewer than a million.
        GeoPoint point = North(GaoId, 15);
        IReadOnlyList<CityHit> hits = Reach.Of([Site(point, TargetKind.Airport)], IncidentSize.Serious);
        Assert.Equal([GaoId], hits.Where(hit => hit.IsInReach && hit.Km > CityReach.ReachKm).Select(hit => hit.Place.GeonameId));
    }

    [Fact]
    public void Of_BamakoSchoolAndAirport_LiftsBamakoOnceByTheNearerSite()
    {
        IReadOnlyList<CityHit> hits = Reach.Of([Site(Airport), Site(School)], IncidentSize.Serious);
        CityHit bamako = Assert.Single(hits, hit => hit.Place.GeonameId == BamakoId);
        Assert.True(bamako.IsInReach);
        Assert.Equal(Places.Find(BamakoId)!.Value.Point.DistanceKmTo(School), bamako.Km, 1e-9);
        Assert.False(Assert.Single(hits, hit => hit.Place.GeonameId == KatiId).IsInReach);
    }

    [Fact]
    public void Of_KnownOnlyToTheDistrict_TouchesNoCity() =>
        Assert.Empty(Reach.Of([Site(School) with { Precision = PlacePrecision.AdminArea }], IncidentSize.Major));

    private static GeoPoint North(int city, double km)
    {
        GeoPoint centre = Places.Find(city)!.Value.Point;
        return centre with { Latitude = centre.Latitude + (km / 111.195) };
    }

    private static CityHit? Hit(int city, double km, IncidentSize size) =>
        Reach.Of([Site(North(city, km))], size).Where(hit => hit.Place.GeonameId == city).Select(hit => (CityHit?)hit).SingleOrDefault();
}
