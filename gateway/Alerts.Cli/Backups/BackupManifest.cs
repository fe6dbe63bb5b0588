namespace Alerts.Cli.Backups;

/// <summary>What a backup holds: the first entry of its archive.</summary>
/// <param name="Format">Form of the archive; this version writes and reads <see cref="CurrentFormat"/>.</param>
/// <param name="Version">Version of the program that made it.</param>
/// <param name="TakenTime">The instant that it holds.</param>
/// <param name="Files">Its files, in the order in which they follow.</param>
internal sealed record BackupManifest(int Format, string Version, DateTimeOffset TakenTime, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    internal const string EntryName = "manifest.json";
}
