using System.Globalization;

namespace Alerts.Risk.Levels;

/// <summary>What an adviser signs for: one scored city, or a whole country.</summary>
/// <remarks>Immutable. The default value is no area.</remarks>
/// <param name="CityId">GeoNames id of the city; null for a country.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case, of the country, or the one that the city lies in.</param>
public readonly record struct Area(int? CityId, string CountryCode)
{
    private const string Cities = "cities/";
    private const string Countries = "countries/";

    /// <summary>Resource name: "cities/{geonames_id}" or "countries/{code}".</summary>
    public string Name => CityId is { } id ? Cities + id.ToString(CultureInfo.InvariantCulture) : Countries + CountryCode;

    /// <summary>Reads a resource name; whether there is such a place is not checked.</summary>
    /// <param name="name">"cities/{geonames_id}" or "countries/{code}".</param>
    /// <returns>City and code, one of them null; both null when it is neither.</returns>
    public static (int? CityId, string? CountryCode) Parse(string name)
    {
        if (name.StartsWith(Cities, StringComparison.Ordinal))
            return (int.TryParse(name.AsSpan(Cities.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null, null);
        return name.StartsWith(Countries, StringComparison.Ordinal) && name[Countries.Length..] is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] and var code ? (null, code) : (null, null);
    }
}
