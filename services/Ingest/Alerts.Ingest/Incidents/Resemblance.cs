using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// How far two reports look like two accounts of one event, in points: what speaks for it is above 0, what speaks against it below. Place, time,
// type, toll and words each say their part, so that what one of them leaves open the others may decide. The points are round numbers that were
// set by hand and checked on 30 situations; half a point more or less changes little. Pure.
internal static class Resemblance
{
    // From here on two reports tell of one event.
    public const double Same = 1.5;

    // What nothing else makes good.
    public const double Never = -9;

    // Two starts that are known to the hour are one attack when they are this near.
    public static readonly TimeSpan SameTime = TimeSpan.FromHours(3);

    // Coarser times may be wrong by about a part of a day.
    public static readonly TimeSpan ReachTime = TimeSpan.FromHours(6);

    // A toll of twenty is no accident, one of two is.
    private const int TellingToll = 4;

    private const double WordsWeight = 2;

    // What unrelated texts about violence share by chance.
    private const double WordsByChance = 0.3;

    public static double Of(Report report, Report other)
    {
        double where = report.Sites.Max(s => other.Sites.Max(o => OfPlaces(s.Place, o.Place)));
        double when = OfTimes(report, other);
        return where <= Never || when <= Never ? Never : where + when + OfTypes(report.Type, other.Type) + OfTolls(report, other) + OfWords(report.Words, other.Words);
    }

    public static double OfPlaces(SitePlace a, SitePlace b)
    {
        double km = a.Point.DistanceKmTo(b.Point);
        PlacePrecision coarser = a.Precision > b.Precision ? a.Precision : b.Precision;
        double radius = PlaceReach.RadiusKm(coarser);
        // Inside one area two places are neither the same nor different.
        double inside = coarser switch
        {
            PlacePrecision.Point => 2,
            PlacePrecision.City => km <= PlaceReach.RadiusKm(PlacePrecision.Point) ? 1.5 : 1,
            PlacePrecision.AdminArea => 0.2,
            _ => 0,
        };
        // Two spots are two places once they are further apart than maps err.
        double outside = coarser == PlacePrecision.City ? -0.7 : -1.5;
        bool within = km <= radius || (coarser == PlacePrecision.City && a.SameCityAs(b));
        return within ? inside : km <= 2 * radius ? outside : Never;
    }

    private static double OfTimes(Report report, Report other)
    {
        TimeSpan gap = TimeWindow.Of(report.Occurred, report.Sites[0].Place).GapTo(TimeWindow.Of(other.Occurred, other.Sites[0].Place));
        if (report.Occurred.Precision < TimePrecision.PartOfDay && other.Occurred.Precision < TimePrecision.PartOfDay)
            return gap <= SameTime ? 1.5 : Never;
        return gap == TimeSpan.Zero ? 1 : gap <= ReachTime ? -1 : Never;
    }

    // One attack is told as clash, bombing or shelling; rarely as looting or as something else.
    private static double OfTypes(EventKind a, EventKind b) => a == b ? 0.5 : a.Family == b.Family ? -0.3 : -1;

    private static double OfTolls(Report report, Report other)
    {
        if (Killed(report) is not { } a || Killed(other) is not { } b)
            return 0;
        if (a == b)
            return a == 0 ? 0.3 : a < TellingToll ? 0.7 : 1.5;
        if (a == 0 || b == 0)
            return -0.7;
        // Tolls rise from bulletin to bulletin, and sources disagree.
        double ratio = (double)Math.Max(a, b) / Math.Min(a, b);
        return ratio <= 1.5 ? 0.5 : ratio >= 3 ? -0.8 : 0;
    }

    private static int? Killed(Report report) => report.Casualties.Select(c => c.Killed?.Best ?? c.Killed?.Low).Max();

    private static double OfWords(ContentWords a, ContentWords b)
    {
        (int words, double share) = a.SharedWith(b);
        // One or two words in common say little, whatever their share.
        return (WordsWeight * share * Math.Min(1, words / 3.0)) - WordsByChance;
    }
}
