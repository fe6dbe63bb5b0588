using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Distances from a place: "52 km southwest of Torodi", "à 12 km au nord de Paoua".</summary>
internal static class Offset
{
    private const double EarthKm = 6371;
    private const double MileKm = 1.609;
    private const double FarthestKm = 300;

    // How many words before the place's name the distance may begin.
    private const int Reach = 9;

    /// <summary>The distance and bearing that stand before a place's name; null when there are none. First is where the words begin.</summary>
    public static (double Km, double? Bearing, int First)? Before(Analysis analysis, int place, Sentence sentence)
    {
        double? bearing = null;
        for (int at = place - 1; at >= Math.Max(sentence.First, place - Reach); at--)
        {
            if (bearing is null && analysis.GrammarAt(at, place, "Compass").Entry is { } compass)
            {
                // "south east" is read from its first word.
                Entry? longer = at > sentence.First ? analysis.GrammarAt(at - 1, place, "Compass").Entry : null;
                bearing = (longer ?? compass).Value;
                if (longer is not null) at--;
                continue;
            }

            if (analysis.Is(at, WordClass.Kilometre) && at > sentence.First)
            {
                if (!double.TryParse(analysis.Words[at - 1].Text, out double km) || km > FarthestKm || analysis.Document.GapAfter(at - 1).Contains(',')) return null;
                return (analysis.Words[at].Text.StartsWith("mi", StringComparison.Ordinal) ? km * MileKm : km, bearing, at - 1);
            }

            if (!analysis.Is(at, WordClass.Function | WordClass.Prep | WordClass.Det | WordClass.Locative) && analysis.GrammarAt(at, place, "OffsetWord").Entry is null) return null;
        }

        return null;
    }

    /// <summary>The point at a distance and a bearing (degrees clockwise from north) from another, on the sphere.</summary>
    public static GeoPoint From(GeoPoint start, double km, double bearing)
    {
        double angle = km / EarthKm;
        double latitude = start.Latitude * Math.PI / 180;
        double direction = bearing * Math.PI / 180;
        double end = Math.Asin((Math.Sin(latitude) * Math.Cos(angle)) + (Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(direction)));
        double east = Math.Atan2(Math.Sin(direction) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - (Math.Sin(latitude) * Math.Sin(end)));
        return new GeoPoint(end * 180 / Math.PI, start.Longitude + (east * 180 / Math.PI));
    }
}
