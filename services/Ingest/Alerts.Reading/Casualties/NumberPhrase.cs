namespace Alerts.Reading.Casualties;

// A number: first word, the word behind it, its value (or its two ends), and whether it is only a lower or an upper bound.
internal sealed record NumberPhrase(int First, int End, int Value, bool IsLow, bool IsHigh)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Whether it may be a year of the calendar, from 1900 to 2100.</summary>
    public bool MayBeYear => Upper is null && Value is >= FirstYear and <= LastYear;

    /// <summary>The other end of "between 3 and 7"; null for one value.</summary>
    public int? Upper { get; init; }

    /// <summary>The whole of which it counts some, where the text speaks of it as known: 19 in "seven of the nineteen"; null without one.</summary>
    public int? Whole { get; init; }

    /// <summary>Whether it is a vague word ("dozens", "several") that counts as the least it can mean.</summary>
    public bool IsVague { get; init; }
}
