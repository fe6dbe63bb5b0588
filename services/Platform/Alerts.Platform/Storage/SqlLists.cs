using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace Alerts.Platform.Storage;

/// <summary>Statements over a list of values: one round trip and one preparation instead of one for each value. Thread safe.</summary>
public static class SqlLists
{
    // Rows of one statement.
    private const int MostRows = 64;

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

    /// <summary>Defers the insertion of many rows, in few statements of few lengths: of a single row's statement most of the cost is the statement itself.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="insert">The statement up to and with <c>VALUES</c>.</param>
    /// <param name="rows">The values of each row, all of one length.</param>
    public static void DeferRows(this IWriteSession session, string insert, IReadOnlyList<object?[]> rows)
    {
        for (int from = 0; from < rows.Count;)
        {
            int count = Math.Min(MostRows, 1 << BitOperations.Log2((uint)(rows.Count - from)));
            session.Defer(Rows(insert, rows[from].Length, count), [.. rows.Skip(from).Take(count).SelectMany(row => row)]);
            from += count;
        }
    }

    /// <summary>Few lengths, so that few statements are prepared: the last value is repeated up to the next power of two.</summary>
    /// <param name="values">One or more.</param>
    public static IReadOnlyList<T> Padded<T>(IReadOnlyCollection<T> values)
    {
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        return [.. values, .. Enumerable.Repeat(values.Last(), length - values.Count)];
    }

    private static string Rows(string insert, int columns, int rows) => Made.GetOrAdd(
        (insert, rows),
        _ => $"{insert} {string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(1, columns).Select(column => $"${(row * columns) + column}"))})"))}");
}
