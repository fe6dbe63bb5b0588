namespace Alerts.Cli.Backups;

// A folder in which something is made before it moves into place: closed to others, empty at first whatever a killed run left there, and gone at the end.
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string path)
    {
        Path = path;
        Dispose();
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
