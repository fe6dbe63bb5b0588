using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Risk.Views;

public sealed class CityListTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
    private static readonly Scope Own = new("local");
    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place Gao = Places.Find(2457163)!.Value;

    private readonly FakeTimeProvider _time = new();
    private readonly ThreatBoard _board = new(Places, ForecastParameters.LoadDefault());

    public CityListTests()
    {
        _board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        // Ran out: its levels are frozen.
        _board.Cover(new CountryCover("BF", new DateOnly(2014, 1, 1), new DateOnly(2023, 12, 31)));
        for (int i = 0; i < 300; i++)
            _board.Contribute(i % 10 == 0 ? Own : Scope.Shared, $"e{i}", new Contribution(new GeoPoint(12 + (i % 7), -8 + (i % 11)), "ML", new DateOnly(2024, 9, 16).AddDays(-i * 5), i % 3 > 0));
    }

    [Fact]
    public void Rank_EveryCity_IsWhatAReadingSays()
    {
        foreach (Scope scope in new[] { Scope.Shared, Own })
        {
            _board.Sign(Own, new Area(Gao.GeonameId, "ML"), (area, at) => area.Sign(new SignedLevel(ThreatLevel.High, ThreatCategory.Terrorism, "why", "a", at, new DateOnly(2025, 1, 1), at.AddDays(90))), Now);
            for (int again = 0; again < 2; again++)
            {
                Assert.All(_board.Rank(scope, "", Now).Where(r => r.City.CountryCode is "ML" or "BF" or "FR"), rank =>
                {
                    CityReading reading = _board.Read(scope, rank.City, Now);
                    Assert.Equal((reading.Level.Level, reading.Days30?.P, reading.Level.Band, reading.Level.Assessed), (rank.Level, rank.P, rank.Band, rank.Assessed));
                });
            }
        }
    }

    [Fact]
    public void Page_AllPages_AreTheWholeListOnceAndInOrder()
    {
        var list = new CityList(_board, _time);
        CityReading[] all = [.. list.Page(Own, "ML", 0, Now, 0, 1000).Cities];
        CityReading[] pieces = [.. Enumerable.Range(0, 100).SelectMany(page => list.Page(Own, "ML", 0, Now, page * 7, 7).Cities)];
        Assert.Equal(Places.Scored.Count(p => p.CountryCode == "ML"), all.Length);
        Assert.Equal(all.Select(c => c.City), pieces.Select(c => c.City));
        Assert.Equal(all.Select(c => c.City), all.OrderByDescending(c => c.Level.Level ?? 0).ThenByDescending(c => c.Days30?.P ?? 0).ThenByDescending(c => c.City.Population).Select(c => c.City));
    }

    // Never staler than two seconds of the clock and half a second after an event; what a page says of a city is as new as the question.
    [Fact]
    public void Page_AfterAnEvent_ShowsItAtOnceInTheCityAndSoonInTheOrder()
    {
        var list = new CityList(_board, _time);
        Place last = list.Page(Scope.Shared, "ML", 0, Now, 0, 1000).Cities[^1].City;
        for (int day = 1; day < 30; day++)
            _board.Contribute(Scope.Shared, $"new{day}", new Contribution(last.Point, "ML", new DateOnly(2024, 9, 17).AddDays(-day), true));
        Assert.True(list.Page(Scope.Shared, "ML", 0, Now, 0, 1000).Cities[^1].Days30!.P > 0.3);
        _time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Contains(last, list.Page(Scope.Shared, "ML", 0, Now, 0, 20).Cities.Select(c => c.City));
        Assert.Equal(_board.Read(Scope.Shared, last, Now).Level.Level, list.Ranked(Scope.Shared, "ML", 0, Now).Single(r => r.City == last).Level);
    }
}
