namespace Alerts.Reading;

/// <summary>What a reader made of a text.</summary>
/// <param name="Reports">Reports in the order of the text; empty when none could be read.</param>
/// <param name="Notes">What was assumed, and why something was left out, in plain English sentences.</param>
public sealed record ReadingResult(IReadOnlyList<ReadReport> Reports, IReadOnlyList<string> Notes)
{
    /// <summary>Events that the text tells and that are no news of their own (old, in court, feared, denied, a drill), each with the reason; in the order of the text.</summary>
    public IReadOnlyList<BackgroundEvent> Background { get; init; } = [];

    /// <summary>
    /// Events that may be news, but whose place the text names by country only, or by a name that the gazetteer does not know: a person has to place
    /// them. Their place has the precision of a country and stands on its capital; in the order of the text.
    /// </summary>
    public IReadOnlyList<ReadReport> Unplaced { get; init; } = [];

    /// <summary>The language that the text was read in, ISO 639-1; null when it is none that is read.</summary>
    public string? DetectedLanguage { get; init; }

    /// <summary>The day that days in the text were counted from: given, of the dateline, or that of receipt; null when nothing was read.</summary>
    public DateOnly? ReferenceDate { get; init; }
}
