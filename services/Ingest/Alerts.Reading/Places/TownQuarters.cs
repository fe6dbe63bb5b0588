using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Quarters and streets told with their town: "le quartier Bukama de Kitshanga", "the Kinshasa quarter of Bukavu", "au quartier Dakar à Bobo-Dioulasso". The town stands for them, whatever else bears the quarter's name.</summary>
internal static class TownQuarters
{
    private const int LinkWords = 2;

    /// <summary>Puts the town in the place of a quarter and its town.</summary>
    public static void Join(Analysis analysis, List<PlaceMention> mentions)
    {
        mentions.RemoveAll(m => IsStreet(analysis, m));
        for (int i = 0; i + 1 < mentions.Count; i++)
        {
            (PlaceMention quarter, PlaceMention town) = (mentions[i], mentions[i + 1]);
            if (town.IsUnknown || !AreTied(analysis, quarter, town)) continue;
            mentions[i] = town with { First = quarter.First, IsLocative = quarter.IsLocative || town.IsLocative, IsWay = quarter.IsWay };
            mentions.RemoveAt(i + 1);
        }
    }

    private static bool AreTied(Analysis analysis, PlaceMention quarter, PlaceMention town)
    {
        int link = quarter.End;
        bool led = IsQuarter(analysis, quarter.First - 1);
        if (!led)
        {
            if (!analysis.Document.JoinsNext(quarter.End - 1) || !(IsQuarter(analysis, link) || (town.Precision == PlacePrecision.City && analysis.GrammarAt(link, link + 1, "QuarterAfter").Entry is not null))) return false;
            link++;
        }

        return town.First > link && town.First <= link + LinkWords && (analysis.Is(link, WordClass.Of) || (led && analysis.Is(link, WordClass.Locative)))
            && Enumerable.Range(link, town.First - link).All(at => analysis.Document.JoinsNext(at - 1) && (at == link || analysis.Is(at, WordClass.Of | WordClass.Det)));
    }

    // "Lagos Street", "avenue de Bamako": called after a town.
    private static bool IsStreet(Analysis analysis, PlaceMention place)
    {
        if (place.Place is null) return false;
        if (place.End < analysis.Words.Count && analysis.Document.JoinsNext(place.End - 1) && analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(place.End) && analysis.GrammarAt(place.End, place.End + 1, "StreetAfter").Entry is not null) return true;
        int at = place.First - 1;
        while (at > 0 && at > place.First - 1 - LinkWords && analysis.Is(at, WordClass.Of | WordClass.Det)) at--;
        return at >= 0 && analysis.GrammarAt(at, at + 1, "StreetBefore").Entry is not null && analysis.Document.JoinsNext(at);
    }

    private static bool IsQuarter(Analysis analysis, int word) => word >= 0 && analysis.GrammarAt(word, word + 1, "Quarter").Entry is not null;
}
