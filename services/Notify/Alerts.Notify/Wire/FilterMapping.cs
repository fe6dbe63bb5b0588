using System.Collections.Frozen;
using Alerts.Gazetteer;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Checks filters and makes the core's from them. Limits are those of watch.proto.
internal sealed class FilterMapping(PlaceIndex places)
{
    private const int MaximumPlaces = 1000;
    private const int MaximumCountries = 250;
    private const double MaximumRadiusKm = 1000;

    // field: path of the filter in the request, for the violations. Null stands for the empty filter.
    public AlertFilter ToFilter(V1.AlertFilter? filter, string field)
    {
        if (filter is null)
            return AlertFilter.Everything;
        FieldViolation[] violations = [.. Violations(filter, field)];
        if (violations.Length > 0)
            throw AlertsException.Invalid(violations);
        var wanted = new AlertFilter
        {
            Countries = filter.CountryCodes.ToFrozenSet(StringComparer.Ordinal),
            Minimum = MinimumOf(filter.MinimumLevel, filter.MinimumUrgency),
            Categories = filter.Categories.Select(c => (ThreatCategory)(int)c).ToFrozenSet(),
            ExcludesExercises = filter.ExcludeExercises,
        };
        return wanted.At(
            filter.GeonamesIds.Select(id => new WatchedCity(id, places.Find(id)!.Value.Point)),
            filter.Areas.Select(a => new Circle(new GeoPoint(a.Centre.Latitude, a.Centre.Longitude), a.RadiusKm)),
            []);
    }

    private static Minimum MinimumOf(V1.ThreatLevel level, V1.Urgency urgency) => new(
        level == V1.ThreatLevel.Unspecified ? null : (ThreatLevel)(int)level,
        urgency == V1.Urgency.Unspecified ? null : (Urgency)(int)urgency);

    private IEnumerable<FieldViolation> Violations(V1.AlertFilter filter, string field)
    {
        if (filter.GeonamesIds.Count > MaximumPlaces)
            yield return new($"{field}.geonames_ids", $"at most {MaximumPlaces}.");
        if (filter.CountryCodes.Count > MaximumCountries)
            yield return new($"{field}.country_codes", $"at most {MaximumCountries}.");
        if (filter.Areas.Count > MaximumPlaces)
            yield return new($"{field}.areas", $"at most {MaximumPlaces}.");
        if (filter.Categories.Count > MaximumCountries)
            yield return new($"{field}.categories", $"at most {MaximumCountries}.");
        foreach ((int i, int id) in filter.GeonamesIds.Take(MaximumPlaces).Index().Where(item => places.Find(item.Item) is null))
            yield return new($"{field}.geonames_ids[{i}]", $"{id} is no place of the gazetteer; look it up by name first.");
        foreach ((int i, string _) in filter.CountryCodes.Take(MaximumCountries).Index().Where(item => !IsCountryCode(item.Item)))
            yield return new($"{field}.country_codes[{i}]", "must be ISO 3166-1 alpha-2 in upper case, such as \"ML\".");
        foreach ((int i, V1.Circle area) in filter.Areas.Take(MaximumPlaces).Index())
        {
            if (area.Centre is null || !new GeoPoint(area.Centre.Latitude, area.Centre.Longitude).IsValid)
                yield return new($"{field}.areas[{i}].centre", "must have a latitude of -90 to 90 and a longitude of -180 to 180.");
            if (!(area.RadiusKm > 0 && area.RadiusKm <= MaximumRadiusKm))
                yield return new($"{field}.areas[{i}].radius_km", $"must be more than 0 and at most {MaximumRadiusKm}.");
        }

        if (!Enum.IsDefined(filter.MinimumLevel))
            yield return new($"{field}.minimum_level", "is not a level this server knows.");
        if (!Enum.IsDefined(filter.MinimumUrgency))
            yield return new($"{field}.minimum_urgency", "is not an urgency this server knows.");
        foreach ((int i, V1.ThreatCategory _) in filter.Categories.Take(MaximumCountries).Index()
                     .Where(item => item.Item == V1.ThreatCategory.Unspecified || !Enum.IsDefined(item.Item)))
            yield return new($"{field}.categories[{i}]", "is not a category this server knows.");
    }

    private static bool IsCountryCode(string code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];
}
