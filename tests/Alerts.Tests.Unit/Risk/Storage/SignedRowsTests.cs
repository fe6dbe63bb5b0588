using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Platform.Storage;
using Alerts.Risk;
using Alerts.Risk.Levels;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Terms;
using Alerts.Tests.Unit.Risk.Levels;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Storage;

public sealed class SignedRowsTests : IAsyncLifetime
{
    // GeoNames id of Bamako.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Area City = new(BamakoId, "ML");
    private static readonly Area Mali = new(null, "ML");
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-risk-").FullName;
    private readonly ThreatBoard _board = new(Places, ForecastParameters.LoadDefault());
    private IStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync(RiskSetup.StoreName, _folder, typeof(RiskSetup).Assembly);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Load_WhatWasSigned_MakesTheSameBoard()
    {
        SignedArea[] areas =
        [
            _board.Sign(Scope.Local, Mali, (signed, now) => signed.Sign(SignedAreaTests.Level(ThreatLevel.Moderate, now)), Five).Area,
            _board.Sign(Scope.Local, City, (signed, now) => signed.Sign(SignedAreaTests.Level(ThreatLevel.High, now)), Five).Area,
            _board.Override(
                Scope.Local, City, downwards: false, (_, now) => SignedAreaTests.Up(now, Five.AddDays(7)) with { Area = City, KnownSituations = new Dictionary<string, ThreatLevel> { ["situations/s"] = ThreatLevel.High } }, Five).Area,
            _board.Sign(Scope.Local, City, (signed, now) => signed.Withdraw(now, new Withdrawal("adviser", "over")), Five.AddDays(1)).Area,
        ];
        await _store.WriteAsync(
            s =>
            {
                foreach (SignedArea area in areas)
                    SignedRows.Save(s, area);
                return 0;
            },
            Cancel);

        var made = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        await _store.ReadAsync(s => ThreatRows.Load(s, made), Cancel);

        Place place = Places.Find(BamakoId)!.Value;
        foreach (DateTimeOffset at in new[] { Five, Five.AddDays(1), Five.AddDays(100) })
        {
            CityReading expected = _board.Read(Scope.Local, place, at);
            CityReading actual = made.Read(Scope.Local, place, at);
            Assert.Equal(expected.Level.Level, actual.Level.Level);
            Assert.Equal((expected.Orders.Assessed, expected.Orders.SignedFor), (actual.Orders.Assessed, actual.Orders.SignedFor));
            Assert.Equal(expected.Orders.Overrides.Select(o => (o.Level, o.EndsAt, o.KnownSituations!.Count)), actual.Orders.Overrides.Select(o => (o.Level, o.EndsAt, o.KnownSituations!.Count)));
        }

        Assert.Equal(_board.NextDue(), made.NextDue());
        Assert.Equal(2, await _store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM signed_area", r => r.GetInt64(0)), Cancel));
    }
}
