using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// A place as the caller names it: exactly one of id, name and point is set in a valid one.
internal sealed record PlaceReference
{
    public int? GeonamesId { get; init; }

    public string? Name { get; init; }

    public string CountryCode { get; init; } = "";

    public GeoPoint? Point { get; init; }

    public PlacePrecision? Precision { get; init; }

    public string Label { get; init; } = "";
}
