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
    /// <param name="template"><c>{0}</c>, <c>{1}</c> and so on stand for the item's parameters.</param>
    /// <param name="separator">Between two items.</param>
    /// <param name="tail">What stands behind.</param>
    /// <param name="first">Number of the first item's first parameter.</param>
    /// <param name="items">How many items.</param>
    /// <param name="width">How many parameters an item has. Default: 1.</param>
    public static string Repeat(string head, string template, string separator, string tail, int first, int items, int width = 1) => Made.GetOrAdd(
        (head + template, items),
        _ => head + string.Join(separator, Enumerable.Range(0, items).Select(i => Filled(template, first + (i * width), width))) + tail);

    /// <summary>Few lengths, so that few statements are prepared: the last value is repeated up to the next power of two.</summary>
    /// <param name="values">One or more.</param>
    public static IReadOnlyList<T> Padded<T>(IReadOnlyCollection<T> values)
    {
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        return [.. values, .. Enumerable.Repeat(values.Last(), length - values.Count)];
    }

    private static string Filled(string template, int first, int width) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. Enumerable.Range(first, width).Select(i => (object)$"${i}")]);
}
