using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Quarters told with their town: "le quartier Bukama de Kitshanga", "the Bukama suburb of Kitshanga". The town stands for them, whatever else bears the quarter's name.</summary>
internal static class TownQuarters
{
    private const int LinkWords = 2;

    /// <summary>Puts the town in the place of a quarter and its town.</summary>
    public static void Join(Analysis analysis, List<PlaceMention> mentions)
    {
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
        bool named = IsQuarter(analysis, quarter.First - 1);
        if (!named && (named = analysis.Document.JoinsNext(quarter.End - 1) && IsQuarter(analysis, link))) link++;
        return named && town.First > link && town.First <= link + LinkWords && analysis.Is(link, WordClass.Of)
            && Enumerable.Range(link, town.First - link).All(at => analysis.Document.JoinsNext(at - 1) && analysis.Is(at, WordClass.Of | WordClass.Det));
    }

    private static bool IsQuarter(Analysis analysis, int word) => word >= 0 && analysis.GrammarAt(word, word + 1, "Quarter").Entry is not null;
}
