namespace Alerts.Gazetteer.Format;

// One place as the source gives it, before it is packed. Coordinates in units of 1e-5 degree.
internal sealed record SourcePlace(
    int Id,
    string Name,
    IReadOnlyList<string> OtherNames,
    int Latitude,
    int Longitude,
    int Population,
    string Country,
    string Feature,
    string Zone,
    string? Admin1,
    string? Admin2);
