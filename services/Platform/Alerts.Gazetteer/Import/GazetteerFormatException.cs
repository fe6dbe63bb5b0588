namespace Alerts.Gazetteer.Import;

/// <summary>A file of places is not in its format; nothing of it was taken. The message is plain English.</summary>
public sealed class GazetteerFormatException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong with the file.</param>
    /// <param name="lines">The lines that are wrong, each with its number and why; empty when it is the file as a whole.</param>
    public GazetteerFormatException(string message, IReadOnlyList<(int Line, string Why)>? lines = null)
        : base(message) => Lines = lines ?? [];

    /// <summary>The first lines that are wrong, at most <see cref="LineFaults.Most"/>.</summary>
    public IReadOnlyList<(int Line, string Why)> Lines { get; }
}
