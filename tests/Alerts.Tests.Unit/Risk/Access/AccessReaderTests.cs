using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Access;

public sealed class AccessReaderTests
{
    // GeoNames ids.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place City = Places.Find(BamakoId)!.Value;
    private static readonly Place Kayes = Places.FindByName("Kayes", "ML")[0];
    private static readonly AccessReader Reader = new(Places);

    // About 330 km north-west of Bamako, 200 km east of Kayes: on the road between the two.
    private static readonly GeoPoint Diema = new(14.54, -9.19);

    // About 90 km north of Bamako.
    private static readonly GeoPoint Kolokani = new(13.57, -8.03);

    [Fact]
    public void Read_StatedCity_CountsAtAnyDistance()
    {
        AccessEvidence piece = Assert.Single(Reader.Read(Convoy(Diema) with { Effects = [new AccessEffect(BamakoId, null, null)] }));
        Assert.Equal((BamakoId, AccessEvidenceKind.RoadAttack, AccessAspect.Road, true), (piece.CityId, piece.Kind, piece.Aspect, piece.IsStated));
        Assert.InRange(piece.Bearing!.Value, 315, 345);
    }

    [Fact]
    public void Read_StatedRoad_LeadsWhereItSays()
    {
        AccessIncident closed = Local(LocalType.RoadClosure, City.Point) with { Effects = [new AccessEffect(BamakoId, AccessAspect.Road, (Kayes.Point, "Kayes"))] };
        AccessEvidence piece = Assert.Single(Reader.Read(closed));
        Assert.Equal(("Kayes", CompassSector.NorthWest, AccessEvidenceKind.RoadClosed), (piece.Toward, Compass.SectorOf(piece.Bearing!.Value), piece.Kind));
    }

    [Fact]
    public void Read_StatedFuel_IsAShortage()
    {
        AccessEvidence piece = Assert.Single(Reader.Read(Local(LocalType.MovementRestriction, City.Point) with { Effects = [new AccessEffect(BamakoId, AccessAspect.Fuel, null)] }));
        Assert.Equal((AccessEvidenceKind.Shortage, AccessAspect.Fuel, null), (piece.Kind, piece.Aspect, piece.Bearing));
    }

    [Fact]
    public void Read_NamedAxis_FeedsEachCityThatTheWordsName() =>
        Assert.Equal([Kayes.GeonameId, BamakoId], Reader.Read(Convoy(Diema) with { Labels = ["RN1, Kayes–Bamako"] }).Select(e => e.CityId));

    [Fact]
    public void Read_NothingNamed_IsOfTheNearestLargeCity()
    {
        AccessEvidence piece = Assert.Single(Reader.Read(Convoy(Kolokani)));
        Assert.Equal((BamakoId, CompassSector.North, false), (piece.CityId, Compass.SectorOf(piece.Bearing!.Value), piece.IsStated));
        // Nothing large within reach: nothing to say.
        Assert.Empty(Reader.Read(Convoy(Diema)));
    }

    [Fact]
    public void Read_WithinTheCity_SaysNothingOfTheWayIn()
    {
        Assert.Empty(Reader.Read(Convoy(School)));
        Assert.Empty(Reader.Read(Local(LocalType.RoadClosure, School)));
    }

    [Fact]
    public void Read_RoadClosedAtTheCity_IsOfBothEndsThatAreNamed()
    {
        IReadOnlyList<AccessEvidence> pieces = Reader.Read(Local(LocalType.RoadClosure, City.Point) with { Labels = ["road to Kayes"] });
        Assert.Equal([BamakoId, Kayes.GeonameId], pieces.Select(p => p.CityId));
        Assert.Equal("Kayes", pieces[0].Toward);
    }

    [Theory]
    [InlineData(LocalType.AirportClosure, AccessEvidenceKind.AirportClosed, AccessAspect.Airport)]
    [InlineData(LocalType.CommunicationsOutage, AccessEvidenceKind.Outage, AccessAspect.Communications)]
    [InlineData(LocalType.BlockadeSiege, AccessEvidenceKind.Blockade, AccessAspect.Road)]
    [InlineData(LocalType.Curfew, AccessEvidenceKind.Hindrance, AccessAspect.Road)]
    public void Read_InTheCity_IsOfTheCity(LocalType type, AccessEvidenceKind kind, AccessAspect aspect)
    {
        AccessEvidence piece = Assert.Single(Reader.Read(Local(type, School)));
        Assert.Equal((BamakoId, kind, aspect, null), (piece.CityId, piece.Kind, piece.Aspect, piece.Bearing));
    }

    [Fact]
    public void Read_WhatSaysNothingOfAccess_IsNoEvidence()
    {
        AccessIncident convoy = Convoy(Kolokani);
        Assert.Empty(Reader.Read(convoy with { Acute = convoy.Acute with { Targets = [TargetKind.Civilians] } }));
        Assert.Empty(Reader.Read(convoy with { Acute = convoy.Acute with { Verification = Verification.Retracted } }));
        Assert.Empty(Reader.Read(convoy with { Acute = convoy.Acute with { Sites = [Site(Kolokani, Report("a", C5))] } }));
        Assert.Empty(Reader.Read(convoy with { IsMerged = true }));
        Assert.Empty(Reader.Read(convoy with { FirstHeard = Five.AddDays(31) }));
        Assert.Empty(Reader.Read(Local(LocalType.IntimidationThreat, Kolokani)));
    }

    [Fact]
    public void Read_Denied_TakesNothingAway()
    {
        AccessIncident convoy = Convoy(Kolokani);
        AcuteIncident denied = convoy.Acute with { Sites = [Site(Kolokani, Report("a", B2), new AcuteEvidence("army", B2, Standing.Denied))], Verification = Verification.Disputed };
        Assert.Equal(AcuteStanding.Credible, Assert.Single(Reader.Read(convoy with { Acute = denied })).Standing);
    }

    [Fact]
    public void Read_ClockOfTheSourceIsAhead_HasBegunWhenHeard()
    {
        AccessEvidence piece = Assert.Single(Reader.Read(Convoy(Kolokani) with { Start = Five.AddMinutes(12) }));
        Assert.Equal(Five.AddMinutes(5), piece.Start);
    }

    [Fact]
    public void Read_OfADay_LastsUntilItWasHeardOrTheDayEnds()
    {
        AccessIncident convoy = Convoy(Kolokani);
        AccessIncident ofADay = convoy with { Acute = convoy.Acute with { LastAct = new ActTime(Five.AddHours(7), TimePrecision.Day) }, Start = Five.AddHours(-5) };
        Assert.Equal(Five.AddHours(4), Assert.Single(Reader.Read(ofADay with { FirstHeard = Five.AddHours(4) })).Last);
        Assert.Equal(Five.AddHours(19), Assert.Single(Reader.Read(ofADay with { FirstHeard = Five.AddDays(3) })).Last);
    }

    private static AccessIncident Convoy(GeoPoint point) => Of(Attack(Site(point, Report("a", B2))) with { Targets = [TargetKind.Transport] });

    private static AccessIncident Local(LocalType type, GeoPoint point) => Of(Attack(Site(point, Report("a", B2))) with { SubEventType = null, LocalType = type });

    private static AccessIncident Of(AcuteIncident acute) => new()
    {
        Acute = acute,
        Start = Five,
        Day = new DateOnly(2024, 9, 17),
        FirstHeard = Five.AddMinutes(5),
        LastHeard = Five.AddMinutes(5),
        CountryCode = "ML",
        Labels = [""],
        Names = [""],
        Tlp = TlpLabel.Green,
    };
}
