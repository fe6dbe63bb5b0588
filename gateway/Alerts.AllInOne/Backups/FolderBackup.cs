using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Alerts.Platform.Storage.Sqlite;

namespace Alerts.AllInOne.Backups;

/// <summary>
/// Copies the data folder of an all-in-one server into one file, at one instant of all its stores, while the server goes on. The file holds
/// everything that the folder does, secrets and reports included: mode 0600.
/// </summary>
public static class FolderBackup
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
        string work = $"{target}.partial";
        try
        {
            Directory.CreateDirectory(work, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // Before the stores: what they note of progress may be behind the stores, and never before them.
            CopyFiles(folder, work);
            BackupManifest manifest = await CopyStoresAsync(folder, stores, work, time, progress, cancellationToken);
            string archive = Path.Combine(work, "archive");
            await WriteAsync(archive, work, manifest, progress, cancellationToken);
            File.Move(archive, target);
            return manifest;
        }
        catch (IOException e)
        {
            throw new BackupException(e.Message);
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
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
        string folder, string[] stores, string work, TimeProvider time, IProgress<double> progress, CancellationToken cancellationToken)
    {
        string files = Directory.CreateDirectory(Path.Combine(work, "files")).FullName;
        using SqliteSnapshot snapshot = await SqliteSnapshot.TakeAsync(stores, time, cancellationToken);
        DateTimeOffset taken = time.GetUtcNow();
        for (int i = 0; i < stores.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            snapshot.Copy(stores[i], Path.Combine(files, Path.GetRelativePath(folder, stores[i])));
            progress.Report(0.5 * (i + 1) / stores.Length);
        }

        var listed = new List<BackupFile>();
        foreach (string file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using FileStream content = File.OpenRead(file);
            listed.Add(new BackupFile(
                Path.GetRelativePath(files, file).Replace(Path.DirectorySeparatorChar, '/'), content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))));
        }

        string version = typeof(FolderBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        return new BackupManifest(BackupManifest.CurrentFormat, version, taken, listed);
    }

    private static async Task WriteAsync(string archive, string work, BackupManifest manifest, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using var file = new FileStream(archive, options);
        await using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true))
        {
            await tar.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.EntryName) { DataStream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Options)) },
                cancellationToken);
            long total = Math.Max(1, manifest.Files.Sum(f => f.Bytes)), written = 0;
            foreach (BackupFile part in manifest.Files)
            {
                await using FileStream content = File.OpenRead(Path.Combine(work, "files", part.Name));
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, part.Name) { DataStream = content }, cancellationToken);
                written += part.Bytes;
                progress.Report(0.5 + (0.5 * written / total));
            }
        }

        file.Flush(flushToDisk: true);
    }
}
