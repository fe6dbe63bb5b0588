using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace Alerts.Cli.Backups;

// The file of a backup: a compressed tar whose first entry, the manifest, names the files that follow and their digests.
internal static class BackupArchive
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A manifest names a few dozen files.
    private const int LargestManifest = 1 << 20;

    public static async Task<BackupManifest> DescribeAsync(string folder, DateTimeOffset takenTime, CancellationToken cancellationToken)
    {
        var listed = new List<BackupFile>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using FileStream content = File.OpenRead(file);
            listed.Add(new BackupFile(
                Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))));
        }

        string version = typeof(BackupArchive).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        return new BackupManifest(BackupManifest.CurrentFormat, version, takenTime, listed);
    }

    public static async Task WriteAsync(string archive, string folder, BackupManifest manifest, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Owner };
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
                await using FileStream content = File.OpenRead(Path.Combine(folder, part.Name));
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, part.Name) { DataStream = content }, cancellationToken);
                written += part.Bytes;
                progress.Report((double)written / total);
            }
        }

        file.Flush(flushToDisk: true);
    }

    // Unpacks an archive and checks every digest.
    public static async Task<BackupManifest> ReadAsync(string archive, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
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
                await ExtractAsync(entry, expected, Target(folder, expected.Name), cancellationToken);
                read += expected.Bytes;
                progress.Report((double)read / total);
            }

            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new BackupException($"{archive} is no backup, or is damaged: {e.Message}");
        }
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = Owner };
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
    private static string Target(string folder, string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new InvalidDataException($"{name} lies outside the folder.");
    }
}
