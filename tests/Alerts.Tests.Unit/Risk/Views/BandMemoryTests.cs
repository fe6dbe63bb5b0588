using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Risk.Views;

public sealed class BandMemoryTests
{
    // GeoNames ids: Bamako, and Kati, which lies within 50 km of it.
    private static readonly int[] CityIds = [2460596, 2455558];

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place[] Cities = [.. CityIds.Select(id => Places.Find(id)!.Value)];
    private static readonly DateTimeOffset Start = new(2024, 9, 17, 12, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 8)]
    public void Read_BetweenChangesOfAnyDay_IsThatOfABoardThatNeverRead(int seed)
    {
        var random = new Random(seed);
        var changes = new List<(Scope Scope, string Incident, Contribution? Contribution)>();
        ThreatBoard read = Board();
        for (int i = 0; i < 15; i++)
        {
            DateTimeOffset now = Start.AddDays(random.Next(0, 20));
            changes.Add(Change(random, DateOnly.FromDateTime(now.UtcDateTime)));
            read.Contribute(changes[^1].Scope, changes[^1].Incident, changes[^1].Contribution);
            if (i % 3 != 2)
            {
                // Read in between, so that there is something to remember wrongly.
                read.Read(Scope.Local, Cities[i % 2], now);
                continue;
            }

            ThreatBoard fresh = Board();
            foreach ((Scope scope, string incident, Contribution? contribution) in changes)
                fresh.Contribute(scope, incident, contribution);
            foreach (Scope scope in new[] { Scope.Shared, Scope.Local })
            {
                foreach (Place city in Cities)
                    Assert.Equal(Face(fresh.Read(scope, city, now)), Face(read.Read(scope, city, now)));
            }
        }
    }

    private static (ThreatLevel? Level, ThreatLevel? Band, double? P) Face(CityReading reading) => (reading.Level.Level, reading.Level.Band, reading.Days30?.P);

    private static ThreatBoard Board()
    {
        var board = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 12, 31)));
        return board;
    }

    // Mostly of the last weeks, where bands are replayed; now and then withdrawn.
    private static (Scope, string, Contribution?) Change(Random random, DateOnly today)
    {
        Scope scope = random.Next(4) == 0 ? Scope.Local : Scope.Shared;
        string incident = $"incidents/{random.Next(12)}";
        if (random.Next(5) == 0)
            return (scope, incident, null);
        GeoPoint point = new(12.6 + (random.NextDouble() * 0.4), -8 + (random.NextDouble() * 0.4));
        return (scope, incident, new Contribution(point, "ML", today.AddDays(-random.Next(0, random.Next(2) == 0 ? 10 : 120)), random.Next(3) > 0));
    }
}
