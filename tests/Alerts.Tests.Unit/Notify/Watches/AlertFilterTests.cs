using System.Collections.Frozen;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Watches;

public sealed class AlertFilterTests
{
    // Bamako's centre and Faladié, about 9 km apart; Ségou, about 200 km away (GeoNames).
    private static readonly GeoPoint Bamako = new(12.65, -8.0);
    private static readonly GeoPoint Faladie = new(12.579, -7.947);
    private static readonly GeoPoint Segou = new(13.4317, -6.2157);

    private static readonly Reach Attack = new()
    {
        Cities = [2460596],
        Countries = Reach.None.Countries.Add("ML"),
        Sites = [new ReachSite(Faladie, 0)],
        Categories = [ThreatCategory.Terrorism],
        PeakLevel = ThreatLevel.Substantial,
        PeakUrgency = Urgency.Priority,
        Traits = ReachTraits.Real,
    };

    [Fact]
    public void Matches_EmptyFilter_FitsEverything()
    {
        Assert.True(AlertFilter.Everything.Matches(Attack));
        Assert.True(AlertFilter.Everything.Matches(Reach.None));
    }

    [Fact]
    public void Matches_CityListed_Fits() => Assert.True(Filter(cities: [new(2460596, Bamako)]).Matches(Attack));

    [Fact]
    public void Matches_UnlistedCityWithin50Km_Fits() => Assert.True(Filter(cities: [new(1, Bamako)]).Matches(Attack));

    [Fact]
    public void Matches_CityFarAway_DoesNotFit() => Assert.False(Filter(cities: [new(1, Segou)]).Matches(Attack));

    [Theory]
    [InlineData(8, false)]
    [InlineData(11, true)]
    public void Matches_Circle_FitsWithinItsRadius(double radius, bool fits) => Assert.Equal(fits, Filter(areas: [new Circle(Bamako, radius)]).Matches(Attack));

    [Fact]
    public void Matches_CircleAndSiteKnownToTheCityOnly_ReckonsWithTheSlack() =>
        Assert.True(Filter(areas: [new Circle(Bamako, 2)]).Matches(Attack with { Sites = [new ReachSite(Faladie, 10)] }));

    [Fact]
    public void Matches_OneOfThePlacesFits_IsEnough() => Assert.True(Filter(cities: [new(1, Segou)], countries: ["ML"]).Matches(Attack));

    [Theory]
    [InlineData(ThreatLevel.Substantial, true)]
    [InlineData(ThreatLevel.High, false)]
    public void Matches_MinimumLevel_IsInclusive(ThreatLevel minimum, bool fits) => Assert.Equal(fits, Filter(level: minimum).Matches(Attack));

    [Fact]
    public void Matches_SituationWithoutLevel_FitsAnyMinimum() =>
        Assert.True(Filter(level: ThreatLevel.Extreme).Matches(Attack with { PeakLevel = null, Traits = ReachTraits.Real | ReachTraits.Unlevelled }));

    [Theory]
    [InlineData(Urgency.Priority, true)]
    [InlineData(Urgency.Flash, false)]
    public void Matches_MinimumUrgency_IsInclusive(Urgency minimum, bool fits) => Assert.Equal(fits, Filter(urgency: minimum).Matches(Attack));

    [Theory]
    [InlineData(ThreatCategory.Terrorism, true)]
    [InlineData(ThreatCategory.Crime, false)]
    public void Matches_Category_MustBeAmongThem(ThreatCategory category, bool fits) => Assert.Equal(fits, Filter(categories: [category]).Matches(Attack));

    [Fact]
    public void Matches_ExerciseLeftOut_DoesNotFit() =>
        Assert.False(Filter(excludeExercises: true).Matches(Attack with { Traits = ReachTraits.None }));

    [Fact]
    public void Matches_SystemAlert_FitsEveryPlaceLevelAndCategory() => Assert.True(
        Filter(cities: [new(1, Segou)], level: ThreatLevel.Extreme, urgency: Urgency.Flash, categories: [ThreatCategory.Crime])
            .Matches(new Reach { Traits = ReachTraits.System | ReachTraits.Real }));

    [Theory]
    [InlineData(ThreatCategory.Terrorism, Urgency.Flash, false)]
    [InlineData(ThreatCategory.Terrorism, Urgency.Priority, true)]
    [InlineData(ThreatCategory.Crime, Urgency.Flash, true)]
    public void Matches_MinimumOfACategory_CountsForThatCategoryAlone(ThreatCategory category, Urgency minimum, bool fits) => Assert.Equal(
        fits,
        new AlertFilter { MinimumBy = new Dictionary<ThreatCategory, Minimum> { [category] = new(null, minimum) }.ToFrozenDictionary() }.Matches(Attack));

    [Fact]
    public void Matches_MinimumOfACategory_GoesBeforeTheGeneralOne() => Assert.True(
        new AlertFilter
        {
            Minimum = new(null, Urgency.Flash),
            MinimumBy = new Dictionary<ThreatCategory, Minimum> { [ThreatCategory.Terrorism] = new(null, Urgency.Routine) }.ToFrozenDictionary(),
        }.Matches(Attack));

    [Theory]
    [InlineData(EventType.Battles, true)]
    [InlineData(EventType.Protests, false)]
    public void Matches_EventType_MustBeAmongThem(EventType type, bool fits) => Assert.Equal(
        fits, new AlertFilter { EventTypes = [type] }.Matches(Attack with { EventTypes = [EventType.Battles] }));

    [Fact]
    public void Matches_SituationWithoutType_FitsEveryType() =>
        Assert.True(new AlertFilter { LocalTypes = [LocalType.Curfew] }.Matches(Attack with { Traits = ReachTraits.Real | ReachTraits.Untyped }));

    [Theory]
    [InlineData(8, false)]
    [InlineData(11, true)]
    public void TouchesOwnSite_Circle_CountsWithinItsRadius(double radius, bool touches)
    {
        AlertFilter filter = new AlertFilter().At([], [], [new Circle(Bamako, radius)]);

        Assert.Equal(touches, filter.TouchesOwnSite(Attack));
        Assert.Equal(touches, filter.Matches(Attack));
    }

    // The promise of reach: whoever was told of a situation is told of everything that comes after.
    [Property(MaxTest = 2000)]
    public void Matches_ReachThatGrew_StillFits(int seed)
    {
        var random = new Random(seed);
        AlertFilter filter = RandomReach.Filter(random);
        Reach before = RandomReach.Reach(random);
        Reach later = RandomReach.Reach(random);

        Assert.True(!filter.Matches(before) || filter.Matches(before.Union(later)));
    }

    private static AlertFilter Filter(
        WatchedCity[]? cities = null,
        string[]? countries = null,
        IArea[]? areas = null,
        ThreatLevel? level = null,
        Urgency? urgency = null,
        ThreatCategory[]? categories = null,
        bool excludeExercises = false) => new AlertFilter
        {
            Countries = (countries ?? []).ToFrozenSet(),
            Minimum = new Minimum(level, urgency),
            Categories = (categories ?? []).ToFrozenSet(),
            ExcludesExercises = excludeExercises,
        }.At(cities ?? [], areas ?? [], []);
}
