using Alerts.Gazetteer;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Gazetteer;

public sealed class LocalDateTests(PlacesFixture fixture) : IClassFixture<PlacesFixture>
{
    // Half past ten in the evening, UTC.
    private static readonly DateTimeOffset Evening = new(2024, 9, 17, 22, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(12.65, -8.0, 17)] // Bamako, UTC+0
    [InlineData(2.04, 45.34, 18)] // Mogadishu, UTC+3
    [InlineData(13.51, 2.11, 17)] // Niamey, UTC+1
    [InlineData(-30, -130, 17)] // the South Pacific, by longitude UTC-9
    [InlineData(0, 80, 18)] // the Indian Ocean, by longitude UTC+5
    public void LocalDate_SameInstant_IsTheDayOnTheSpot(double latitude, double longitude, int day) =>
        Assert.Equal(new DateOnly(2024, 9, day), fixture.Places.LocalDate(new GeoPoint(latitude, longitude), Evening));

    [Fact]
    public void ZoneOf_PlaceWithSummerTime_FollowsIt()
    {
        Place paris = fixture.Places.FindByName("Paris", "FR")[0];

        TimeZoneInfo zone = fixture.Places.ZoneOf(paris);

        Assert.Equal("Europe/Paris", zone.Id);
        Assert.Equal(TimeSpan.FromHours(2), zone.GetUtcOffset(Evening));
        Assert.Equal(TimeSpan.FromHours(1), zone.GetUtcOffset(Evening.AddMonths(3)));
    }

    [Fact]
    public void ZoneOf_EveryZoneOfTheFile_IsKnownToTheMachine() =>
        Assert.All(fixture.Places.Scored.DistinctBy(p => p.TimeZoneId), p => Assert.NotNull(fixture.Places.ZoneOf(p)));

    [Fact]
    public void Zone_MachineWithoutZoneData_SaysWhatToInstall()
    {
        var zones = new ZoneTable(["Atlantis/Capital"]);

        var error = Assert.Throws<TimeZoneNotFoundException>(() => zones.Zone(0));

        Assert.Contains("tzdata", error.Message, StringComparison.Ordinal);
    }
}
