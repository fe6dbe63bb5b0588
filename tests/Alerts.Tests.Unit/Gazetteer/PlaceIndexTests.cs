using Alerts.Gazetteer;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Gazetteer;

// Ids, names, zones and positions: GeoNames, as its web pages show them.
public sealed class PlaceIndexTests(PlacesFixture fixture) : IClassFixture<PlacesFixture>
{
    private const int Bamako = 2460596;
    private const int Gao = 2457163;
    private const int Mogadishu = 53654;
    private const int Ouagadougou = 2357048;
    private const int Niamey = 2440485;

    private readonly PlaceIndex _places = fixture.Places;

    [Fact]
    public void Count_CommittedFile_IsThatOfTheSources() => Assert.Equal(199_568 + 3_471, _places.Count);

    // Towns of generator/towns.txt: not in GeoNames' larger places, or called otherwise there.
    [Theory]
    [InlineData("Rutshuru", "CD", -1.19, 29.45)]
    [InlineData("Torodi", "NE", 13.12, 1.80)]
    [InlineData("Macomia", "MZ", -12.24, 40.13)]
    [InlineData("Hodeidah", "YE", 14.80, 42.95)]
    [InlineData("Qamishli", "SY", 37.05, 41.23)]
    public void FindByName_TownOfSituationReports_IsWhereItLies(string name, string country, double latitude, double longitude)
    {
        Place town = Assert.Single(_places.FindByName(name, country));

        Assert.InRange(town.Point.DistanceKmTo(new GeoPoint(latitude, longitude)), 0, 10);
        Assert.Equal(country, town.CountryCode);
        Assert.NotEmpty(town.TimeZoneId);
    }

    [Fact]
    public void Find_Bamako_HasTheFactsOfGeoNames()
    {
        Place place = Assert.NotNull(_places.Find(Bamako));

        Assert.Equal("Bamako", place.Name);
        Assert.Equal("ML", place.CountryCode);
        Assert.Equal("Bamako", place.Admin1);
        Assert.Equal("Africa/Bamako", place.TimeZoneId);
        Assert.Equal(new GeoPoint(12.65, -8), place.Point);
        Assert.Equal(1_297_281, place.Population);
        Assert.Equal("PPLC", place.FeatureCode);
        Assert.True(place.IsCapital);
        Assert.False(place.IsAdminSeat);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Find_UnknownId_ReturnsNull(int id) => Assert.Null(_places.Find(id));

    [Fact]
    public void Find_EveryPlace_FindsItselfByItsId()
    {
        IReadOnlyList<PlaceDistance> near = _places.Within(new GeoPoint(14, 0), 500);

        Assert.NotEmpty(near);
        Assert.All(near, n => Assert.Equal(n.Place.Name, _places.Find(n.Place.GeonameId)!.Value.Name));
    }

    [Theory]
    [InlineData("Bamako", null, Bamako)]
    [InlineData("BAMAKO", "ml", Bamako)]
    [InlineData("Бамако", null, Bamako)]
    [InlineData("Muqdisho", "SO", Mogadishu)]
    [InlineData("Ouagadougou", "BF", Ouagadougou)]
    [InlineData("Niamey", "NE", Niamey)]
    [InlineData("Gao", "ML", Gao)]
    public void FindByName_NameInAnySpelling_FindsThePlaceFirst(string name, string? country, int id) =>
        Assert.Equal(id, _places.FindByName(name, country)[0].GeonameId);

    [Fact]
    public void FindByName_HomonymWithoutCountry_FindsSeveralWithTheRegionalSeatFirst()
    {
        IReadOnlyList<Place> found = _places.FindByName("Gao", null);

        Assert.True(found.Count > 1);
        Assert.Equal(Gao, found[0].GeonameId);
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no such place on earth")]
    public void FindByName_UnknownName_IsEmpty(string name) => Assert.Empty(_places.FindByName(name, null));

    [Fact]
    public void IsName_FoldedNames_AgreesWithFindByName()
    {
        foreach (string name in new[] { "bamako", "n djamena", "tombouctou", "bamakoo", "the minister said", "zz" })
            Assert.Equal(_places.FindByName(name, null).Count > 0, _places.IsName(name));
    }

    [Fact]
    public void Scored_CommittedFile_HoldsTheSahelsCapitalsAndSeats()
    {
        HashSet<int> scored = [.. _places.Scored.Select(p => p.GeonameId)];

        Assert.Equal(_places.Scored.Count, scored.Count);
        Assert.All(new[] { Bamako, Gao, Mogadishu, Ouagadougou, Niamey }, id => Assert.Contains(id, scored));
        Assert.All(_places.Scored, p => Assert.True(p.Population >= 15_000 || p.FeatureCode.StartsWith("PPLA", StringComparison.Ordinal) || p.IsCapital));
    }

    [Fact]
    public void Load_Twice_GivesEqualPlaces()
    {
        PlaceIndex again = PlaceIndex.Load();

        Assert.Equal(_places.Count, again.Count);
        Assert.Equal(_places.Scored, again.Scored);
        Assert.Equal(_places.Find(Gao), again.Find(Gao));
    }

    [Theory]
    [InlineData("ML", "BF CI DZ GN MR NE SN")]
    [InlineData("so", "DJ ET KE")]
    [InlineData("MG", "")]
    [InlineData("??", "")]
    public void NeighboursOf_Country_ListsWhoSharesALandBorder(string country, string expected) =>
        Assert.Equal(expected, string.Join(' ', _places.NeighboursOf(country)));

    [Fact]
    public void NeighboursOf_EveryPair_IsMutual()
    {
        foreach (string country in _places.Scored.Select(p => p.CountryCode).Distinct())
            Assert.All(_places.NeighboursOf(country), n => Assert.Contains(country, _places.NeighboursOf(n)));
    }

    [Theory]
    [InlineData("Bam", "ML", Bamako, null)]
    [InlineData("bamako", null, Bamako, null)]
    [InlineData("Tombouc", "ML", 2449067, "tombouctou")]
    [InlineData("مقدي", "SO", Mogadishu, "مقديشو")]
    public void FindByPrefix_WhatWasTyped_FindsThePlaceFirst(string typed, string? country, int id, string? otherName)
    {
        FoundName found = _places.FindByPrefix(typed, country, 10)[0];

        Assert.Equal((id, otherName), (found.Place.GeonameId, found.OtherName));
    }

    [Fact]
    public void FindByPrefix_AnyName_IsAmongThoseThatTheWholeNameFinds()
    {
        foreach (string name in (string[])["Gao", "San", "Ké-Macina", "Ouagadougou", "Aden", "Львів"])
            Assert.Subset(_places.FindByPrefix(name, null, int.MaxValue).Select(f => f.Place.GeonameId).ToHashSet(), _places.FindByName(name, null).Select(p => p.GeonameId).ToHashSet());
    }

    [Fact]
    public void FindByPrefix_ShorterPrefix_FindsNoFewer()
    {
        var longer = _places.FindByPrefix("mopti", null, int.MaxValue).Select(f => f.Place.GeonameId).ToHashSet();
        foreach (string shorter in (string[])["mopt", "mop", "mo", "m"])
        {
            var found = _places.FindByPrefix(shorter, null, int.MaxValue).Select(f => f.Place.GeonameId).ToHashSet();
            Assert.Subset(found, longer);
            longer = found;
        }
    }

    [Fact]
    public void FindByPrefix_NothingToLookFor_FindsNothing()
    {
        Assert.Empty(_places.FindByPrefix("", null, 10));
        Assert.Empty(_places.FindByPrefix("…", null, 10));
        Assert.Empty(_places.FindByPrefix("zzqx", null, 10));
        Assert.Empty(_places.FindByPrefix(new string('a', 300), null, 10));
        Assert.Equal(3, _places.FindByPrefix("a", null, 3).Count);
        Assert.DoesNotContain(_places.FindByPrefix("gao", null, 50, p => p.GeonameId != Gao), f => f.Place.GeonameId == Gao);
    }
}
