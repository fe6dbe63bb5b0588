using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>What a report itself says of access: which city, which way.</summary>
/// <param name="CityId">GeoNames id of the city; 0 when the gazetteer did not know it.</param>
/// <param name="Aspect">Which way; null when it does not say.</param>
/// <param name="Toward">Where the road leads to, with its name; null when it does not say.</param>
public sealed record AccessEffect(int CityId, AccessAspect? Aspect, (GeoPoint Point, string Name)? Toward);
