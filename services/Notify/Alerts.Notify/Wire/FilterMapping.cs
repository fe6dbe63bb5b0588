using System.Collections.Frozen;
using Alerts.Gazetteer;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Checks filters and makes the core's from them. Limits are those of watch.proto.
internal sealed class FilterMapping(PlaceIndex places)
{
    private const int MaximumPlaces = 1000;
    private const int MaximumWords = 250;

    private readonly AreaMapping _areas = new(places);

    // field: path of the filter in the request, for the violations. Null stands for the empty filter.
    public AlertFilter ToFilter(V1.AlertFilter? filter, string field)
    {
        if (filter is null)
            return AlertFilter.Everything;
        FieldViolation[] violations = [.. Violations(filter, field), .. _areas.Violations(filter, field)];
        if (violations.Length > 0)
            throw AlertsException.Invalid(violations);
        var wanted = new AlertFilter
        {
            Countries = filter.CountryCodes.ToFrozenSet(StringComparer.Ordinal),
            Minimum = MinimumOf(filter.MinimumLevel, filter.MinimumUrgency),
            MinimumBy = filter.Minimums.ToFrozenDictionary(m => (ThreatCategory)(int)m.Category, m => MinimumOf(m.MinimumLevel, m.MinimumUrgency)),
            Categories = filter.Categories.Select(c => (ThreatCategory)(int)c).ToFrozenSet(),
            EventTypes = filter.EventTypes.Select(t => (EventType)(int)t).ToFrozenSet(),
            LocalTypes = filter.LocalTypes.Select(t => (LocalType)(int)t).ToFrozenSet(),
            ExcludesExercises = filter.ExcludeExercises,
        };
        return wanted.At(
            filter.GeonamesIds.Select(id => new WatchedCity(id, places.Find(id)!.Value.Point)), AreaMapping.Areas(filter), _areas.OwnSites(filter));
    }

    private static Minimum MinimumOf(V1.ThreatLevel level, V1.Urgency urgency) => new(
        level == V1.ThreatLevel.Unspecified ? null : (ThreatLevel)(int)level,
        urgency == V1.Urgency.Unspecified ? null : (Urgency)(int)urgency);

    private IEnumerable<FieldViolation> Violations(V1.AlertFilter filter, string field) =>
    [
        .. AtMost(filter.GeonamesIds.Count, MaximumPlaces, $"{field}.geonames_ids"),
        .. filter.GeonamesIds.Take(MaximumPlaces).Index().Where(item => places.Find(item.Item) is null).Select(
            item => new FieldViolation($"{field}.geonames_ids[{item.Index}]", $"{item.Item} is no place of the gazetteer; look it up by name first.")),
        .. AtMost(filter.CountryCodes.Count, MaximumWords, $"{field}.country_codes"),
        .. filter.CountryCodes.Take(MaximumWords).Index().Where(item => !CountryCode.IsKnown(item.Item)).Select(
            item => new FieldViolation($"{field}.country_codes[{item.Index}]", CountryCode.Refusal(item.Item))),
        .. AllKnown(filter.Categories, $"{field}.categories", "category"),
        .. AllKnown(filter.EventTypes, $"{field}.event_types", "event type"),
        .. AllKnown(filter.LocalTypes, $"{field}.local_types", "type"),
        .. Minimum(filter.MinimumLevel, filter.MinimumUrgency, field),
        .. AllKnown(filter.Minimums.Select(m => m.Category).ToArray(), $"{field}.minimums", "category"),
        .. filter.Minimums.Take(MaximumWords).Index().SelectMany(m => Minimum(m.Item.MinimumLevel, m.Item.MinimumUrgency, $"{field}.minimums[{m.Index}]")),
        .. filter.Minimums.Take(MaximumWords).GroupBy(m => m.Category).Where(g => g.Count() > 1).Select(
            g => new FieldViolation($"{field}.minimums", $"{g.Key} stands there more than once.")),
    ];

    private static IEnumerable<FieldViolation> AllKnown<TTerm>(IReadOnlyCollection<TTerm> values, string field, string noun)
        where TTerm : struct, Enum =>
    [
        .. AtMost(values.Count, MaximumWords, field),
        .. values.Take(MaximumWords).Index().Where(item => Convert.ToInt32(item.Item) == 0 || !Enum.IsDefined(item.Item)).Select(
            item => new FieldViolation($"{field}[{item.Index}]", $"is not a {noun} this server knows.")),
    ];

    private static IEnumerable<FieldViolation> Minimum(V1.ThreatLevel level, V1.Urgency urgency, string field)
    {
        if (!Enum.IsDefined(level))
            yield return new($"{field}.minimum_level", "is not a level this server knows.");
        if (!Enum.IsDefined(urgency))
            yield return new($"{field}.minimum_urgency", "is not an urgency this server knows.");
    }

    private static FieldViolation[] AtMost(int count, int most, string field) => count > most ? [new(field, $"at most {most}.")] : [];
}
