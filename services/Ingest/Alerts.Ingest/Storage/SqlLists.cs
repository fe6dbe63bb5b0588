using System.Collections.Concurrent;
using System.Globalization;

namespace Alerts.Ingest.Storage;

// Statements over a list of values: one round trip and one preparation instead of one for each value. Thread safe.
internal static class SqlLists
{
    private static readonly ConcurrentDictionary<(string Template, int Values), string> Made = [];

    // The template once for each value, joined; {0} stands for the value's parameter. The first value's parameter is $first.
    public static string Repeat(string head, string template, string separator, string tail, int first, int values) => Made.GetOrAdd(
        (head + template, values),
        _ => head + string.Join(separator, Enumerable.Range(first, values).Select(i => string.Format(CultureInfo.InvariantCulture, template, $"${i}"))) + tail);

    // Few lengths, so that few statements are prepared: the last value is repeated up to the next power of two.
    public static IReadOnlyList<long> Padded(IReadOnlyCollection<long> values)
    {
        int length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
        return [.. values, .. Enumerable.Repeat(values.Last(), length - values.Count)];
    }
}
