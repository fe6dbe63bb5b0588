namespace Alerts.Reading;

/// <summary>What a reader made of a text.</summary>
/// <param name="Reports">Reports in the order of the text; empty when none could be read.</param>
/// <param name="Notes">What was assumed, and why something was left out, in plain English sentences.</param>
public sealed record ReadingResult(IReadOnlyList<ReadReport> Reports, IReadOnlyList<string> Notes);
