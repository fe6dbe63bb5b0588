namespace Alerts.Feeds.Ucdp;

/// <summary>Reads events of the Uppsala Conflict Data Program's Georeferenced Event Dataset (UCDP GED) from CSV.</summary>
/// <remarks>
/// <para>Takes the official layout (GED 17 and later, candidate releases, the copies on HDX with their second header row) and a reduced layout
/// with the columns id, date, date_end, date_precision, lat, lon, country, admin1, place, type, actor1, actor2, fatalities, source,
/// where_precision. Columns are found by name, for their order changes between releases. Plain or gzip, UTF-8 or UTF-16 with a mark.</para>
/// <para>What a code becomes is said in <c>UcdpColumns</c> and in the folder's README. Licence of the data: CC BY 4.0.</para>
/// </remarks>
public static class UcdpReader
{
    /// <summary>Most characters that one row may have: real rows reach about 30 000; anything longer is an unclosed quote.</summary>
    public const int MaxRowCharacters = CsvFeed.MaxRowCharacters;

    /// <summary>Reads a file row by row; memory does not grow with its length.</summary>
    /// <param name="file">The bytes, plain or gzip; read forwards once, not disposed.</param>
    /// <returns>A result for each row of data, in the order of the file. A second header row of the HDX copies is no data and gives none.</returns>
    /// <exception cref="FeedFormatException">While enumerating, before the first row: it is no UCDP file.</exception>
    public static IEnumerable<FeedRow> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CsvFeed.Read(file, UcdpColumns.Of);
    }
}
