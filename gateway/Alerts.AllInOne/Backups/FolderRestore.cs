using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Alerts.Platform.Storage.Sqlite;

namespace Alerts.AllInOne.Backups;

/// <summary>Makes a data folder of a backup. The folder appears whole or not at all.</summary>
/// <remarks>
/// Streams that had come further than the backup are refused loudly when they come back, as with any older copy: see the alert log's chain.
/// </remarks>
public static class FolderRestore
{
    // A manifest names a few dozen files.
    private const int LargestManifest = 1 << 20;

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
        string work = $"{folder}.restoring";
        try
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
            Directory.CreateDirectory(work, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            BackupManifest manifest = await ReadAsync(archive, work, progress, cancellationToken);
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
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new BackupException($"{archive} is no backup, or is damaged: {e.Message}");
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

    private static async Task<BackupManifest> ReadAsync(string archive, string work, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(archive);
        await using var zip = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(zip);
        BackupManifest manifest = await ReadManifestAsync(tar, cancellationToken);
        long total = Math.Max(1, manifest.Files.Sum(f => f.Bytes)), read = 0;
        foreach (BackupFile expected in manifest.Files)
        {
            TarEntry? entry = await tar.GetNextEntryAsync(copyData: false, cancellationToken);
            if (entry?.Name != expected.Name || entry.DataStream is null && expected.Bytes > 0)
                throw new InvalidDataException($"{expected.Name} is missing.");
            await ExtractAsync(entry, expected, Target(work, expected.Name), cancellationToken);
            read += expected.Bytes;
            progress.Report((double)read / total);
        }

        return manifest;
    }

    private static async Task<BackupManifest> ReadManifestAsync(TarReader tar, CancellationToken cancellationToken)
    {
        TarEntry? first = await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        if (first is not { Name: BackupManifest.EntryName, DataStream: { } stream, Length: <= LargestManifest })
            throw new InvalidDataException("it does not begin with a manifest.");
        BackupManifest manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupJson.Options, cancellationToken) ?? throw new InvalidDataException("its manifest is empty.");
        return manifest.Format == BackupManifest.CurrentFormat
            ? manifest
            : throw new BackupException($"The backup was made by version {manifest.Version}, whose form this version does not read. Restore it with that version or a later one.");
    }

    private static async Task ExtractAsync(TarEntry entry, BackupFile expected, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using var file = new FileStream(target, options);
        if (entry.Length != expected.Bytes)
            throw new InvalidDataException($"{expected.Name} has {entry.Length} bytes instead of {expected.Bytes}.");
        if (entry.DataStream is not null)
            await entry.DataStream.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != expected.Sha256)
            throw new InvalidDataException($"{expected.Name} is not what was backed up.");
        file.Flush(flushToDisk: true);
    }

    // A name that leads out of the folder is not one that a backup gave.
    private static string Target(string work, string name)
    {
        string path = Path.GetFullPath(Path.Combine(work, name));
        return path.StartsWith(work + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new InvalidDataException($"{name} lies outside the folder.");
    }
}
