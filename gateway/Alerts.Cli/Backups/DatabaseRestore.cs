using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;

namespace Alerts.Cli.Backups;

/// <summary>Makes the schemas of the split form of a backup. They appear together or not at all.</summary>
/// <remarks>
/// Events that were under way at the backup's instant go out again when the services start, and whoever had received them knows them. Streams
/// that had come further than the backup are refused loudly when they come back, as with any older copy: see the alert log's chain.
/// </remarks>
internal static class DatabaseRestore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="archive">The file that <see cref="DatabaseBackup"/> made.</param>
    /// <param name="database">An empty database; its user may make schemas and roles, and owns them afterwards.</param>
    /// <param name="broker">The broker that the services will use; refused when packs of another life of the database wait there.</param>
    /// <param name="discard">Whether to empty its queues instead.</param>
    /// <param name="secrets">Folder for the secrets of the backup, missing or empty; null when it holds none.</param>
    /// <param name="tools">Folder of PostgreSQL's client programs; empty for those on the PATH.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed, emptied queues apart.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="BackupException">The file is no backup of a database, is damaged or was made by a newer version, or the database or the folder is in use.</exception>
    public static async Task<BackupManifest> RestoreAsync(
        string archive, PostgresOptions database, RabbitMqOptions broker, bool discard, string? secrets, string tools, IProgress<double> progress, CancellationToken cancellationToken)
    {
        string work = Directory.CreateTempSubdirectory("alerts-restore-").FullName;
        try
        {
            BackupManifest manifest = await BackupArchive.ReadAsync(archive, work, new Share(progress, 0, 0.3), cancellationToken);
            BackupFile dump = manifest.Files.FirstOrDefault(f => f.Name == DatabaseBackup.DumpName)
                ?? throw new BackupException($"{archive} is the backup of a data folder. Restore it without --database, with --data.");
            CheckSecrets(manifest, secrets);
            CheckEmpty(database);
            await CheckQueuesAsync(broker, discard, cancellationToken);
            string[] senders = [.. DatabaseBackup.Handovers.Select(h => h.Sender)];
            var loaded = new Share(progress, 0.3, 1);
            await new PostgresCopy(database, tools).LoadAsync(
                [.. ServiceSchema.All.Select(s => s.Name)], senders, Path.Combine(work, dump.Name), new Bytes(read => loaded.Report((double)read / Math.Max(1, dump.Bytes))), cancellationToken);
            // Gives the roles their rights, and brings the schemas of an older version up to date.
            foreach (ServiceSchema schema in ServiceSchema.All)
                PostgresMigrations.Apply(database, schema.Name, schema.Scripts);
            if (secrets is not null)
                CopySecrets(Path.Combine(work, DatabaseBackup.SecretsName), secrets);
            return manifest;
        }
        catch (Exception e) when (e is IOException or StoreUnavailableException or StoreSchemaException or UnauthorizedAccessException)
        {
            throw new BackupException(e.Message);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void CheckSecrets(BackupManifest manifest, string? secrets)
    {
        bool held = manifest.Files.Any(f => f.Name.StartsWith($"{DatabaseBackup.SecretsName}/", StringComparison.Ordinal));
        if (held && secrets is null)
            throw new BackupException("The backup holds the services' secrets. Name a new folder for them with --secrets.");
        if (!held && secrets is not null)
            throw new BackupException("The backup holds no secrets. Leave --secrets away, and give the services those that they had: cursors and pages are good with them alone.");
        if (secrets is not null && Directory.Exists(secrets) && Directory.EnumerateFileSystemEntries(secrets).Any())
            throw new BackupException($"{Path.GetFullPath(secrets)} is not empty. Choose another folder with --secrets: nothing is restored over what is there.");
    }

    private static void CheckEmpty(PostgresOptions database)
    {
        if (new PostgresInspector(database).Present([.. ServiceSchema.All.Select(s => s.Name)]) is [string there, ..])
            throw new BackupException($"The database has a schema {there} already. Make an empty one (createdb) and name it: nothing is restored over what is there.");
    }

    // They would change what the restored senders do not know of, and hide what these send next.
    private static async Task CheckQueuesAsync(RabbitMqOptions broker, bool discard, CancellationToken cancellationToken)
    {
        var inspector = new RabbitMqInspector(broker);
        foreach (QueueState queue in await inspector.ListAsync(cancellationToken))
        {
            if (queue.Waiting == 0)
                continue;
            if (!discard)
                throw new BackupException($"{queue.Waiting} packs wait in {queue.Queue}. They are of another life of the database: empty the queues with --discard-queued, or use another broker or virtual host.");
            await inspector.EmptyAsync(queue.Queue, cancellationToken);
        }
    }

    private static void CopySecrets(string from, string to)
    {
        Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
