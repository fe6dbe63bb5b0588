using System.Globalization;
using Sylvan.Data.Csv;

namespace Alerts.Feeds;

// Cells of a table as every data set has them.
internal static class CsvCells
{
    public static string Text(CsvDataReader csv, int ordinal) => ordinal < 0 || ordinal >= csv.RowFieldCount ? "" : csv.GetString(ordinal).Trim();

    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        // Never between the halves of one character.
        int end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    // A spreadsheet set to a language with decimal commas writes "13,5"; a second separator would make it a guess.
    public static double? Degrees(string text)
    {
        if (text.Count(c => c is ',' or '.') == 1) text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double degrees)
            ? degrees
            : null;
    }

    // "3.0" is what a table tool makes of a whole number in a column with gaps.
    public static bool TryCount(string text, int highest, out int? count)
    {
        count = null;
        if (text.Length == 0) return true;
        if (text.EndsWith(".0", StringComparison.Ordinal)) text = text[..^2];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) || parsed > highest) return false;
        count = parsed;
        return true;
    }

    public static bool TryPrecision(string text, int highest, out int? code) => TryCount(text, highest, out code) && code is null or >= 1;

    // The columns of a file by name; -1 for one that it has not.
    public static Func<string[], int> Ordinals(CsvDataReader csv)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < csv.FieldCount; i++) ordinals.TryAdd(csv.GetName(i).Trim(), i);
        return names => names.Select(n => ordinals.GetValueOrDefault(n, -1)).FirstOrDefault(i => i >= 0, -1);
    }

    // HDX puts a row of HXL tags ("#date+start") under the header.
    public static bool IsTagRow(CsvDataReader csv, int id)
    {
        if (Text(csv, id) is { Length: > 0 } text && text[0] != '#') return false;
        for (int i = 0; i < csv.RowFieldCount; i++)
        {
            if (Text(csv, i).StartsWith('#')) return true;
        }

        return false;
    }
}
