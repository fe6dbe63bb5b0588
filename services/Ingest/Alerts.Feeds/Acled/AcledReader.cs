namespace Alerts.Feeds.Acled;

/// <summary>Reads events from an operator's own export of ACLED (Armed Conflict Location &amp; Event Data) as CSV.</summary>
/// <remarks>
/// <para>Takes the layout of the codebook's columns, with sub-event types (exports since 2018). Columns are found by name; those that are
/// not needed may be missing. Plain or gzip, UTF-8 or UTF-16 with a mark. Stateless and thread safe.</para>
/// <para>What a code becomes is said in the folder's README. ACLED's terms forbid passing its rows on: whoever imports them says so to the
/// server, and every incident keeps that mark. No ACLED data comes with this product.</para>
/// </remarks>
public static class AcledReader
{
    /// <summary>Reads a file row by row; memory does not grow with its length.</summary>
    /// <param name="file">The bytes, plain or gzip; read forwards once, not disposed.</param>
    /// <returns>A result for each row of data, in the order of the file. A second header row of the HDX copies is no data and gives none.</returns>
    /// <exception cref="FeedFormatException">While enumerating, before the first row: it is no ACLED file.</exception>
    public static IEnumerable<FeedRow> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CsvFeed.Read(file, AcledColumns.Of);
    }
}
