namespace Alerts.Feeds;

/// <summary>One row of a file: what was read from it, or why it was refused. Nothing is skipped without one of them.</summary>
/// <param name="Number">Row as a spreadsheet counts it: the header is 1, the first row of data 2. A cell with line breaks is still one row.</param>
/// <param name="Row">The event; null when the row was refused.</param>
/// <param name="Refusal">Why it was refused, in plain English; null when it was not.</param>
/// <param name="EndsFile">True when nothing after this row can be read: the file is cut off or damaged here, and is not complete.</param>
/// <remarks>Immutable and thread safe.</remarks>
public sealed record FeedRow(int Number, HistoricRow? Row, string? Refusal, bool EndsFile = false);
