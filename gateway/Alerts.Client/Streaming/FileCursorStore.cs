using Alerts.Client.Discovery;

namespace Alerts.Client.Streaming;

/// <summary>A cursor in a file of mode 0600, replaced at once and synced to disk with every save.</summary>
/// <param name="path">The file; its folder is made when missing.</param>
/// <remarks>Safe for one stream at a time.</remarks>
public sealed class FileCursorStore(string path) : ICursorStore
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is empty: its disk lost the cursor, and alerts may be missing.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path)) return null;
        string text = (await File.ReadAllTextAsync(Path, cancellation)).Trim();
        return text.Length > 0
            ? text
            : throw new InvalidDataException($"The saved place in the alert log, {Path}, is empty. Delete the file to start anew; alerts in between may be missing.");
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string cursor, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        PrivateFile.Write(Path, cursor + "\n");
        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets the cursor; does nothing when there is none.</summary>
    public void Clear()
    {
        // Deleting in a folder that does not exist yet, as before the first watch, would throw.
        if (File.Exists(Path)) File.Delete(Path);
    }
}
