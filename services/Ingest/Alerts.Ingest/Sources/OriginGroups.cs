using Alerts.Ingest.Reports;

namespace Alerts.Ingest.Sources;

// Groups the reports of one incident by origin: reports that share a name, an origin found when they came in, or a text are one source.
// Independent of the order in which they came. Pure.
internal static class OriginGroups
{
    // The origin of each report, in the order given; empty: unknown, never independent. A group bears the origin of its first report.
    public static IReadOnlyList<string> Of(IReadOnlyList<Report> reports)
    {
        int[] parent = [.. Enumerable.Range(0, reports.Count)];
        var byName = new Dictionary<string, int>();
        for (int i = 0; i < reports.Count; i++)
        {
            Join(reports[i].Origin, i);
            Join(OriginFinder.NameOf(reports[i].Source), i);
        }

        JoinCopies(reports, parent);
        string[] origin = new string[reports.Count];
        for (int i = 0; i < reports.Count; i++)
        {
            int root = Root(parent, i);
            if (string.IsNullOrEmpty(origin[root]))
                origin[root] = Own(reports[i]);
            origin[i] = origin[root];
        }

        // A copy may stand before the report that names its source.
        for (int i = 0; i < reports.Count; i++)
            origin[i] = origin[Root(parent, i)];
        return origin;

        void Join(string name, int i)
        {
            if (name.Length > 0 && !byName.TryAdd(name, i))
                Unite(parent, byName[name], i);
        }
    }

    // The reports that bear one text, group by group, without those that stand alone.
    public static IReadOnlyList<IReadOnlyList<Report>> CopiesAmong(IReadOnlyList<Report> reports)
    {
        int[] parent = [.. Enumerable.Range(0, reports.Count)];
        JoinCopies(reports, parent);
        return [.. Enumerable.Range(0, reports.Count).GroupBy(i => Root(parent, i)).Where(g => g.Count() > 1).Select(g => (IReadOnlyList<Report>)[.. g.Select(i => reports[i])])];
    }

    private static string Own(Report report) => report.Origin.Length > 0 ? report.Origin : OriginFinder.NameOf(report.Source);

    private static void JoinCopies(IReadOnlyList<Report> reports, int[] parent)
    {
        for (int i = 1; i < reports.Count; i++)
        {
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (Root(parent, earlier) != Root(parent, i) && IsSameText(reports[i], reports[earlier]))
                    Unite(parent, earlier, i);
            }
        }
    }

    // Within one incident a text that was reworded is known by its words too. Two of one submission tell of different events.
    private static bool IsSameText(Report report, Report earlier) => OriginFinder.IsCopy(report, earlier)
        || (report.Submission != earlier.Submission && report.Words.IsRewordingOf(earlier.Words));

    // The earlier report stays the root, so that a group's name does not change when a later report joins it.
    private static void Unite(int[] parent, int a, int b)
    {
        int rootA = Root(parent, a);
        int rootB = Root(parent, b);
        parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i];
        return i;
    }
}
