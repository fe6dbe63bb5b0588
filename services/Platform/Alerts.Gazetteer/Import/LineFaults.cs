namespace Alerts.Gazetteer.Import;

/// <summary>Collects what is wrong with the lines of a file, so that an operator mends all of it at once. Not thread safe.</summary>
public sealed class LineFaults
{
    /// <summary>Lines that are told in full; the others are counted.</summary>
    public const int Most = 20;

    private readonly List<(int Line, string Why)> _first = [];
    private int _count;

    /// <summary>Notes a line.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="why">A plain English clause.</param>
    public void Add(int line, string why)
    {
        if (_count++ < Most) _first.Add((line, why));
    }

    /// <summary>Refuses the file when a line is wrong.</summary>
    /// <exception cref="GazetteerFormatException">With the first lines.</exception>
    public void ThrowIfAny()
    {
        if (_count > 0) throw new GazetteerFormatException($"{_count} lines are wrong; nothing was imported.", _first);
    }
}
