using Alerts.Reading.Dates;

namespace Alerts.Reading.Frame;

/// <summary>Lines of logs and chats, which begin with their hour and with who writes, or from where: "09:18 | Gao base: …", "05h55 – Kiwanja : …", "[18/05/2023 09:41] Evens: …", "0718 Hsipaw: …" where another line begins so, too.</summary>
internal static class LogLines
{
    private const int LongestHead = 5;
    private const int LongestDate = 3;
    private const int LongestNumber = 4;
    private const int HourDigits = 4;

    // The next line of a log, and the one before, begin no farther away, in words.
    private const int LongestLine = 120;

    /// <summary>Whether a word begins such a line.</summary>
    public static bool BeginsAt(Document document, int word) =>
        word < document.Words.Count && (word == 0 || document.GapBefore(word).Contains('\n')) && BehindHour(document, word) is { } behind
        && (IsBareHour(document, word) || IsSetOff(document.GapAfter(behind - 1)) || HeadEnd(document, behind) > behind);

    /// <summary>The words before the colon that head a line, behind its hour; null when it has none.</summary>
    public static (int First, int End)? HeadOf(Document document, int word) =>
        BeginsAt(document, word) && BehindHour(document, word) is { } first && HeadEnd(document, first) is var end && end > first ? (first, end) : null;

    // A date may stand before the hour.
    private static int? BehindHour(Document document, int word)
    {
        if (IsBareHour(document, word)) return IsAmongHours(document, word) ? word + 1 : null;
        int at = word;
        while (at < Math.Min(word + LongestDate, document.Words.Count - 1) && IsNumber(document, at) && document.GapAfter(at) is "/" or "." or "-") at++;
        if (at > word) at++;
        if (at >= document.Words.Count || Clock.At(document, at, document.Words.Count) is not { } clock) return null;
        int behind = at + clock.Count;
        return behind < document.Words.Count && !document.GapAfter(behind - 1).Contains('\n') ? behind : null;
    }

    // "0718 Hsipaw: …": four digits may be a year or a number; beside lines that begin with an hour as well they are one.
    private static bool IsBareHour(Document document, int word) =>
        document.Words[word].Text is { Length: HourDigits } text && text.All(char.IsAsciiDigit) && string.CompareOrdinal(text[..2], "24") < 0 && text[2] < '6'
        && word + 1 < document.Words.Count && document.GapAfter(word) is " " or ": " or " : ";

    private static bool IsAmongHours(Document document, int word)
    {
        for (int next = word + 1; next < Math.Min(document.Words.Count, word + LongestLine); next++)
        {
            if (document.GapBefore(next).Contains('\n')) return IsBareHour(document, next) || IsBehindHour(document, word);
        }

        return IsBehindHour(document, word);
    }

    private static bool IsBehindHour(Document document, int word)
    {
        for (int before = word - 1; before > Math.Max(0, word - LongestLine); before--)
        {
            if (document.GapBefore(before).Contains('\n')) return IsBareHour(document, before);
        }

        return false;
    }

    private static bool IsNumber(Document document, int word) => document.Words[word].Text is var text && text.Length <= LongestNumber && text.All(char.IsAsciiDigit);

    private static bool IsSetOff(ReadOnlySpan<char> gap) => gap.ContainsAny('|', '–', '—') || gap.Contains(']') || gap.Contains(" - ", StringComparison.Ordinal);

    private static int HeadEnd(Document document, int first)
    {
        for (int word = first; word < Math.Min(document.Words.Count, first + LongestHead); word++)
        {
            ReadOnlySpan<char> gap = document.GapAfter(word);
            if (gap.Contains(':')) return word + 1;
            if (gap.ContainsAny('.', ',', '\n') || gap.Contains(';')) return first;
        }

        return first;
    }
}
