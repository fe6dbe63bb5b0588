namespace Alerts.Reading;

/// <summary>A text to read.</summary>
/// <param name="Text">Plain text, with or without a title and a dateline; may be empty.</param>
/// <param name="ReceivedAt">When the text came in. Days in the text are read from the dateline, else from this.</param>
/// <param name="CountryHint">ISO 3166-1 alpha-2 of the country that the sender or the workspace is about; null when there is none.</param>
/// <param name="Language">ISO 639-1 code of the text's language; null when unknown: it is then told from the words. English and French are read.</param>
public sealed record TextInput(string Text, DateTimeOffset ReceivedAt, string? CountryHint, string? Language)
{
    /// <summary>The title, when it came apart from the text; null when it is part of the text or there is none. No span ever points into it.</summary>
    public string? Title { get; init; }

    /// <summary>The day on which the text was published or filed, when that is known from outside it; null to look for a dateline in the text.</summary>
    public DateOnly? DatelineDate { get; init; }
}
