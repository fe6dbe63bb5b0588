namespace Alerts.Reading.Frame;

/// <summary>Boxes to tick in a form: "[ ] shooting [x] armed robbery", "☐ enlèvement ☒ braquage". Only the ticked ones say something.</summary>
internal static class TickBoxes
{
    private const string Ticked = "☒☑✓✔■";
    private const string Empty = "☐□";

    /// <summary>Whether the box that a word stands behind is ticked; null when it stands behind none.</summary>
    public static bool? Before(Analysis analysis, int word, Sentence sentence)
    {
        for (int at = word; at >= sentence.First; at--)
        {
            ReadOnlySpan<char> gap = analysis.Document.GapBefore(at);
            if (gap.IndexOfAny(Ticked) >= 0 || (gap.ContainsAny('[', '(') && analysis.Words[at].Text is "x" && analysis.Document.GapAfter(at) is [']' or ')', ..])) return true;
            if (gap.IndexOfAny(Empty) >= 0 || gap.Contains("[]", StringComparison.Ordinal) || gap.Contains("[ ]", StringComparison.Ordinal) || gap.Contains("( )", StringComparison.Ordinal)) return false;
        }

        return null;
    }
}
