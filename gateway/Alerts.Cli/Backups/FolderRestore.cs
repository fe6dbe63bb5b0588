using Alerts.Platform.Storage.Sqlite;

namespace Alerts.Cli.Backups;

/// <summary>Makes a data folder of a backup. The folder appears whole or not at all.</summary>
/// <remarks>
/// Streams that had come further than the backup are refused loudly when they come back, as with any older copy: see the alert log's chain.
/// </remarks>
internal static class FolderRestore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="archive">The file that <see cref="FolderBackup"/> made.</param>
    /// <param name="folder">The data folder to make; refused when there is one that is not empty.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up; no folder is left.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="BackupException">The file is no backup, is damaged or was made by a newer version, or the folder is in use.</exception>
    public static async Task<BackupManifest> RestoreAsync(string archive, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupException($"{folder} is not empty. Move it away first, or choose another folder with --data: nothing is restored over what is there.");
        try
        {
            using var place = new WorkFolder($"{folder}.restoring");
            string work = place.Path;
            BackupManifest manifest = await BackupArchive.ReadAsync(archive, work, progress, cancellationToken);
            if (manifest.Files.Any(f => f.Name == DatabaseBackup.DumpName))
                throw new BackupException($"{archive} is the backup of a database. Name the new one with --database or --database-file.");
            foreach (BackupFile store in manifest.Files.Where(f => f.Name.EndsWith(".db", StringComparison.Ordinal)))
            {
                if (SqliteSnapshot.Fault(Path.Combine(work, store.Name)) is { } fault)
                    throw new BackupException($"{store.Name} of the backup is damaged: {fault}");
            }

            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(work, folder);
            return manifest;
        }
        catch (IOException e)
        {
            throw new BackupException(e.Message);
        }
    }
}
