using Alerts.Platform.Storage.Sqlite;

namespace Alerts.Cli.Doctor;

// The data folder of an all-in-one server, whether one runs on it or not.
internal sealed class FolderExamination(string folder) : IExamination
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // A store that cannot be written accepts nothing; a busy month takes some hundred megabytes.
    private const long LittleSpace = 1L << 30;
    private const long NoSpace = 100L << 20;

    public string Part => "data";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<Finding>>(() => Directory.Exists(folder)
        ? [.. Modes(), Space(), .. Stores(cancellation)]
        : [Finding.Warning($"There is no data folder {folder} yet.", "Start a server with 'alerts up', or name the folder with --data.")], cancellation);

    private IEnumerable<Finding> Modes()
    {
        string[] open =
        [
            .. Directory.EnumerateFileSystemEntries(folder).Prepend(folder).Where(f => (File.GetUnixFileMode(f) & Others) != 0 && (f == folder || IsSecret(f))),
        ];
        if (open.Length == 0)
            yield return Finding.Ok("Only its owner reads the data folder.");
        foreach (string file in open)
            yield return Finding.Fault($"{file} can be read by other users of this machine.", $"chmod go= '{file}'");
    }

    private static bool IsSecret(string file) => Path.GetFileName(file) is "token" || file.EndsWith(".key", StringComparison.Ordinal);

    private Finding Space()
    {
        long free = new DriveInfo(folder).AvailableFreeSpace;
        string text = $"{free / 1e9:0.0} GB are free on the disk of {folder}.";
        const string mend = "Make room, or move the folder to a larger disk: a server without room accepts no report.";
        return free < NoSpace ? Finding.Fault(text, mend) : free < LittleSpace ? Finding.Warning(text, mend) : Finding.Ok(text);
    }

    private IEnumerable<Finding> Stores(CancellationToken cancellation)
    {
        foreach (string store in Directory.EnumerateFiles(folder, "*.db").Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return SqliteSnapshot.Fault(store) is { } fault
                ? Finding.Fault($"{store} is damaged: {fault}", "Stop the server and restore the newest backup: alerts restore FILE.")
                : Finding.Ok($"{Path.GetFileName(store)} is whole, {new FileInfo(store).Length / 1e6:0.0} MB.");
        }
    }
}
