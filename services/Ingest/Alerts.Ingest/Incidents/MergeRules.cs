using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Decides whether a report speaks of an incident. Pure.
internal static class MergeRules
{
    // Two points this near are one place: positions by phone, by name of a quarter and by map click differ by as much.
    public const double SamePlaceKm = 3;

    // Two starts this near are one attack.
    public static readonly TimeSpan SameTime = TimeSpan.FromHours(3);

    // Coarser places this near may be the same: a city's name stands for its surroundings.
    public const double MaybeSameKm = 25;

    // Most reports that one incident holds; the next one founds another that is linked as MAYBE_SAME. Bounds the size of a snapshot.
    public const int MostReports = 500;

    // Copied: names of the reports whose text the report repeats.
    public static Likeness Compare(Report report, Incident incident, IReadOnlySet<string> copied)
    {
        if (!incident.IsOpen || report.Exercise != incident.Exercise || report.Type.Family != incident.Type.Family)
            return Likeness.None;
        TimeSpan gap = TimeWindow.Of(report.Occurred, report.Sites[0].Place).GapTo(incident.Window);
        if (gap > SameTime || !report.Sites.Any(s => incident.Sites.Any(i => IsNear(s.Place, i.Place))))
            return Likeness.None;
        if (report.SeparateEvent)
            return Likeness.Nearby;

        // The same words sent again are no second account: a copy joins its original however coarse place and time are.
        bool repeats = Repeats(incident, copied);
        if (!repeats && SeparateWords.Says(report.Text))
            return Likeness.Nearby;
        if (repeats || IsSame(report, incident, gap))
            return incident.Reports.Count >= MostReports ? Likeness.MaybeSame : Likeness.Same;
        return IsCoarse(report, incident) ? Likeness.MaybeSame : Likeness.None;
    }

    public static bool Repeats(Incident incident, IReadOnlySet<string> copied) =>
        copied.Count > 0 && incident.Reports.Any(r => copied.Contains(r.Report));

    public static bool IsSamePoint(SitePlace a, SitePlace b) => a.IsPoint && b.IsPoint && a.Point.DistanceKmTo(b.Point) <= SamePlaceKm;

    private static bool IsSame(Report report, Incident incident, TimeSpan gap) =>
        IsSameTime(report.Occurred.Precision, incident.Occurred.Precision, gap)
        && report.Sites.Any(s => incident.Sites.Any(i => IsSamePoint(s.Place, i.Place)));

    private static bool IsNear(SitePlace a, SitePlace b) => a.SameCityAs(b) || a.Point.DistanceKmTo(b.Point) <= MaybeSameKm;

    private static bool IsSameTime(TimePrecision a, TimePrecision b, TimeSpan gap)
    {
        if (a >= TimePrecision.Day || b >= TimePrecision.Day)
            return false;

        // A part of the day is compatible with what lies in it, and with a part that overlaps it.
        return a == TimePrecision.PartOfDay || b == TimePrecision.PartOfDay ? gap == TimeSpan.Zero : gap <= SameTime;
    }

    private static bool IsCoarse(Report report, Incident incident) =>
        report.Occurred.Precision >= TimePrecision.PartOfDay || incident.Occurred.Precision >= TimePrecision.PartOfDay
        || report.Sites.Any(s => !s.Place.IsPoint) || incident.Sites.Any(s => !s.Place.IsPoint);
}
