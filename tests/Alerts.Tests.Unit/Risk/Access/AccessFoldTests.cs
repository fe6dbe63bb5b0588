using Alerts.Risk.Access;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;

namespace Alerts.Tests.Unit.Risk.Access;

public sealed class AccessFoldTests
{
    private const double NorthWest = 315;
    private const double SouthEast = 135;

    [Fact]
    public void Of_NothingHeard_IsNotKnown() => Assert.Null(AccessFold.Of([], [], Day(0)));

    [Fact]
    public void Of_OneReport_SaysTooLittleOfTheCity()
    {
        AccessPicture picture = AccessFold.Of([Piece("a", 0, bearing: NorthWest)], [], Day(1))!;
        Assert.Null(picture.State);
        AccessWay way = Assert.Single(picture.Ways);
        Assert.Equal((new WayKey(AccessAspect.Road, CompassSector.NorthWest), null), (way.Key, way.State));
    }

    [Fact]
    public void Of_TwoWithinAFortnight_IsConstrained()
    {
        AccessEvidence[] two = [Piece("a", 0, bearing: NorthWest), Piece("b", 10, AccessEvidenceKind.Hindrance, SouthEast)];
        Assert.Null(StateOf(two, 9));
        Assert.Equal(AccessState.Constrained, StateOf(two, 10));
        Assert.Null(StateOf([two[0], Piece("b", 20, AccessEvidenceKind.Hindrance, SouthEast)], 30));
    }

    [Fact]
    public void Of_ThreeOnTwoAxesWithinAMonth_IsRestricted()
    {
        AccessEvidence[] three = [Piece("a", 0, bearing: NorthWest), Piece("b", 1, bearing: NorthWest), Piece("c", 8, bearing: SouthEast)];
        AccessPicture picture = AccessFold.Of(three, [], Day(9))!;
        Assert.Equal((AccessState.Restricted, Day(8)), (picture.State, picture.Since));
        Assert.Equal(ThreatLevel.Moderate, picture.Floor);
        Assert.Equal(AccessState.Restricted, picture.Ways[0].State);
    }

    [Fact]
    public void Of_ThreeOnOneAxis_IsConstrained() =>
        Assert.Equal(AccessState.Constrained, StateOf([Piece("a", 0, bearing: 300), Piece("b", 5, bearing: 310), Piece("c", 9, bearing: 340)], 10));

    [Fact]
    public void Of_OneSourcesStory_IsConstrainedAtMost()
    {
        AccessEvidence[] story = [.. Enumerable.Range(0, 9).Select(i => Piece($"s{i}", i, bearing: i * 40, origins: "one agency"))];
        Assert.Null(StateOf(story, 20));
        AccessEvidence[] uncorroborated = [.. Enumerable.Range(0, 9).Select(i => Piece($"u{i}", i, bearing: i * 40, standing: AcuteStanding.Unverified))];
        Assert.True((StateOf(uncorroborated, 20) ?? 0) <= AccessState.Constrained);
        Assert.All(AccessFold.Of(uncorroborated, [], Day(20))!.Ways, w => Assert.True((w.State ?? 0) <= AccessState.Constrained));
    }

    [Fact]
    public void Of_CorroboratedSiege_IsRestrictedAndWithTheAirportClosedCutOff()
    {
        AccessEvidence siege = Piece("a", 0, AccessEvidenceKind.Blockade, standing: AcuteStanding.Corroborated);
        AccessEvidence airport = Piece("b", 3, AccessEvidenceKind.AirportClosed, standing: AcuteStanding.Corroborated);
        Assert.Equal(AccessState.Restricted, StateOf([siege], 1));
        Assert.Equal(AccessState.CutOff, StateOf([siege, airport], 4));
        Assert.Equal(ThreatLevel.Substantial, AccessFold.Of([siege, airport], [], Day(4))!.Floor);
        Assert.Equal(AccessState.Constrained, StateOf([airport], 4));
    }

    [Fact]
    public void Of_SilenceForAYear_OpensNothing()
    {
        AccessEvidence[] three = [Piece("a", 0, bearing: NorthWest), Piece("b", 1, bearing: NorthWest), Piece("c", 8, bearing: SouthEast)];
        AccessPicture picture = AccessFold.Of(three, [], Day(373))!;
        Assert.Equal((AccessState.Restricted, Day(8)), (picture.State, picture.Since));
        Assert.Equal(364, (int)(Day(373) - picture.LastHeard).TotalDays);
    }

    [Fact]
    public void Of_PersonReopens_WhatCameBeforeNoLongerCounts()
    {
        AccessEvidence[] three = [Piece("a", 0, bearing: NorthWest), Piece("b", 1, bearing: NorthWest), Piece("c", 8, bearing: SouthEast)];
        AccessEntry open = Entry("e", 40, AccessState.Open);
        AccessPicture picture = AccessFold.Of(three, [open], Day(41))!;
        Assert.Equal((AccessState.Open, Day(40)), (picture.State, picture.Since));
        Assert.All(picture.Ways, w => Assert.Equal(AccessState.Open, w.State));
        // One new attack within a month of the old ones does not bring them back.
        Assert.Equal(AccessState.Open, StateOf([.. three, Piece("d", 41, bearing: 45)], 42, open));
        AccessEvidence[] anew = [.. three, Piece("d", 41, bearing: 45), Piece("e", 43, bearing: 45), Piece("f", 44, bearing: SouthEast)];
        Assert.Equal(AccessState.Restricted, StateOf(anew, 45, open));
    }

    [Fact]
    public void Of_PersonReopensFuelAlone_LeavesTheRoads()
    {
        AccessEvidence[] both = [Piece("a", 0, bearing: NorthWest), Piece("b", 1, bearing: NorthWest), Piece("c", 2, AccessEvidenceKind.Shortage), Piece("d", 3, AccessEvidenceKind.Shortage)];
        Assert.Equal(AccessState.Restricted, StateOf(both, 4));
        AccessPicture picture = AccessFold.Of(both, [Entry("e", 5, AccessState.Open, AccessAspect.Fuel)], Day(6))!;
        Assert.Equal(AccessState.Constrained, picture.State);
        Assert.Equal(AccessState.Open, picture.Ways.Single(w => w.Key.Aspect == AccessAspect.Fuel).State);
        Assert.Equal(AccessState.Restricted, picture.Ways.Single(w => w.Key.Aspect == AccessAspect.Road).State);
    }

    [Theory]
    [InlineData(AccessAspect.Fuel, null, AccessState.Restricted, AccessState.Restricted)]
    [InlineData(AccessAspect.Fuel, null, AccessState.CutOff, AccessState.Restricted)]
    [InlineData(AccessAspect.Fuel, null, AccessState.Constrained, AccessState.Constrained)]
    [InlineData(AccessAspect.Road, null, AccessState.CutOff, AccessState.Restricted)]
    [InlineData(AccessAspect.Road, 90.0, AccessState.CutOff, AccessState.Constrained)]
    [InlineData(AccessAspect.Airport, null, AccessState.CutOff, AccessState.Constrained)]
    [InlineData(AccessAspect.Communications, null, AccessState.Restricted, AccessState.Constrained)]
    [InlineData(null, null, AccessState.CutOff, AccessState.CutOff)]
    public void Of_PersonsWordAlone_CountsAtOnce(AccessAspect? aspect, double? bearing, AccessState entered, AccessState city) =>
        Assert.Equal(city, StateOf([], 1, Entry("e", 0, entered, aspect, bearing)));

    [Fact]
    public void Of_TwoBadAxesByPersons_IsRestricted() => Assert.Equal(
        AccessState.Restricted, StateOf([], 2, Entry("a", 0, AccessState.Restricted, AccessAspect.Road, 0), Entry("b", 1, AccessState.CutOff, AccessAspect.Road, 90)));

    [Fact]
    public void Axes_BendsOfOneRoad_AreOne()
    {
        Assert.Equal(1, Compass.Axes([356, 317]));
        Assert.Equal(2, Compass.Axes([350, 10, 40]));
        Assert.Equal(8, Compass.Axes(Enumerable.Range(0, 8).Select(i => i * 45.0)));
        Assert.Equal(0, Compass.Axes([]));
    }

    [Fact]
    public void Bearing_OfKnownDirections_IsRight()
    {
        GeoPoint city = new(10, 20);
        Assert.Equal(0, Compass.Bearing(city, new(11, 20)), 6);
        Assert.Equal(180, Compass.Bearing(city, new(9, 20)), 6);
        Assert.InRange(Compass.Bearing(city, new(10, 21)), 89, 90);
        Assert.InRange(Compass.Bearing(city, new(10, 19)), 270, 271);
        Assert.Equal(CompassSector.North, Compass.SectorOf(337.5));
        Assert.Equal(CompassSector.North, Compass.SectorOf(359.9));
        Assert.Equal(CompassSector.NorthWest, Compass.SectorOf(337.4));
    }
}
