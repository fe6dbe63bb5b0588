using System.Text.Json;

namespace Alerts.Cli.Backups;

// The form of the manifest.
internal static class BackupJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
