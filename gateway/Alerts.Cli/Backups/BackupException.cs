namespace Alerts.Cli.Backups;

/// <summary>A backup that cannot be made or restored; the message says why and what to do. Nothing was changed.</summary>
/// <param name="message">For people.</param>
internal sealed class BackupException(string message) : Exception(message);
