using System.Collections.Frozen;

namespace Alerts.Reading.Dates;

/// <summary>Names of weekdays and months, folded, English and French.</summary>
internal static class DayNames
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Table(
        [("monday", "lundi"), ("tuesday", "mardi"), ("wednesday", "mercredi"), ("thursday", "jeudi"), ("friday", "vendredi"), ("saturday", "samedi"), ("sunday", "dimanche")],
        index => (DayOfWeek)((index + 1) % 7));

    private static readonly FrozenDictionary<string, int> Months = new (string Names, int Month)[]
    {
        ("january jan janvier janv", 1), ("february feb fevrier fev fevr", 2), ("march mar mars", 3), ("april apr avril avr", 4), ("may mai", 5), ("june jun juin", 6),
        ("july jul juillet juil", 7), ("august aug aout", 8), ("september sep sept septembre", 9), ("october oct octobre", 10), ("november nov novembre", 11),
        ("december dec decembre", 12),
    }.SelectMany(m => m.Names.Split(' ').Select(name => KeyValuePair.Create(name, m.Month))).ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsWeekday(string word) => Weekdays.ContainsKey(word);

    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out DayOfWeek day) ? day : null;

    /// <summary>1 to 12; 0 when the word is no month.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    private static FrozenDictionary<string, T> Table<T>((string English, string French)[] names, Func<int, T> value) => names
        .SelectMany((pair, index) => new[] { KeyValuePair.Create(pair.English, value(index)), KeyValuePair.Create(pair.French, value(index)) })
        .ToFrozenDictionary(StringComparer.Ordinal);
}
