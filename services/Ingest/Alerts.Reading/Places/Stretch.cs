using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Stretches of road and land between two towns: "between Bossangoa and Bouca", "the Mopti-Bandiagara road", "l'axe Bria–Ippy". Their middle stands for them.</summary>
internal static class Stretch
{
    // Of a longer one the middle says too little; the town named first stays.
    private const double LongestKm = 100;
    private const int RoadReach = 3;

    /// <summary>Puts one mention in the place of two that are the ends of a stretch.</summary>
    public static void Join(Analysis analysis, List<PlaceMention> mentions)
    {
        for (int i = 0; i + 1 < mentions.Count; i++)
        {
            (PlaceMention near, PlaceMention far) = (mentions[i], mentions[i + 1]);
            if (!IsTown(near) || !IsTown(far) || near.CountryCode != far.CountryCode || !AreEnds(analysis, near, far)) continue;
            double km = near.Point.DistanceKmTo(far.Point);
            if (km is 0 or > LongestKm) continue;
            mentions[i] = near with
            {
                End = far.End,
                Place = null,
                Point = new GeoPoint((near.Point.Latitude + far.Point.Latitude) / 2, (near.Point.Longitude + far.Point.Longitude) / 2),
                IsLocative = true,
                IsWay = false,
                Assumption = "the middle between the two places stands for the stretch",
            };
            mentions.RemoveAt(i + 1);
        }
    }

    // Across the date line a middle is no mean of longitudes; nobody writes of roads there.
    private static bool IsTown(PlaceMention mention) => mention is { Place: not null, Precision: PlacePrecision.City, Assumption: null };

    private static bool AreEnds(Analysis analysis, PlaceMention near, PlaceMention far)
    {
        bool between = near.First > 0 && analysis.GrammarAt(near.First - 1, near.First, "Between").Entry is not null;
        if (between && far.First == near.End + 1) return analysis.Is(near.End, WordClass.And);
        bool dashed = far.First == near.End && analysis.Document.GapAfter(near.End - 1).ContainsAny('-', '–', '—');
        return dashed && (IsRoad(analysis, far.End, far.End + 1) || IsRoad(analysis, Math.Max(0, near.First - RoadReach), near.First));
    }

    private static bool IsRoad(Analysis analysis, int first, int end)
    {
        for (int at = first; at < Math.Min(end, analysis.Words.Count); at++)
        {
            if (analysis.GrammarAt(at, end, "Road").Entry is not null) return true;
        }

        return false;
    }
}
