namespace Alerts.Reading;

/// <summary>The piece of a text that a value was read from.</summary>
/// <param name="Start">Index of the first UTF-16 char, from 0.</param>
/// <param name="Length">UTF-16 chars, at least 1.</param>
public readonly record struct TextSpan(int Start, int Length);
