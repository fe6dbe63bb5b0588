using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Decides whether a report speaks of an incident. Pure.
internal static class MergeRules
{
    // Two points this near are one place.
    public const double SamePlaceKm = 3;

    // Most reports that one incident holds; the next one founds another that is linked as MAYBE_SAME. Bounds the size of a snapshot.
    public const int MostReports = 500;

    // A report is compared with so many of an incident's: the first ones and the newest.
    private const int MostCompared = 24;

    // The best account of an incident counts as much as all together: one wrong row must not keep reports away, nor one lucky row draw them in.
    private const double WeightOfBest = 0.5;

    // Reports: those of the incident. Copied: names of the reports whose text the report repeats.
    public static (Likeness Likeness, double Points) Compare(Report report, Incident incident, IReadOnlyList<Report> reports, IReadOnlySet<string> copied)
    {
        if (!incident.IsOpen || report.Exercise != incident.Exercise || reports.Count == 0)
            return (Likeness.None, Resemblance.Never);
        double points = Points(report, reports);
        bool repeats = Repeats(incident, copied) && (points > Resemblance.Never || (IsLong(report) && IsAtSamePlace(report, reports)));
        if (!repeats && !AreRelated(report.Type.Family, incident.Type.Family))
            return (Likeness.None, Resemblance.Never);
        Likeness full = incident.Reports.Count >= MostReports ? Likeness.MaybeSame : Likeness.Same;
        if (points <= Resemblance.Never && !repeats)
            return (Likeness.None, points);
        if (report.SeparateEvent)
            return (Likeness.Nearby, points);

        // The same words sent again are no second account: a copy joins its original however coarse place and time are.
        if (repeats)
            return (full, points);
        if (SeparateWords.Says(report.Text))
            return (Likeness.Nearby, points);
        return (points >= Resemblance.Same ? full : IsCoarse(report, incident) ? Likeness.MaybeSame : Likeness.None, points);
    }

    public static bool Repeats(Incident incident, IReadOnlySet<string> copied) =>
        copied.Count > 0 && incident.Reports.Any(r => copied.Contains(r.Report));

    // Families whose reports may tell of one event: what one calls an attack another calls looting, or has no word for.
    public static IReadOnlyList<TypeFamily> RelatedTo(TypeFamily family) => family switch
    {
        TypeFamily.ArmedViolence or TypeFamily.Abduction => [family, TypeFamily.Crime, TypeFamily.Strategic],
        TypeFamily.Crime or TypeFamily.Strategic => [family, TypeFamily.ArmedViolence, TypeFamily.Abduction],
        _ => [family],
    };

    public static bool IsSamePoint(SitePlace a, SitePlace b) => a.IsPoint && b.IsPoint && a.Point.DistanceKmTo(b.Point) <= SamePlaceKm;

    private static bool AreRelated(TypeFamily a, TypeFamily b) => RelatedTo(a).Contains(b);

    // Words that are sent from two towns are a form that people fill in.
    private static bool IsAtSamePlace(Report report, IReadOnlyList<Report> reports) =>
        reports.Any(r => report.Sites.Any(s => r.Sites.Any(o => Resemblance.OfPlaces(s.Place, o.Place) > Resemblance.Never)));

    // Two people may use the same few words on two days; nobody writes the same article twice.
    private static bool IsLong(Report report) => report.Print is { Words: >= TextPrint.ShortText };

    private static double Points(Report report, IReadOnlyList<Report> reports)
    {
        IEnumerable<Report> compared = reports.Count <= MostCompared ? reports : reports.Take(MostCompared / 2).Concat(reports.TakeLast(MostCompared / 2));
        double[] points = [.. compared.Select(r => Resemblance.Of(report, r)).Where(p => p > Resemblance.Never)];
        return points.Length == 0 ? Resemblance.Never : (WeightOfBest * points.Max()) + ((1 - WeightOfBest) * points.Average());
    }

    private static bool IsCoarse(Report report, Incident incident) =>
        report.Occurred.Precision >= TimePrecision.PartOfDay || incident.Occurred.Precision >= TimePrecision.PartOfDay
        || report.Sites.Any(s => !s.Place.IsPoint) || incident.Sites.Any(s => !s.Place.IsPoint);
}
