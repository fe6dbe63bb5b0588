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

    // Who tells the way in hours is farther away than who tells it in kilometres would call near.
    private const double HourKm = 40;

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
                (double Count, int First)? number = Number(analysis, at, sentence);
                if (number is not { Count: <= FarthestKm } told || analysis.Document.GapAfter(at - 1).Contains(',')) return null;
                return (analysis.Words[at].Text.StartsWith("mi", StringComparison.Ordinal) ? told.Count * MileKm : told.Count, bearing, told.First);
            }

            // "shooting went on for two hours in Goma" tells no way.
            if (bearing is null && analysis.Is(place - 1, WordClass.Of | WordClass.Origin) && analysis.GrammarAt(at, place, "TravelTime").Entry is not null && Number(analysis, at, sentence) is { } hours) return (hours.Count * HourKm, null, hours.First);

            if (!analysis.Is(at, WordClass.Function | WordClass.Prep | WordClass.Det | WordClass.Locative) && analysis.GrammarAt(at, place, "OffsetWord", "RoadTo").Entry is null) return null;
        }

        return null;
    }

    // The number before a unit, in digits or words: "52", "some hundred", "une centaine de", "two".
    private static (double Count, int First)? Number(Analysis analysis, int unit, Sentence sentence)
    {
        int at = unit - 1;
        if (at > sentence.First && analysis.Is(at, WordClass.Of)) at--;
        if (at < sentence.First) return null;
        if (double.TryParse(analysis.Words[at].Text, out double digits)) return at == unit - 1 ? (digits, at) : null;
        if (at > sentence.First && analysis.GrammarAt(at - 1, unit, "About").Entry is { } about) return (about.Value, at - 1);
        return analysis.GrammarAt(at, unit, "About", "Number", "Tens", "Hundred", "Vague").Entry is { } word ? (word.Value, at) : null;
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
