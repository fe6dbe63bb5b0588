using Alerts.Reading.Dates;

namespace Alerts.Reading.Frame;

/// <summary>Lines of logs and chats, which begin with their hour and with who writes, or from where: "09:18 | Gao base: …", "05h55 – Kiwanja : …", "[18/05/2023 09:41] Evens: …".</summary>
internal static class LogLines
{
    private const int LongestHead = 5;
    private const int LongestDate = 3;
    private const int LongestNumber = 4;

    /// <summary>Whether a word begins such a line.</summary>
    public static bool BeginsAt(Document document, int word) =>
        word < document.Words.Count && (word == 0 || document.GapBefore(word).Contains('\n')) && BehindHour(document, word) is { } behind
        && (IsSetOff(document.GapAfter(behind - 1)) || HeadEnd(document, behind) > behind);

    /// <summary>The words before the colon that head a line, behind its hour; null when it has none.</summary>
    public static (int First, int End)? HeadOf(Document document, int word) =>
        BeginsAt(document, word) && BehindHour(document, word) is { } first && HeadEnd(document, first) is var end && end > first ? (first, end) : null;

    // A date may stand before the hour.
    private static int? BehindHour(Document document, int word)
    {
        int at = word;
        while (at < Math.Min(word + LongestDate, document.Words.Count - 1) && IsNumber(document, at) && document.GapAfter(at) is "/" or "." or "-") at++;
        if (at > word) at++;
        if (at >= document.Words.Count || Clock.At(document, at, document.Words.Count) is not { } clock) return null;
        int behind = at + clock.Count;
        return behind < document.Words.Count && !document.GapAfter(behind - 1).Contains('\n') ? behind : null;
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
