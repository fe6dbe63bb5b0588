using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// A row of a data set of record as it came: nothing in it is checked.
internal sealed record HistoricEvent
{
    public string RecordId { get; init; } = "";

    public string LocalDate { get; init; } = "";

    public TimePrecision? TimePrecision { get; init; }

    public GeoPoint Point { get; init; }

    public PlacePrecision? PlacePrecision { get; init; }

    public string CountryCode { get; init; } = "";

    public string Place { get; init; } = "";

    public SubEventType? Type { get; init; }

    public int? Killed { get; init; }

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public string Title { get; init; } = "";

    public string Source { get; init; } = "";

    public DateTimeOffset? EditedAt { get; init; }
}
