namespace Alerts.Reading;

/// <summary>A text to read.</summary>
/// <param name="Text">Plain text, with or without a title and a dateline; may be empty.</param>
/// <param name="ReceivedAt">When the text came in. Days in the text are read from the dateline, else from this.</param>
/// <param name="CountryHint">ISO 3166-1 alpha-2 of the country that the sender or the workspace is about; null when there is none.</param>
/// <param name="Language">ISO 639-1 code of the text's language; null when unknown: English and French are then tried together.</param>
public sealed record TextInput(string Text, DateTimeOffset ReceivedAt, string? CountryHint, string? Language);
