using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Fitting;

/// <summary>One region that a fit learns from.</summary>
/// <param name="Cities">Its cities.</param>
/// <param name="Events">Its events, in any order.</param>
public sealed record FitRegion(IReadOnlyList<ScoredCity> Cities, IReadOnlyList<LedgerEvent> Events)
{
    /// <summary>Gives every city to the region whose nearest event is nearest to it. Regions without a city are left out.</summary>
    /// <param name="cities">All cities.</param>
    /// <param name="events">The events of each region.</param>
    public static IReadOnlyList<FitRegion> Split(IReadOnlyList<ScoredCity> cities, IReadOnlyList<IReadOnlyList<LedgerEvent>> events)
    {
        UnitVector[][] sites = [.. events.Select(of => of.Select(e => UnitVector.Of(e.Point)).Distinct().ToArray())];
        var members = new List<ScoredCity>[events.Count];
        for (int region = 0; region < members.Length; region++) members[region] = [];
        foreach (ScoredCity city in cities)
        {
            UnitVector at = UnitVector.Of(city.Point);
            double[] nearest = [.. sites.Select(of => of.Length == 0 ? double.MaxValue : of.Min(at.ChordSquaredTo))];
            members[Array.IndexOf(nearest, nearest.Min())].Add(city);
        }

        return [.. members.Zip(events).Where(pair => pair.First.Count > 0).Select(pair => new FitRegion(pair.First, pair.Second))];
    }
}
