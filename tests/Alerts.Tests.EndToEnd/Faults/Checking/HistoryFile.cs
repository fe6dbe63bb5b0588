using System.Text.Json;

namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>A history as NDJSON, one record a line, in the order in which things were seen. Thread safe.</summary>
internal sealed class HistoryFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;

    public HistoryFile(string path)
    {
        Path = path;
        _writer = new StreamWriter(path);
    }

    public string Path { get; }

    public static IReadOnlyList<HistoryRecord> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<HistoryRecord>(line)!)];

    public void Add(HistoryRecord record)
    {
        string line = JsonSerializer.Serialize(record);
        lock (_gate) _writer.WriteLine(line);
    }

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<HistoryRecord> ReadBack()
    {
        // Nobody adds while it is read: the last line would be half written.
        lock (_gate)
        {
            _writer.Flush();
            return Read(Path);
        }
    }

    public void Dispose() => _writer.Dispose();
}
