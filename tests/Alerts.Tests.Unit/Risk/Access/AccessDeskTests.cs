using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk;
using Alerts.Risk.Access;
using Alerts.Risk.Views;
using Alerts.Terms;
using Alerts.V1;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;
using AccessAspect = Alerts.Terms.AccessAspect;
using AccessState = Alerts.Terms.AccessState;

namespace Alerts.Tests.Unit.Risk.Access;

public sealed class AccessDeskTests : IAsyncLifetime
{
    private readonly ThreatBoard _board = new(PlaceIndex.Load(), ForecastParameters.LoadDefault());
    private readonly ScenarioClock _clock = new(TimeProvider.System, Day(1), 0);
    private readonly KeptOutbox _outbox = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-desk-").FullName;
    private ThreatDesk _desk = null!;
    private IStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync(RiskSetup.StoreName, _folder, typeof(RiskSetup).Assembly);
        _desk = new ThreatDesk(_board, _outbox, _clock, new ThreatFeed(), new EndingsSignal());
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task EnterAccess_ByAnOfficer_WorsensAndNeverEases()
    {
        await EnterAsync(Entry("a", 0, AccessState.Restricted, AccessAspect.Fuel), mayEase: false);
        foreach (AccessEntry easing in new[] { Entry("b", 0, AccessState.Open, AccessAspect.Fuel), Entry("c", 0, AccessState.Constrained, AccessAspect.Fuel), Entry("d", 0, AccessState.Open) })
        {
            AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => EnterAsync(easing, mayEase: false));
            Assert.Equal((ErrorKind.PermissionDenied, ErrorReasons.RoleMissing), (refusal.Kind, refusal.Reason));
        }

        Assert.Equal(AccessState.Restricted, _board.Read(Scope.Local, PlaceIndex.Load().Find(City)!.Value, _clock.Now).Access!.State);
        await EnterAsync(Entry("e", 0, AccessState.Open), mayEase: true);
        Assert.Equal([AlertAction.Raise, AlertAction.Clear], _outbox.Alerts.Select(a => a.Action));
    }

    [Fact]
    public async Task End_DigestIsDue_TellsOnceAWeek()
    {
        await EnterAsync(Entry("a", 0, AccessState.Restricted), mayEase: false);
        for (int day = 0; day < 15; day++)
        {
            _clock.AdvanceTo(Day(1 + day));
            await _store.WriteAsync(s => End(s), Cancel);
        }

        Assert.Equal([Alerts.V1.Urgency.Priority, Alerts.V1.Urgency.Routine, Alerts.V1.Urgency.Routine], _outbox.Alerts.Select(a => a.Urgency));
        Assert.All(_outbox.Alerts, a => Assert.Equal((SituationKind.Pressure, Alerts.V1.ThreatLevel.Moderate, Alerts.V1.AccessState.Restricted), (a.Kind, a.Floor, a.Access.State)));
    }

    private bool End(IWriteSession session)
    {
        _desk.End(session);
        return true;
    }

    private Task<DateTimeOffset> EnterAsync(AccessEntry entry, bool mayEase) =>
        _store.WriteAsync(s => _desk.EnterAccess(s, Scope.Local, Scope.Local, entry, mayEase), Cancel);

    private sealed class KeptOutbox : IOutbox
    {
        public List<Alert> Alerts { get; } = [];

        public void Add(IWriteSession session, Event body) => Alerts.Add(body.SituationAssessed.Alert);
    }
}
