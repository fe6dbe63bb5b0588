using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sylvan.Data.Csv;

namespace Alerts.Cli.Forecasting;

// A CSV file with a header, plain or gzip, read row by row. Columns are found by name; a row that does not hold what it must ends the
// command with the file and the row: a table for measuring that is half read measures something else.
internal sealed class TableFile : IDisposable
{
    // Longest row, characters: anything longer is an unclosed quote.
    private const int MaxRow = 1024 * 1024;

    private readonly FileInfo _file;
    private readonly StreamReader _text;
    private readonly CsvDataReader _csv;

    public TableFile(FileInfo file)
    {
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        _file = file;
        Stream bytes = file.OpenRead();
        _text = new StreamReader(file.Extension == ".gz" ? new GZipStream(bytes, CompressionMode.Decompress) : bytes, Encoding.UTF8);
        _csv = CsvDataReader.Create(_text, new CsvDataReaderOptions { BufferSize = MaxRow });
    }

    public bool Read() => Guarded(_csv.Read);

    public string Text(string column) => Guarded(() => _csv.GetString(Ordinal(column)));

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Bad($"{column} is no number");

    // Null when the field is empty.
    public double? NumberOrNone(string column) => Text(column).Length == 0 ? null : Number(column);

    public DateOnly Day(string column)
    {
        string text = Text(column);
        return DateOnly.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Bad($"{column} is no date of the form YYYY-MM-DD");
    }

    public CliException Bad(string what) => CliException.Refused("ROW_NOT_READ", $"{_file.FullName}, row {_csv.RowNumber + 1}: {what}.");

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    private int Ordinal(string column)
    {
        try
        {
            return _csv.GetOrdinal(column);
        }
        catch (IndexOutOfRangeException)
        {
            throw CliException.Refused("COLUMN_MISSING", $"{_file.FullName} has no column {column}.");
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException or CsvRecordTooLargeException)
        {
            throw Bad($"it cannot be read ({e.Message})");
        }
    }
}
