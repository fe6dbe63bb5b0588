using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>A target in the words of the text.</summary>
/// <param name="Text">The words, without article and number: "gendarmerie training school".</param>
/// <param name="Kind">What the acute rules make of it; null when the words do not tell.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record ReadPhrase(string Text, TargetKind? Kind, TextSpan Evidence);
