using Alerts.Gazetteer;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Load;

/// <summary>Reports of which each is about another town, or another time of the day: each makes an incident and raises an alert of its own.</summary>
internal sealed class Reports(PlaceIndex places, TimeProvider time)
{
    // About as long as a message of a colleague: the whole request comes to 458 bytes, the size the floors are measured with.
    private static readonly string Text = new('x', 330);

    // A prime, so that places that follow one another are far apart.
    private const long Stride = 7919;

    // Starts so far apart are never taken for one attack.
    private static readonly TimeSpan RoundGap = TimeSpan.FromHours(4);

    private readonly Gazetteer.Place[] _places = [.. places.Scored.Where(p => p.Population >= 15_000)];

    // The largest town in the middle of each cell of a degree: at least 27 km apart up to 60 degrees north, so that none is linked with another.
    private readonly Gazetteer.Place[] _apart =
    [
        .. places.Scored.Where(p => IsMiddle(p.Point.Latitude) && IsMiddle(p.Point.Longitude))
            .GroupBy(p => (Math.Floor(p.Point.Latitude), Math.Floor(p.Point.Longitude)))
            .Select(cell => cell.MaxBy(p => p.Population)),
    ];

    private int _next = -1;

    public SubmitReportRequest Next()
    {
        int i = Interlocked.Increment(ref _next);
        DateTimeOffset start = time.GetUtcNow() - (i / _apart.Length * RoundGap);
        return new SubmitReportRequest
        {
            RequestId = $"load-{i}",
            Report = new Report
            {
                SubEventType = SubEventType.Attack,
                Sites = { new Site { Reference = new PlaceReference { GeonamesId = _apart[i * Stride % _apart.Length].GeonameId } } },
                Occurred = new OccurredTime { StartTime = start.ToTimestamp(), Precision = TimePrecision.Exact, Ongoing = true },
                Source = new Source { Name = $"source {i}", Kind = ClaimantKind.Witness },
                Text = $"{i} {Text}",
            },
        };
    }

    /// <summary>History for an import: one event per row, spread over places and years.</summary>
    public IEnumerable<HistoricEvent> History(int count)
    {
        var first = new DateOnly(2010, 1, 1);
        for (int i = 0; i < count; i++)
        {
            Gazetteer.Place place = _places[i * Stride % _places.Length];
            yield return new HistoricEvent
            {
                RecordId = $"load-{i}",
                LocalDate = first.AddDays(i * 31 % 5_400).ToString("yyyy-MM-dd"),
                TimePrecision = TimePrecision.Day,
                Latitude = place.Point.Latitude,
                Longitude = place.Point.Longitude,
                PlacePrecision = PlacePrecision.Point,
                CountryCode = place.CountryCode,
                Place = place.Name,
                SubEventType = SubEventType.ArmedClash,
                Killed = i % 4,
                Source = "load program",
            };
        }
    }

    private static bool IsMiddle(double degrees) => degrees - Math.Floor(degrees) is >= 0.25 and < 0.75;
}
