using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Platform.Storage;
using Alerts.Risk;
using Alerts.Risk.Access;
using Alerts.Risk.Situations;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;

namespace Alerts.Tests.Unit.Risk.Access;

public sealed class AccessBoardTests : IAsyncLifetime
{
    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place Place = Places.Find(City)!.Value;
    private readonly ThreatBoard _board = new(Places, ForecastParameters.LoadDefault());
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-access-").FullName;
    private IStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync(RiskSetup.StoreName, _folder, typeof(RiskSetup).Assembly);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Take_Restricted_LiftsTheLevelBesideTheAcuteFloor()
    {
        AccessChange change = Blockade(Scope.Shared);
        CityReading reading = _board.Read(Scope.Local, Place, Day(3));
        Assert.Equal((ThreatLevel.Moderate, null, AccessState.Restricted), (reading.Level.Level, reading.Level.AcuteFloor, reading.Access!.State));
        Assert.Equal("ACCESS", reading.Level.Reasons[0].Code);
        AccessAlert alert = Assert.Single(change.Alerts);
        Assert.Equal((null, ThreatLevel.Moderate), (alert.Before, alert.After));
        Assert.Equal(alert.Thread.Id, reading.Access.SituationId);
        Assert.Contains(alert.Thread.Id, reading.Situations);
        Assert.Contains(change.Cities, c => c.Scope.IsShared);
        Assert.Equal(Day(9), _board.NextDue());
    }

    [Fact]
    public void Take_Withdrawn_IsAsBefore()
    {
        Blockade(Scope.Shared);
        for (int i = 0; i < 3; i++)
            _board.Take(new AccessReport(Scope.Shared, $"incidents/i{i}", [], []), Day(3));
        CityReading reading = _board.Read(Scope.Shared, Place, Day(3));
        Assert.Null(reading.Level.Level);
        Assert.Null(reading.Access);
        Assert.Empty(reading.Situations);
        Assert.Null(_board.NextDue());
    }

    [Fact]
    public void Take_PrivateEvidence_IsOfThatOrganisationAlone()
    {
        AccessChange change = Blockade(Scope.Local);
        Assert.Equal(Scope.Local, Assert.Single(change.Alerts).Thread.Scope);
        Assert.Equal(AccessState.Restricted, _board.Read(Scope.Local, Place, Day(3)).Access!.State);
        Assert.Null(_board.Read(Scope.Shared, Place, Day(3)).Access);
        Assert.Null(_board.Read(new Scope("another"), Place, Day(3)).Access);
    }

    [Fact]
    public void Take_OrganisationReopensForItself_StandsInForTheSharedThread()
    {
        AccessThread shared = Assert.Single(Blockade(Scope.Shared).Alerts).Thread;
        AccessAlert clear = Assert.Single(_board.Take(Scope.Local, Entry("e", 3, AccessState.Open), Day(3)).Alerts);
        Assert.Equal((Scope.Local, SituationAction.Clear, shared.Id), (clear.Thread.Scope, clear.Action, clear.Supersedes));
        Assert.Equal(AccessState.Open, _board.Read(Scope.Local, Place, Day(4)).Access!.State);
        Assert.Equal(AccessState.Restricted, _board.Read(Scope.Shared, Place, Day(4)).Access!.State);
        AccessAlert digest = Assert.Single(_board.Digest(Day(9)).Alerts);
        Assert.Equal(shared.Id, digest.Thread.Id);
        Assert.Equal(["local"], digest.OverlaidIn);
    }

    [Fact]
    public void Take_OverlaidIncident_CountsOnceInTheOverlaysView()
    {
        AccessEvidence[] pieces = [Piece("i0", 0, bearing: 0, standing: AcuteStanding.Corroborated), Piece("i1", 1, bearing: 90)];
        foreach (AccessEvidence piece in pieces)
            _board.Take(new AccessReport(Scope.Shared, piece.IncidentId, [piece], ["local"]), Day(1));
        _board.Read(Scope.Local, Place, Day(2));
        _board.Take(new AccessReport(Scope.Local, "incidents/own", [Piece("own", 0, bearing: 0)], []), Day(2));
        Assert.Equal(AccessState.Constrained, _board.Read(Scope.Shared, Place, Day(2)).Access!.State);
        Assert.Null(_board.Read(Scope.Local, Place, Day(2)).Access!.State);
    }

    [Fact]
    public void Read_AsOfEarlier_IsWhatIsKnownNowAboutThen()
    {
        Blockade(Scope.Shared);
        Assert.Equal(AccessState.Restricted, _board.Read(Scope.Shared, Place, Day(3)).Access!.State);
        Assert.Equal(AccessState.Constrained, _board.Read(Scope.Shared, Place, Day(1)).Access!.State);
        Assert.Null(_board.Read(Scope.Shared, Place, Day(-1)).Access);
    }

    [Fact]
    public void SignClear_OfAccess_SaysHowItIsReopened()
    {
        string id = Assert.Single(Blockade(Scope.Shared).Alerts).Thread.Id;
        AlertsException refusal = Assert.Throws<AlertsException>(() => _board.SignClear(Scope.Local, id, "adviser", "over", Day(3)));
        Assert.Equal((ErrorKind.FailedPrecondition, ErrorReasons.WrongState), (refusal.Kind, refusal.Reason));
    }

    [Fact]
    public async Task Load_WhatWasSaved_MakesTheSamePictureAndThread()
    {
        AccessChange change = Blockade(Scope.Shared);
        AccessEntry entry = Entry("e", 2.5, AccessState.CutOff, AccessAspect.Airport);
        AccessChange entered = _board.Take(Scope.Local, entry, Day(2.5));
        await _store.WriteAsync(
            s =>
            {
                foreach (AccessEvidence piece in Pieces())
                    AccessRows.Save(s, new AccessReport(Scope.Shared, piece.IncidentId, [piece], []));
                AccessRows.Save(s, Scope.Local, entry);
                foreach (AccessThread thread in change.Alerts.Concat(entered.Alerts).Select(a => a.Thread).Concat(entered.Threads))
                    AccessRows.Save(s, thread);
                return 0;
            },
            Cancel);

        var made = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        await _store.ReadAsync(s => ThreatRows.Load(s, made), Cancel);
        foreach (Scope scope in new[] { Scope.Shared, Scope.Local })
        {
            string expected = System.Text.Json.JsonSerializer.Serialize(_board.Read(scope, Place, Day(3)).Access);
            Assert.Equal(expected, System.Text.Json.JsonSerializer.Serialize(made.Read(scope, Place, Day(3)).Access));
        }

        Assert.Equal(_board.NextDue(), made.NextDue());
    }

    private static AccessEvidence[] Pieces() => [Piece("i0", 0, bearing: 0), Piece("i1", 1, bearing: 90), Piece("i2", 2, bearing: 90)];

    private AccessChange Blockade(Scope scope)
    {
        AccessChange change = new([], [], []);
        foreach (AccessEvidence piece in Pieces())
            change = _board.Take(new AccessReport(scope, piece.IncidentId, [piece], []), piece.Start);
        return change;
    }
}
