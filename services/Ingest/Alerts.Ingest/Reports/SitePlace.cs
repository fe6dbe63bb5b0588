using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// A place as the gazetteer resolved it. Empty text and id 0 mean not known; distance is from the named place to the point, kilometres.
internal sealed record SitePlace
{
    public int GeonamesId { get; init; }

    public string Name { get; init; } = "";

    public string Admin1 { get; init; } = "";

    public string CountryCode { get; init; } = "";

    public required GeoPoint Point { get; init; }

    public required PlacePrecision Precision { get; init; }

    public string Label { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public double DistanceKm { get; init; }

    public bool IsPoint => Precision == PlacePrecision.Point;

    public bool SameCityAs(SitePlace other) => GeonamesId != 0 && GeonamesId == other.GeonamesId;
}
