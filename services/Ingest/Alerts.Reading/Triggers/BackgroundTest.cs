using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Triggers;

/// <summary>Tells whether a sentence speaks of something else than news: an old event, a court, a drill, a fear.</summary>
internal static class BackgroundTest
{
    // A day farther back than this from the dateline is background, not news (extraction design: about ten days).
    private const int NewsDays = 10;

    private const string Drill = "Drill";
    private const string Film = "Film";

    /// <summary>Why the sentence is background, in plain words; null when it may be news.</summary>
    public static string? Reason(Document document, Sentence sentence, TimeMention time, DateOnly reference, Lexicon lexicon)
    {
        if (time.Date is { } date && date < reference.AddDays(-Math.Min(NewsDays, reference.DayNumber))) return $"it is dated {date:yyyy-MM-dd}, more than {NewsDays} days before the text";
        PhraseMatch<string>? frame = lexicon.Background.Matches(document.Words, sentence.First, sentence.End).FirstOrDefault();
        bool dated = time.Date is not null;
        if (frame is not null && (!dated || frame.Value is Drill or Film))
            return $"the sentence speaks of it as {Describe(frame.Value)} (\"{document.Text.Substring(frame.Span.Start, frame.Span.Length)}\")";
        return time.NamesAnotherYear && !dated ? "the sentence is about another year" : null;
    }

    private static string Describe(string frame) => frame switch
    {
        "Past" => "something past",
        "Total" => "a total",
        "Court" => "a court matter",
        Drill => "an exercise",
        "Conditional" => "a fear or a possibility",
        _ => "fiction or history",
    };
}
