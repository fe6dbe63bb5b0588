using Alerts.Platform.Storage.Sqlite;

namespace Alerts.Cli.Backups;

/// <summary>
/// Copies the data folder of an all-in-one server into one file, at one instant of all its stores, while the server goes on. The file holds
/// everything that the folder does, secrets and reports included: mode 0600.
/// </summary>
internal static class FolderBackup
{
    private const string StorePattern = "*.db";

    // What belongs to a running process, or is taken with its store.
    private static readonly string[] LeftOut = ["lock", ".db-wal", ".db-shm", ".db", ".new"];

    /// <summary>Makes a backup.</summary>
    /// <param name="folder">The data folder. Whether a server runs on it does not matter.</param>
    /// <param name="target">The file to make; refused when it exists. Beside it room is needed for a copy of the stores and for the file.</param>
    /// <param name="time">Clock of the instant.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>What the file holds.</returns>
    /// <exception cref="BackupException">There is no store, the file exists, or the stores cannot be read.</exception>
    public static async Task<BackupManifest> MakeAsync(string folder, string target, TimeProvider time, IProgress<double> progress, CancellationToken cancellationToken)
    {
        folder = Path.GetFullPath(folder);
        target = Path.GetFullPath(target);
        string[] stores = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, StorePattern).Order(StringComparer.Ordinal)] : [];
        if (stores.Length == 0)
            throw new BackupException($"{folder} is no data folder: it holds no store. Name the folder with --data.");
        if (File.Exists(target))
            throw new BackupException($"{target} exists and is not overwritten. Choose another file with --out.");
        try
        {
            using var place = new WorkFolder($"{target}.partial");
            string work = place.Path;
            // Before the stores: what they note of progress may be behind the stores, and never before them.
            CopyFiles(folder, work);
            BackupManifest manifest = await CopyStoresAsync(folder, stores, work, time, new Share(progress, 0, 0.5), cancellationToken);
            string archive = Path.Combine(work, "archive");
            await BackupArchive.WriteAsync(archive, Path.Combine(work, "files"), manifest, new Share(progress, 0.5, 1), cancellationToken);
            File.Move(archive, target);
            return manifest;
        }
        catch (IOException e)
        {
            throw new BackupException(e.Message);
        }
    }

    private static void CopyFiles(string folder, string work)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file);
            if (LeftOut.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
                continue;
            string copy = Path.Combine(work, "files", name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<BackupManifest> CopyStoresAsync(
        string folder, string[] stores, string work, TimeProvider time, Share progress, CancellationToken cancellationToken)
    {
        string files = Directory.CreateDirectory(Path.Combine(work, "files")).FullName;
        using SqliteSnapshot snapshot = await SqliteSnapshot.TakeAsync(stores, time, cancellationToken);
        DateTimeOffset taken = time.GetUtcNow();
        for (int i = 0; i < stores.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            snapshot.Copy(stores[i], Path.Combine(files, Path.GetRelativePath(folder, stores[i])));
            progress.Report((double)(i + 1) / stores.Length);
        }

        return await BackupArchive.DescribeAsync(files, taken, cancellationToken);
    }
}
