namespace Alerts.Gazetteer.Import;

/// <summary>Ids of an organisation's own sites: the same site has the same id for ever, so that what refers to it stays true after another import.</summary>
public static class SiteIds
{
    /// <summary>First id of sites. GeoNames gives ids of some thirteen millions.</summary>
    public const int First = 2_000_000_000;

    /// <summary>Feature code of sites, which no place of GeoNames has.</summary>
    public const string FeatureCode = "SITE";

    private const int Range = int.MaxValue - First;

    /// <summary>The id of a site.</summary>
    /// <param name="list">Name of the list that it stands in.</param>
    /// <param name="key">What tells it from the others of the list.</param>
    /// <param name="taken">Ids that others have; the next free one is given, and added.</param>
    public static int Of(string list, string key, ISet<int> taken) => StableIds.Of($"{list}/{key}", First, Range, taken);
}
