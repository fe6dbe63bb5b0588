using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Platform.Storage;
using Alerts.Risk;
using Alerts.Risk.Situations;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Terms;
using Alerts.Tests.Unit.Risk.Situations;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Storage;

public sealed class ThreatRowsTests : IAsyncLifetime
{
    // GeoNames id of Bamako.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Contribution Killed = new(School, "ML", new DateOnly(2024, 9, 17), Lethal: true);
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
    public async Task Load_WhatWasSaved_MakesTheSameBoard()
    {
        CountryCover cover = _board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        Situation situation = _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))) with { Contribution = Killed }, Five).Situation!;
        await _store.WriteAsync(
            s =>
            {
                ThreatRows.Save(s, cover);
                ThreatRows.Save(s, situation.Scope, situation.IncidentId, situation.IncidentRevision, Killed);
                ThreatRows.Save(s, situation with { Sites = [] }, [1]);
                ThreatRows.Save(s, situation, null);
                return 0;
            },
            Cancel);

        var made = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        byte[]? recorded = await _store.ReadAsync(
            s =>
            {
                ThreatRows.Load(s, made);
                return ThreatRows.RecordedOf(s, situation.Scope, situation.IncidentId);
            },
            Cancel);

        Place city = Places.Find(BamakoId)!.Value;
        CityReading expected = _board.Read(Scope.Local, city, Five);
        CityReading actual = made.Read(Scope.Local, city, Five);
        Assert.Equal((expected.Level.Level, expected.Days30!.P), (actual.Level.Level, actual.Days30!.P));
        Assert.Equal(situation.Id, Assert.Single(actual.Situations));
        Assert.Equal([1], recorded);
    }

    // Rows come again, late and after what was imported before batches were stored: the highest revision of each counts, also after a restart.
    [Fact]
    public async Task Load_BatchesOfHistoryInAnyOrder_CountsTheHighestRevision()
    {
        Guid a = Guid.CreateVersion7(), b = Guid.CreateVersion7(), c = Guid.CreateVersion7();
        await _store.WriteAsync(
            s =>
            {
                ThreatRows.SaveIfNews(s, Scope.Shared, $"incidents/{c}", 2, Killed);
                foreach (V1.HistoryRecorded batch in new[] { Batch(Row(a, 1, 3), Row(b, 2, null)), Batch(Row(b, 1, 5), Row(a, 2, 0), Row(a, 1, 3), Row(c, 1, 0)), Batch(Row(c, 1, 0)) })
                    HistoryRows.Add(s, batch);
                return 0;
            },
            Cancel);

        var made = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        await _store.ReadAsync(s => ThreatRows.Load(s, made), Cancel);
        _board.Contribute(Scope.Shared, $"incidents/{a}", Killed with { Lethal = false });
        _board.Contribute(Scope.Shared, $"incidents/{c}", Killed);
        CountryCover cover = new("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10));
        _board.Cover(cover);
        made.Cover(cover);

        Place city = Places.Find(BamakoId)!.Value;
        CityReading expected = _board.Read(Scope.Local, city, Five, top: 5);
        CityReading actual = made.Read(Scope.Local, city, Five, top: 5);
        Assert.Equal(expected.Days30!.P, actual.Days30!.P);
        Assert.Equal(expected.Explanation!.Incidents.Select(i => (i.IncidentId, i.Lethal)), actual.Explanation!.Incidents.Select(i => (i.IncidentId, i.Lethal)));

        static V1.HistoryRecorded Batch(params V1.HistoricIncident[] rows) => new() { Organisation = "org-a", Rows = { rows } };
        static V1.HistoricIncident Row(Guid id, long revision, int? killed)
        {
            var row = new V1.HistoricIncident
            {
                Id = Google.Protobuf.ByteString.CopyFrom(id.ToByteArray(bigEndian: true)),
                Revision = revision,
                LocalDay = Killed.LocalDay.DayNumber,
                SubEventType = V1.SubEventType.Attack,
                PlacePrecision = V1.PlacePrecision.Point,
                CountryCode = Killed.CountryCode,
                Latitude = School.Latitude,
                Longitude = School.Longitude,
            };
            if (killed is { } count)
                row.Killed = count;
            return row;
        }
    }

    [Fact]
    public async Task Save_OlderRevisionOfAContribution_IsNoNews()
    {
        Assert.True(await SaveAsync(2, Killed));
        Assert.False(await SaveAsync(1, Killed with { Lethal = false }));
        Assert.True(await SaveAsync(2, Killed));
        Assert.True(await SaveAsync(3, null));
        Assert.Equal(0, await _store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM contribution WHERE removed = 0", r => r.GetInt64(0)), Cancel));
    }

    [Fact]
    public async Task Page_OfHistory_IsDenseAndNewestFirst()
    {
        for (byte i = 1; i <= 5; i++)
        {
            byte row = i;
            await _store.WriteAsync(
                s =>
                {
                    ThreatHistory.Add(s, Scope.Shared, BamakoId, Five.AddHours(row), [row]);
                    return 0;
                },
                Cancel);
        }

        IReadOnlyList<(long Revision, byte[] Body)> page = await _store.ReadAsync(
            s => ThreatHistory.Page(s, Scope.Shared, BamakoId, Five, Five.AddHours(5), before: 4, size: 2), Cancel);
        (long Revision, byte[] Body)? at = await _store.ReadAsync(s => ThreatHistory.At(s, Scope.Shared, BamakoId, Five.AddHours(2)), Cancel);

        Assert.Equal([3, 2], page.Select(p => p.Revision));
        Assert.Equal(2, at?.Revision);
        Assert.Equal([2], at?.Body);
    }

    private Task<bool> SaveAsync(long revision, Contribution? contribution) =>
        _store.WriteAsync(s => ThreatRows.SaveIfNews(s, Scope.Shared, "incidents/i1", revision, contribution), Cancel);
}
