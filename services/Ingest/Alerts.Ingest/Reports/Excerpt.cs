using System.Buffers;
using System.Text;
using Alerts.Reading;

namespace Alerts.Ingest.Reports;

// Cuts from a text what one of its reports tells. Pure.
internal static class Excerpt
{
    // In code units of UTF-16, each at most three bytes of UTF-8: stays below the limit of a report's text.
    private const int MostUnits = 20_000;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?\n");

    // The whole text when it holds one report and fits; else the sentences from the first piece of evidence to the last.
    public static (int From, string Text) Of(string text, IEnumerable<TextSpan> evidence, bool alone)
    {
        if (alone && Encoding.UTF8.GetByteCount(text) <= ReportLimits.TextBytes)
            return (0, text);
        TextSpan[] spans = [.. evidence];
        int from = spans.Min(s => s.Start);
        int to = spans.Max(s => s.Start + s.Length);
        from = text.AsSpan(0, from).LastIndexOfAny(Ends) + 1;
        int end = text.AsSpan(to).IndexOfAny(Ends);
        to = end < 0 ? text.Length : to + end + 1;
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        to = Math.Min(to, from + MostUnits);

        // Half a surrogate pair is no text.
        if (to > from && to < text.Length && char.IsHighSurrogate(text[to - 1]))
            to--;
        return (from, text[from..to]);
    }
}
