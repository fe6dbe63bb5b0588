namespace Alerts.Cli.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path within the data folder, with <c>/</c> between its parts.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Digest of its content, lower-case hex.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);
