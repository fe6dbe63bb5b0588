using Alerts.Gazetteer;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Gazetteer;

public sealed class WithinTests
{
    [Theory]
    [InlineData(12.6, -8, 30)]
    [InlineData(0, 0, 0)]
    [InlineData(-89.9, 12, 500)]
    [InlineData(89, 10, 300)]
    public void North_OfAPoint_IsThatFarAway(double latitude, double longitude, double km)
    {
        var point = new GeoPoint(latitude, longitude);
        Assert.True(point.North(km).IsValid);
        Assert.Equal(km, point.DistanceKmTo(point.North(km)), 1e-6);
    }

    // Property tests run on one shared instance, since FsCheck makes a new test class for each case.
    private static readonly PlaceIndex Places = PlaceIndex.Load();

    private static readonly Place[] All = [.. EveryPlace()];

    [Fact]
    public void Within_BamakoTwentyKm_HoldsKatiAtItsDistance()
    {
        // Kati (GeoNames 2455256) lies north-west of Bamako, about 15 km from centre to centre.
        Place bamako = Places.Find(2460596)!.Value;

        IReadOnlyList<PlaceDistance> near = Places.Within(bamako.Point, 20);

        Assert.Equal(bamako, near[0].Place);
        Assert.Equal(0, near[0].Km);
        Assert.InRange(near.First(n => n.Place.Name == "Kati").Km, 11, 16);
    }

    [Property(MaxTest = 60)]
    public void Within_AnyPointAndRadius_AgreesWithAScanOfAllPlaces(uint x, uint y, uint r)
    {
        var point = new GeoPoint((y % 18_001 / 100.0) - 90, (x % 36_001 / 100.0) - 180);
        double radius = r % 900;

        int[] expected = [.. All.Where(p => point.DistanceKmTo(p.Point) <= radius).Select(p => p.GeonameId).Order()];

        IReadOnlyList<PlaceDistance> found = Places.Within(point, radius);
        Assert.Equal(expected, found.Select(f => f.Place.GeonameId).Order());
        Assert.Equal(found.Select(f => f.Km).Order(), found.Select(f => f.Km));
    }

    [Theory]
    [InlineData(-17.8, 179.99, 400)] // Fiji, on both sides of the 180th meridian
    [InlineData(-17.8, -180, 400)]
    [InlineData(89.9, 10, 2_000)] // around the pole
    [InlineData(0, 0, 21_000)] // the whole earth
    public void Within_EdgesOfTheMap_AgreesWithAScanOfAllPlaces(double latitude, double longitude, double radius)
    {
        var point = new GeoPoint(latitude, longitude);

        Assert.Equal(All.Count(p => point.DistanceKmTo(p.Point) <= radius), Places.Within(point, radius).Count);
    }

    [Property(MaxTest = 60)]
    public void Nearest_AnyPoint_IsTheFirstOfWithin(uint x, uint y)
    {
        var point = new GeoPoint((y % 18_001 / 100.0) - 90, (x % 36_001 / 100.0) - 180);

        PlaceDistance? first = Places.Within(point, 300) is [var near, ..] ? near : null;
        Assert.Equal(first, Places.Nearest(point, 300));
    }

    [Theory]
    [InlineData(91, 0, 1)]
    [InlineData(0, 181, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, double.NaN)]
    public void Within_OutOfRange_Throws(double latitude, double longitude, double km) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Places.Within(new GeoPoint(latitude, longitude), km));

    // Quarters without a figure of their own are no towns near a point.
    private static IEnumerable<Place> EveryPlace() => Enumerable.Range(0, Places.Count).Select(i => new Place(Places, i)).Where(p => p.IsTown);
}
