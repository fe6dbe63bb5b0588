using System.Buffers;
using Alerts.Reading.Dates;

namespace Alerts.Reading.Frame;

/// <summary>Finds "BAMAKO, 17 Sep 2024 (AGENCY) --", "Ouagadougou, le 29 novembre 2023 –", "JOS, Thursday, December 28, 2023".</summary>
internal static class DatelineFinder
{
    // A dateline stands on one of the first lines, behind a title at most, and its date within a few words.
    private const int LinesToSearch = 3;
    private const int WordsToSearch = 9;
    private const int LongestPlace = 6;

    private static readonly SearchValues<char> PlaceEnds = SearchValues.Create(",(/–—:");

    public static Dateline Find(Document document, DateOnly received)
    {
        int line = 0;
        for (int word = 0; word < document.Words.Count && line < LinesToSearch; word++)
        {
            bool begins = word == 0 || document.GapAfter(word - 1).Contains('\n');
            if (!begins) continue;
            line++;
            if (At(document, word, received) is { } found) return found;
        }

        return Dateline.None;
    }

    private static Dateline? At(Document document, int first, DateOnly received)
    {
        int end = Math.Min(document.Words.Count, first + WordsToSearch);
        for (int at = first; at < end; at++)
        {
            if (CalendarDate.At(document, at, end, received) is { HasYear: true } date && date.Date.DayNumber <= received.DayNumber + 1)
            {
                return new Dateline(date.Date, first, PlaceWords(document, first, at), at + date.WordCount);
            }

            if (at > first && document.GapAfter(at - 1).Contains('\n')) return null;
        }

        return null;
    }

    // The words before the first comma, bracket, slash or dash, when they look like a name.
    private static int PlaceWords(Document document, int first, int dateAt)
    {
        int count = 0;
        while (count < LongestPlace && first + count < dateAt && !DayNames.IsWeekday(document.Words[first + count].Text))
        {
            count++;
            if (document.GapAfter(first + count - 1).ContainsAny(PlaceEnds)) break;
        }

        return count;
    }
}
