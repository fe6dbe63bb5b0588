using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace Alerts.Platform.Storage;

/// <summary>Statements over a list of values: one round trip and one preparation instead of one for each value. Thread safe.</summary>
public static class SqlLists
{
    private static readonly ConcurrentDictionary<(string Template, int Values), string> Made = [];

    /// <summary>The template once for each item, joined.</summary>
    /// <param name="head">What stands before.</param>
    /// <param name="template"><c>{0}</c> stands for the item's parameter.</param>
    /// <param name="separator">Between two items.</param>
    /// <param name="tail">What stands behind.</param>
    /// <param name="first">Number of the first item's parameter.</param>
    /// <param name="items">How many items.</param>
    public static string Repeat(string head, string template, string separator, string tail, int first, int items) => Made.GetOrAdd(
        (head + template, items),
        _ => head + string.Join(separator, Enumerable.Range(first, items).Select(i => string.Format(CultureInfo.InvariantCulture, template, $"${i}"))) + tail);

    /// <summary>Few lengths, so that few statements are prepared: the last value is repeated up to the next power of two.</summary>
    /// <param name="values">One or more.</param>
    public static IReadOnlyList<T> Padded<T>(IReadOnlyCollection<T> values)
    {
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        return [.. values, .. Enumerable.Repeat(values.Last(), length - values.Count)];
    }
}
