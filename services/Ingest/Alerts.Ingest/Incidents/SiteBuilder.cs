using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Finds the sites of an incident from those of its reports. Pure.
internal static class SiteBuilder
{
    // The places in the order in which they were first named, and for each report the indexes of its sites among them.
    public static (IReadOnlyList<SitePlace> Places, IReadOnlyList<IReadOnlyList<int>> Indexes) Gather(IReadOnlyList<Report> reports)
    {
        var places = new List<SitePlace>();
        var indexes = new List<IReadOnlyList<int>>();
        foreach (Report report in reports)
        {
            var own = new List<int>();
            foreach (Site site in report.Sites)
            {
                int index = Find(site.Place, places, own);
                if (index < 0)
                {
                    index = places.Count;
                    places.Add(site.Place);
                }
                else
                {
                    places[index] = Sharper(places[index], site.Place);
                }

                if (!own.Contains(index))
                    own.Add(index);
            }

            indexes.Add(own);
        }

        return (places, indexes);
    }

    public static IReadOnlyList<TargetKind> TargetsAt(int site, IReadOnlyList<Report> reports, IReadOnlyList<IReadOnlyList<int>> indexes, IReadOnlyList<SitePlace> places) =>
    [
        .. reports.SelectMany((report, i) => indexes[i].Contains(site)
                ? report.Sites.Where(s => MergeRules.IsSamePoint(s.Place, places[site]) || report.Sites.Count == 1 || s.Place == places[site])
                    .SelectMany(s => s.Targets.Count > 0 ? s.Targets : report.Targets)
                : [])
            .Distinct(),
    ];

    // The nearest known site that is the same place. Two sites of one report are two, however near: the source tells them apart.
    private static int Find(SitePlace place, List<SitePlace> places, List<int> own)
    {
        int best = -1;
        for (int i = 0; i < places.Count; i++)
        {
            if (!own.Contains(i) && IsSame(place, places[i])
                && (best < 0 || place.Point.DistanceKmTo(places[i].Point) < place.Point.DistanceKmTo(places[best].Point)))
                best = i;
        }

        return best;
    }

    // A coarse place adds no site to a spot that it may stand for.
    private static bool IsSame(SitePlace a, SitePlace b) => a.IsPoint && b.IsPoint
        ? MergeRules.IsSamePoint(a, b)
        : a.SameCityAs(b) || a.Point.DistanceKmTo(b.Point) <= 2 * PlaceReach.RadiusKm(a.Precision > b.Precision ? a.Precision : b.Precision);

    private static SitePlace Sharper(SitePlace known, SitePlace other)
    {
        SitePlace sharper = other.Precision < known.Precision ? other : known;
        return sharper.Label.Length > 0 ? sharper : sharper with { Label = known.Label.Length > 0 ? known.Label : other.Label };
    }
}
