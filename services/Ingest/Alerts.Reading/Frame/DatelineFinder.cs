using System.Buffers;
using Alerts.Reading.Dates;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Finds "BAMAKO, 17 Sep 2024 (AGENCY) --", "Ouagadougou, le 29 novembre 2023 –", "JOS, Thursday, December 28, 2023", at the head of a text or at its foot.</summary>
internal static class DatelineFinder
{
    // A dateline stands on one of the first lines, behind a title at most, or is the last line; its date stands within a few words.
    private const int LinesToSearch = 4;
    private const int WordsToSearch = 14;
    private const int LongestPlace = 6;

    private static readonly SearchValues<char> PlaceEnds = SearchValues.Create(",(/–—:.");
    private static readonly SearchValues<char> SetsOff = SearchValues.Create(":–—");
    private static readonly SearchValues<char> EndsOfUndated = SearchValues.Create("–—-:.|\n");

    /// <summary>Looks for the line. A day later than the text came in is not that of a dateline.</summary>
    public static Dateline Find(Analysis analysis, DateOnly received)
    {
        var calendar = new CalendarDate(analysis, received);
        Document document = analysis.Document;
        int line = 0;
        int lastLine = 0;
        for (int word = 0; word < document.Words.Count; word++)
        {
            if (word > 0 && !document.GapBefore(word).Contains('\n')) continue;
            lastLine = word;
            if (line++ < LinesToSearch && At(analysis, calendar, word, received, word == 0) is { } found) return found;
        }

        return lastLine > 0 && At(analysis, calendar, lastLine, received, false) is { } foot ? foot : Undated(document);
    }

    private static Dateline? At(Analysis analysis, CalendarDate calendar, int first, DateOnly received, bool head)
    {
        Document document = analysis.Document;
        int end = Math.Min(document.Words.Count, first + WordsToSearch);
        for (int at = first; at < end; at++)
        {
            if (at > first && (document.GapBefore(at).Contains('\n') || TellsAnEvent(analysis, at - 1))) return null;
            if (calendar.At(at, end) is not { } date || !(date.HasYear || (head && IsSetOff(document, date.Mention.End))) || date.Mention.From > received.AddDays(received < DateOnly.MaxValue ? 1 : 0)) continue;
            int last = date.Mention.End;
            if (BeginsSentence(analysis, first, at, last) || IsListed(document, first)) return null;
            while (head && last < end && (document.GapAfter(last - 1).Contains('(') || document.GapAfter(last - 1).Contains('[') || document.GapAfter(last - 1).Contains('-'))) last++;
            int place = PlaceOf(document, first, at);
            return new Dateline(date.Mention.From, place, place + PlaceWords(document, place, at), first, date.Mention.End);
        }

        return null;
    }

    // "IMPHAL, Jan 31:", "BAMAKO, 3 mars –", "KYIV, May 19 - ": without its year a date at the head is a dateline's when something sets it off.
    private static bool IsSetOff(Document document, int end) => end < document.Words.Count && (document.GapAfter(end - 1).ContainsAny(SetsOff) || document.GapAfter(end - 1).Contains(" -", StringComparison.Ordinal)) && !document.GapAfter(end - 1).Contains('\n');

    // "- Gao, lundi 20 avril : …": the first entry of a list is no dateline.
    private static bool IsListed(Document document, int first) => document.GapBefore(first).TrimEnd() is [.., '-' or '•' or '*' or '·' or '▪'];

    // "On 16 December 2014, gunmen climbed over the wall", "On 13 and 14 May last year soldiers …", "Au cours d'une patrouille, le 15 août 2026, les soldats…": the line goes on behind a preposition, or more of a sentence, and a date.
    private static bool BeginsSentence(Analysis analysis, int first, int at, int end)
    {
        if (end < analysis.Words.Count && analysis.Document.CapitalsTell && analysis.Document.GapAfter(end - 1) is " " or ", " && !analysis.Document.IsCapitalised(end) && TellsMore(analysis, first, at)) return true;
        for (int word = first; word < at; word++)
        {
            if (!analysis.Is(word, WordClass.Locative | WordClass.Prep | WordClass.Det | WordClass.Function) && !(word > first && char.IsAsciiDigit(analysis.Words[word].Text[0]))) return false;
        }

        return at > first && end < analysis.Words.Count && (analysis.Document.JoinsNext(end - 1) || analysis.Document.GapAfter(end - 1) is ", ") && !analysis.Document.IsCapitalised(end);
    }

    // Words before the date that are neither small, nor names, nor of time.
    private static bool TellsMore(Analysis analysis, int first, int at)
    {
        for (int word = first; word < at; word++)
        {
            bool small = analysis.Is(word, WordClass.Locative | WordClass.Prep | WordClass.Det | WordClass.Function) || analysis.GrammarAt(word, at).Entry is not null;
            if (!small && !analysis.Document.IsCapitalised(word) && !char.IsAsciiDigit(analysis.Words[word].Text[0])) return true;
        }

        return false;
    }

    // A date behind a verb is that of what happened.
    private static bool TellsAnEvent(Analysis analysis, int word) => analysis.At(word) is { } mark && (mark.Of(Sort.Trigger) ?? mark.Of(Sort.Harm)) is not null;

    // "SAINT-MARC, Haiti." or "N'Djaména –": a place alone at the head.
    private static Dateline Undated(Document document)
    {
        int end = 0;
        while (end < Math.Min(document.Words.Count, LongestPlace) && (end == 0 || document.GapBefore(end).IndexOfAny(EndsOfUndated) < 0 || document.GapBefore(end) is "-")) end++;
        bool told = end > 0 && end < document.Words.Count && document.GapBefore(end).ContainsAny('–', '—') && document.IsCapitalised(0);
        return told ? new Dateline(null, 0, PlaceWords(document, 0, end), 0, end) : Dateline.None;
    }

    // "FLASH INFO N° 12 – Diffa, lundi 30 août": what a label and a dash lead to.
    private static int PlaceOf(Document document, int first, int dateAt)
    {
        for (int word = first; word + 1 < dateAt; word++)
        {
            if (document.GapAfter(word) is " – " or " — " or " - " && document.IsCapitalised(word + 1) && document.GapAfter(word + 1).Contains(',')) return word + 1;
        }

        return first;
    }

    // The words before the first comma, bracket, slash or dash, when they look like a name.
    private static int PlaceWords(Document document, int first, int dateAt)
    {
        int count = 0;
        while (count < LongestPlace && first + count < dateAt)
        {
            count++;
            if (document.GapAfter(first + count - 1).ContainsAny(PlaceEnds) || document.GapAfter(first + count - 1).Contains(" -", StringComparison.Ordinal)) break;
        }

        return count;
    }
}
