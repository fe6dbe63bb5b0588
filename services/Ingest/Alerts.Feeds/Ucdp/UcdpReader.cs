using System.IO.Compression;
using System.Text;
using Sylvan.Data.Csv;

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
    public const int MaxRowCharacters = 1024 * 1024;

    // GED 25.1, the whole world from 1989, is about 250 MB; a gzip may claim to hold far more.
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Reads a file row by row; memory does not grow with its length.</summary>
    /// <param name="file">The bytes, plain or gzip; read forwards once, not disposed.</param>
    /// <returns>A result for each row of data, in the order of the file. A second header row of the HDX copies is no data and gives none.</returns>
    /// <exception cref="FeedFormatException">While enumerating, before the first row: it is no UCDP file.</exception>
    public static IEnumerable<FeedRow> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadRows(file);
    }

    private static IEnumerable<FeedRow> ReadRows(Stream file)
    {
        var limited = new LimitedStream(Unpacked(file), MaxBytes);
        using var text = new StreamReader(limited, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using CsvDataReader csv = Open(text);
        UcdpColumns columns = UcdpColumns.Of(csv);
        // Row 1 is the header.
        for (int number = 2; ; number++)
        {
            FeedRow? row = Next(csv, columns, number);
            if (row is null) yield break;
            if (number == 2 && row is { Row: null, EndsFile: false } && columns.IsTagRow(csv)) continue;
            yield return row;
            if (row.EndsFile) yield break;
        }
    }

    private static Stream Unpacked(Stream file)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(magic[..read].ToArray(), file);
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static CsvDataReader Open(StreamReader text)
    {
        try
        {
            // A second byte order mark, which some tools add, would become part of the first column's name.
            while (text.Peek() == '\uFEFF') text.Read();
            return CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = true,
                HeaderComparer = StringComparer.OrdinalIgnoreCase,
                Comment = '\0',
                MaxBufferSize = MaxRowCharacters,
                OwnsReader = false,
            });
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new FeedFormatException("The file is empty, damaged, or no CSV file.", e);
        }
    }

    private static FeedRow? Next(CsvDataReader csv, UcdpColumns columns, int number)
    {
        try
        {
            if (!csv.Read()) return null;
            string? refusal = columns.Read(csv, out HistoricRow? row);
            return new FeedRow(number, row, refusal);
        }
        catch (Exception e) when (IsDamage(e))
        {
            string why = e switch
            {
                CsvRecordTooLargeException => "the row is too long; a quote may not be closed",
                CsvFormatException => "a quote is not closed, or stands in the wrong place",
                _ => "the file is cut off or damaged",
            };
            return new FeedRow(number, null, $"Nothing can be read from here on: {why}.", EndsFile: true);
        }
    }

    private static bool IsDamage(Exception e) =>
        e is CsvFormatException or CsvRecordTooLargeException or InvalidDataException or EndOfStreamException or ArgumentException or InvalidOperationException;
}
