using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Reading;

namespace Alerts.Cli.Reading;

// Many texts, a line of JSON each; a line of JSON back for each, in order. A line that cannot be read is told on standard error, and the
// rest goes on.
internal sealed class ReadLines(Shell shell, ITextReader reader, DateTimeOffset? received, string country)
{
    public async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        await using Stream stream = path == "-" ? shell.In : File.OpenRead(path);
        using var lines = new StreamReader(stream);
        int code = ExitCodes.Ok;
        for (int number = 1; await lines.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                shell.Out.WriteLine(Read(line));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                shell.Warn($"Line {number}: {e.Message}");
                code = ExitCodes.Refused;
            }
        }

        return code;
    }

    private string Read(string line)
    {
        JsonObject document = JsonNode.Parse(line) as JsonObject ?? throw new FormatException("not an object of JSON.");
        string id = Text(document, "id") ?? throw new FormatException("\"id\" is missing.");
        string text = Text(document, "text") ?? throw new FormatException("\"text\" is missing.");
        if (System.Text.Encoding.UTF8.GetByteCount(text) > Input.TextInput.MaxBytes)
            throw new FormatException($"\"text\" is longer than {Input.TextInput.MaxBytes} bytes.");
        DateOnly? filed = Text(document, "dateline_date") is { Length: > 0 } day ? Day(day) : null;
        DateTimeOffset at = filed is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : received ?? shell.Time.GetUtcNow();
        ReadingResult result = reader.Read(new TextInput(text, at, country.Length > 0 ? country : null, null)
        {
            Title = Text(document, "title") is { Length: > 0 } title ? title : null,
            DatelineDate = filed,
        });
        return PredictionLine.Of(id, result);
    }

    private static string? Text(JsonObject document, string name) => document[name]?.GetValue<string>();

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? day
        : throw new FormatException("\"dateline_date\" must be YYYY-MM-DD.");
}
