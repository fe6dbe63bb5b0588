namespace Alerts.AllInOne.Backups;

/// <summary>A backup that cannot be made or restored; the message says why and what to do. Nothing was changed.</summary>
/// <param name="message">For people.</param>
public sealed class BackupException(string message) : Exception(message);
