using Alerts.Notify.Watches;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Watches;

public sealed class AreaTests
{
    // What an index relies on: an area is never missed because its boxes are too small, at the poles and across the 180th meridian neither.
    [Property(MaxTest = 5000)]
    public void Cover_GrownBySlack_HoldsAllThatTheAreaTouches(int seed)
    {
        var random = new Random(seed);
        IArea area = RandomArea.Any(random);
        GeoPoint point = RandomArea.Near(random, area);
        double slack = random.Next(4) * 10;

        Assert.True(!area.Touches(point, slack) || area.Cover.Any(box => box.Grow(slack).Contains(point)));
    }

    [Property(MaxTest = 2000)]
    public void Touches_MoreSlack_TouchesStill(int seed)
    {
        var random = new Random(seed);
        IArea area = RandomArea.Any(random);
        GeoPoint point = RandomArea.Near(random, area);

        Assert.True(!area.Touches(point, 5) || area.Touches(point, 6));
    }

    // What lies on the way between two points of a convex area lies in it; here a small one around each of them.
    [Property(MaxTest = 2000)]
    public void Touches_PolygonAroundAPoint_HoldsThatPointWhereverOnEarth(int seed)
    {
        var random = new Random(seed);
        GeoPoint middle = RandomArea.Point(random);
        double turn = random.NextDouble();
        GeoPoint[] corners = [.. Enumerable.Range(0, 5).Select(i => RandomArea.Away(middle, turn + (i * 2 * Math.PI / 5), 300))];

        var polygon = new Polygon(corners);

        Assert.True(polygon.Touches(middle, 0));
        Assert.True(polygon.Touches(RandomArea.Away(middle, random.NextDouble() * 6, 240), 0));
        Assert.False(polygon.Touches(RandomArea.Away(middle, random.NextDouble() * 6, 301), 0));
        Assert.True(polygon.Touches(RandomArea.Away(middle, random.NextDouble() * 6, 301), 70));
        Assert.True(new Polygon([.. corners.Reverse()]).Touches(middle, 0));
        Assert.False(Polygon.Crosses(corners));
        Assert.True(Polygon.Crosses([corners[0], corners[2], corners[1], corners[3], corners[4]]));
    }

    // Taveuni in Fiji, 16.85 S 179.97 W (GeoNames), lies on the 180th meridian.
    [Theory]
    [InlineData(-16.85, -179.97, true)]
    [InlineData(-16.85, 179.6, true)]
    [InlineData(-16.85, 0, false)]
    [InlineData(-18.5, 180, false)]
    public void Touches_PolygonAcrossThe180thMeridian_HoldsBothSides(double latitude, double longitude, bool holds) => Assert.Equal(
        holds, new Polygon([new(-17.5, 179.5), new(-17.5, -179.5), new(-16.2, -179.5), new(-16.2, 179.5)]).Touches(new(latitude, longitude), 0));

    [Fact]
    public void Touches_PolygonAroundThePole_HoldsIt() =>
        Assert.True(new Polygon([new(85, 0), new(85, 120), new(85, -120)]).Touches(new(90, 77), 0));

    // Gao 16.27 N 0.04 W to Ansongo 15.66 N 0.50 E (GeoNames), along the Niger; about half way Bara, and Labbezanga well beyond the end.
    [Theory]
    [InlineData(16.27, -0.04, true)]
    [InlineData(15.97, 0.23, true)]
    [InlineData(15.97, 0.45, false)]
    [InlineData(14.95, 0.72, false)]
    public void Touches_Route_HoldsWhatIsWithinHalfItsWidth(double latitude, double longitude, bool holds) =>
        Assert.Equal(holds, new Route([new(16.27, -0.04), new(15.66, 0.50)], 20).Touches(new(latitude, longitude), 0));

    [Theory]
    [InlineData(10, 170, 20, -170, 15, 179, true)]
    [InlineData(10, 170, 20, -170, 15, -175, true)]
    [InlineData(10, 170, 20, -170, 15, 0, false)]
    [InlineData(10, -180, 20, 180, 15, 0, true)]
    [InlineData(10, 180, 20, 180, 15, -180, true)]
    [InlineData(10, 5, 20, 6, 21, 5, false)]
    public void Contains_Box_CrossesThe180thMeridian(double south, double west, double north, double east, double latitude, double longitude, bool contains) =>
        Assert.Equal(contains, new GeoBox(south, west, north, east).Contains(new GeoPoint(latitude, longitude)));

    [Fact]
    public void Grow_OverThePole_GoesAllAround() => Assert.True(GeoBox.At(new GeoPoint(89.5, 20)).Grow(100).Contains(new GeoPoint(89.9, -160)));
}
