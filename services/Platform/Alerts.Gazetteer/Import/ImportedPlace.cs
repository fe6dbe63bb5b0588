using Alerts.Terms;

namespace Alerts.Gazetteer.Import;

/// <summary>A place that an operator adds to the built-in gazetteer, or one of it as the operator's file has it. Immutable and thread safe.</summary>
/// <param name="Id">GeoNames id, or an id of <see cref="SiteIds"/>; positive. A place of the built-in gazetteer with the same id is replaced.</param>
/// <param name="Name">Its name; not empty.</param>
/// <param name="OtherNames">Further names, in any script; may repeat.</param>
/// <param name="Point">Its centre; valid.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case; empty: that of the nearest place.</param>
/// <param name="FeatureCode">GeoNames feature code of class P, or <see cref="SiteIds.FeatureCode"/>.</param>
/// <param name="TimeZoneId">IANA id; empty: that of the nearest place.</param>
/// <param name="Admin1">Name of the first-order unit; null when unknown.</param>
/// <param name="Admin2">Name of the second-order unit; null when unknown.</param>
public sealed record ImportedPlace(
    int Id, string Name, IReadOnlyList<string> OtherNames, GeoPoint Point, int Population, string CountryCode, string FeatureCode, string TimeZoneId, string? Admin1, string? Admin2);
