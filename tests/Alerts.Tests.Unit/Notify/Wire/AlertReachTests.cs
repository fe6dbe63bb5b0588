using Alerts.Notify.Situations;
using Alerts.Notify.Wire;
using Alerts.Tests.Unit.Gazetteer;
using Alerts.V1;
using Xunit;
using ThreatCategory = Alerts.Terms.ThreatCategory;
using ThreatLevel = Alerts.Terms.ThreatLevel;
using Urgency = Alerts.Terms.Urgency;

namespace Alerts.Tests.Unit.Notify.Wire;

public sealed class AlertReachTests(PlacesFixture fixture) : IClassFixture<PlacesFixture>
{
    private readonly AlertReach _reach = new(fixture.Places);

    [Fact]
    public void Of_Alert_GathersPlacesOfSitesAndCities()
    {
        // Two sites of the Bamako scenario; Kati (GeoNames 2455256) lies within 50 km.
        var alert = new Alert
        {
            Place = At(12.579, -7.947, PlacePrecision.Point),
            Incident = new Incident { Sites = { new IncidentSite { Place = At(12.5335, -7.9499, PlacePrecision.Point) } } },
            Cities = { new CityEffect { City = new Place { GeonamesId = 2455256, CountryCode = "ML" } } },
            Category = V1.ThreatCategory.Terrorism,
            Urgency = V1.Urgency.Priority,
        };

        Reach reach = _reach.Of(alert);

        Assert.Equal([2455256, Assessments.Bamako], reach.Cities);
        Assert.Equal(["ML"], reach.Countries);
        Assert.Equal(2, reach.Sites.Length);
        Assert.Equal([ThreatCategory.Terrorism], reach.Categories);
        Assert.Equal(Urgency.Priority, reach.PeakUrgency);
        Assert.Equal(ReachTraits.Unlevelled | ReachTraits.Real | ReachTraits.Untyped, reach.Traits);
    }

    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(3, 0, 0, ThreatLevel.Moderate)]
    [InlineData(3, 5, 4, ThreatLevel.High)]
    [InlineData(0, 2, 6, ThreatLevel.Extreme)]
    public void Of_FloorAndCities_TakesTheHighestLevel(int floor, int before, int after, ThreatLevel? level)
    {
        var alert = new Alert
        {
            Floor = (V1.ThreatLevel)floor,
            Cities = { new CityEffect { City = new Place(), LevelBefore = (V1.ThreatLevel)before, LevelAfter = (V1.ThreatLevel)after } },
        };

        Assert.Equal(level, _reach.Of(alert).PeakLevel);
    }

    [Theory]
    [InlineData(0, Urgency.Flash)]
    [InlineData(1, Urgency.Routine)]
    [InlineData(2, Urgency.Priority)]
    [InlineData(9, Urgency.Flash)]
    public void Of_UnknownUrgency_CountsAsTheMostUrgent(int urgency, Urgency expected) =>
        Assert.Equal(expected, _reach.Of(new Alert { Urgency = (V1.Urgency)urgency }).PeakUrgency);

    [Theory]
    [InlineData(PlacePrecision.Point, 0)]
    [InlineData(PlacePrecision.City, 20)] // Bamako has more than a million inhabitants (GeoNames).
    [InlineData(PlacePrecision.AdminArea, 50)]
    public void Of_Precision_GivesTheSiteItsSlack(PlacePrecision precision, double slack) =>
        Assert.Equal(slack, Assert.Single(_reach.Of(new Alert { Place = At(12.65, -8, precision) }).Sites).SlackKm);

    [Fact]
    public void Of_CountryOnly_HasNoSite() => Assert.Empty(_reach.Of(new Alert { Place = At(17, -4, PlacePrecision.Country) }).Sites);

    private static Place At(double latitude, double longitude, PlacePrecision precision) => new()
    {
        GeonamesId = Assessments.Bamako,
        CountryCode = "ML",
        Point = new GeoPoint { Latitude = latitude, Longitude = longitude },
        Precision = precision,
    };
}
