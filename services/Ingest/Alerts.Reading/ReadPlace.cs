using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>A place as a text names it.</summary>
/// <param name="GeonameId">GeoNames id of the place, or of the seat that stands for an administrative area or a country; null for bare coordinates and for a point reckoned from a distance.</param>
/// <param name="Point">The place's centre, or the coordinates in the text.</param>
/// <param name="Precision">How exactly the text places the event.</param>
/// <param name="Name">The name as written, the coordinates as written, or, when no word of the text names the country, its code.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2; null when coordinates lie far from any known place.</param>
/// <param name="Evidence">Where the name stands; where none does, the words that tell the event.</param>
public sealed record ReadPlace(int? GeonameId, GeoPoint Point, PlacePrecision Precision, string Name, string? CountryCode, TextSpan Evidence);
