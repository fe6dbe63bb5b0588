using System.IO.Compression;
using System.Text;
using Sylvan.Data.Csv;

namespace Alerts.Feeds;

// A data set as CSV, row by row: plain or gzip, UTF-8 or UTF-16 with a mark, comma or semicolon. Memory does not grow with its length.
internal static class CsvFeed
{
    // Most characters that one row may have; anything longer is an unclosed quote.
    public const int MaxRowCharacters = 1024 * 1024;

    // Whole data sets of the world are some hundred MB; a gzip may claim to hold far more.
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;

    // Columns: finds the columns of the file, or throws FeedFormatException.
    public static IEnumerable<FeedRow> Read(Stream file, Func<CsvDataReader, IRowColumns> columnsOf)
    {
        var limited = new LimitedStream(Unpacked(file), MaxBytes);
        using var text = new StreamReader(limited, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using CsvDataReader csv = Open(text);
        IRowColumns columns = columnsOf(csv);
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

    private static FeedRow? Next(CsvDataReader csv, IRowColumns columns, int number)
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
