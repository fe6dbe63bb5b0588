using System.Globalization;
using Alerts.Terms;

namespace Alerts.Gazetteer.Import;

/// <summary>Reads a country file of GeoNames (such as ML.txt): tab-separated, 19 columns, UTF-8, no header. Stateless and thread safe.</summary>
/// <remarks>
/// Columns as GeoNames' readme gives them: geonameid, name, asciiname, alternatenames, latitude, longitude, feature class, feature code, country code, cc2, admin1 to
/// admin4 code, population, elevation, dem, timezone, modification date. Taken are populated places (class P) that still exist; the units ADM1 and
/// ADM2 of the same file give the names of the places' units. Everything else is counted and left out.
/// </remarks>
public static class GeoNamesReader
{
    private const int Columns = 19;

    /// <summary>Most places of one file: all of the largest country's.</summary>
    public const int MostPlaces = 2_000_000;

    // Historical, abandoned, destroyed: nobody lives there, and their names only mislead.
    private static readonly HashSet<string> Gone = ["PPLH", "PPLQ", "PPLW", "PPLCH"];

    private sealed record Row(int Id, string[] Column, GeoPoint Point, int Population);

    /// <summary>Whether a line has the form of the file.</summary>
    public static bool Fits(string line) => line is not null && line.Count(c => c == '\t') == Columns - 1;

    /// <summary>Reads a file.</summary>
    /// <param name="lines">Its text; not disposed.</param>
    /// <param name="advance">Told the number of lines read so far, now and then; null for nobody.</param>
    /// <returns>The places, and how many rows were left out.</returns>
    /// <exception cref="GazetteerFormatException">A line is wrong, or there is no place in it.</exception>
    public static (IReadOnlyList<ImportedPlace> Places, int LeftOut) Read(TextReader lines, IProgress<int>? advance)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var rows = new List<Row>();
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new LineFaults();
        int number = 0, leftOut = 0;
        while (lines.ReadLine() is { } line)
        {
            if (++number % 10_000 == 0) advance?.Report(number);
            if (line.Length == 0) continue;
            string[] column = line.Split('\t');
            if (Parse(column, out string why) is not { } row) faults.Add(number, why);
            else if (column[6] == "P" && !Gone.Contains(column[7])) rows.Add(row);
            else if (column[6] == "A" && UnitKey(column) is { } unit) units[unit] = column[1];
            else leftOut++;
            if (rows.Count > MostPlaces) throw new GazetteerFormatException($"The file has more than {MostPlaces} places; import it country by country.");
        }

        faults.ThrowIfAny();
        if (rows.Count == 0) throw new GazetteerFormatException("The file has no populated place (feature class P) in it.");
        return ([.. rows.Select(r => PlaceOf(r, units))], leftOut);
    }

    private static Row? Parse(string[] column, out string why)
    {
        why = "";
        if (column.Length != Columns)
        {
            why = $"has {column.Length} columns; a country file of GeoNames has {Columns}, separated by tabs";
            return null;
        }

        var point = new GeoPoint(Degrees(column[4]), Degrees(column[5]));
        if (!int.TryParse(column[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id is 0 or >= SiteIds.First)
            why = "the first column is no GeoNames id";
        else if (column[1].Length == 0)
            why = "the name is empty";
        else if (!point.IsValid)
            why = "latitude and longitude must be within ±90 and ±180 degrees";
        else if (column[8] is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && column[6] is "P" or "A")
            why = "the country code must be two letters in upper case";
        // GeoNames counts a few places in the thousands of millions; no town has them.
        long population = 0;
        if (why.Length == 0 && column[14].Length > 0 && !long.TryParse(column[14], NumberStyles.None, CultureInfo.InvariantCulture, out population))
            why = "the population is no number";
        return why.Length > 0 ? null : new Row(id, column, point, (int)Math.Min(population, int.MaxValue));
    }

    private static double Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) ? degrees : double.NaN;

    private static string? UnitKey(string[] column) => column[7] switch
    {
        "ADM1" => $"{column[8]}.{column[10]}",
        "ADM2" => $"{column[8]}.{column[10]}.{column[11]}",
        _ => null,
    };

    private static ImportedPlace PlaceOf(Row row, Dictionary<string, string> units)
    {
        string[] column = row.Column;
        string first = $"{column[8]}.{column[10]}";
        return new ImportedPlace(
            row.Id, column[1], [column[2], .. column[3].Split(',', StringSplitOptions.RemoveEmptyEntries)], row.Point, row.Population, column[8], column[7], column[17],
            units.GetValueOrDefault(first), units.GetValueOrDefault($"{first}.{column[11]}"));
    }
}
