namespace Alerts.Reading.Frame;

/// <summary>Entries that are counted within a line: "Busy night. (1) Three rockets hit the airport. (2) Two boys climbed over the wall", "a) … b) …".</summary>
internal static class NumberedEntries
{
    private const int LongestMark = 2;

    /// <summary>The words that count them; none when they do not run on from the first.</summary>
    public static HashSet<int> In(Document document)
    {
        List<int> marks = [];
        for (int word = 0; word + 1 < document.Words.Count; word++)
        {
            if (IsMark(document, word) && document.Words[word].Text is var text && (text == NameOf(marks.Count + 1, text) || (marks.Count > 0 && text == NameOf(1, text)))) marks.Add(word);
        }

        return marks.Count > 1 && document.Words[marks[1]].Text == NameOf(2, document.Words[marks[0]].Text) ? [.. marks] : [];
    }

    // "2", or "b" where the others are letters.
    private static string NameOf(int count, string like) => char.IsAsciiDigit(like[0]) ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : ((char)('a' + count - 1)).ToString();

    // In brackets, or before one, where something ends.
    private static bool IsMark(Document document, int word)
    {
        string text = document.Words[word].Text;
        if (text.Length > LongestMark || !(text.Length == 1 ? char.IsAsciiLetterOrDigit(text[0]) : char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])) || document.GapAfter(word) is not [')', ' ', ..]) return false;
        ReadOnlySpan<char> before = document.GapBefore(word);
        return word == 0 || before.ContainsAny('\n', ';', ':') || before.ContainsAny('.', '!', '?');
    }
}
