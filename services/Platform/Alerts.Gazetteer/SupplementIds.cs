namespace Alerts.Gazetteer;

/// <summary>Ids of the towns and villages that generator/towns.txt adds to GeoNames' larger places: a town has the same id for as long as it is called and counted the same.</summary>
/// <remarks>They are no ids of GeoNames, which gives some thirteen millions, nor of an organisation's own sites, which begin at <see cref="Import.SiteIds.First"/>.</remarks>
internal static class SupplementIds
{
    /// <summary>First id of such towns.</summary>
    public const int First = 1_900_000_000;

    private const int Range = 100_000_000;

    /// <summary>Whether an id is one of theirs.</summary>
    public static bool Has(int id) => id is >= First and < First + Range;

    /// <summary>The id of a town.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, upper case.</param>
    /// <param name="name">Its name.</param>
    /// <param name="taken">Ids that others have; the next free one is given, and added.</param>
    public static int Of(string country, string name, ISet<int> taken) => StableIds.Of($"{country}/{name}", First, Range, taken);
}
