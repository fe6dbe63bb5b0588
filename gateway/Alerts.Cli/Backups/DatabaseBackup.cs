using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Alerts.V1;

namespace Alerts.Cli.Backups;

/// <summary>
/// Copies the schemas of the split form into one file, at one instant of all of them, while the services go on. The file holds everything that
/// the database does, reports included, and the secrets when they are named: mode 0600.
/// </summary>
internal static class DatabaseBackup
{
    /// <summary>Name of the copied database within the archive.</summary>
    public const string DumpName = "database.sql";

    /// <summary>Folder of the copied secrets within the archive.</summary>
    public const string SecretsName = "secrets";

    // Receivers that move are seconds behind; longer means that one of them stands still.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The ways of events through the broker, as the bus lays them.</summary>
    public static IReadOnlyList<Handover> Handovers { get; } = [new("ingest", "risk", "risk"), new("risk", "notify", "notify")];

    /// <summary>Makes a backup.</summary>
    /// <param name="database">The database; its user owns the schemas.</param>
    /// <param name="broker">The broker, asked when no service runs: whether anything waits there.</param>
    /// <param name="secrets">Folder of the services' secrets to take along; null for none.</param>
    /// <param name="tools">Folder of PostgreSQL's client programs; empty for those on the PATH.</param>
    /// <param name="target">The file to make; refused when it exists. Beside it room is needed for the database as SQL and for the file.</param>
    /// <param name="time">Clock of the search for the instant.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>What the file holds.</returns>
    /// <exception cref="BackupException">There is no such instant, the file exists, or something cannot be read.</exception>
    public static async Task<BackupManifest> MakeAsync(
        PostgresOptions database, RabbitMqOptions broker, string? secrets, string tools, string target, TimeProvider time, IProgress<double> progress, CancellationToken cancellationToken)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target))
            throw new BackupException($"{target} exists and is not overwritten. Choose another file with --out.");
        try
        {
            using var work = new WorkFolder($"{target}.partial");
            string files = Directory.CreateDirectory(Path.Combine(work.Path, "files")).FullName;
            if (secrets is not null)
                CopySecrets(secrets, Path.Combine(files, SecretsName));
            DateTimeOffset taken = await CopyAsync(database, broker, tools, Path.Combine(files, DumpName), time, new Share(progress, 0, 0.7), cancellationToken);
            BackupManifest manifest = await BackupArchive.DescribeAsync(files, taken, cancellationToken);
            string archive = Path.Combine(work.Path, "archive");
            await BackupArchive.WriteAsync(archive, files, manifest, new Share(progress, 0.7, 1), cancellationToken);
            File.Move(archive, target);
            return manifest;
        }
        catch (Exception e) when (e is IOException or TimeoutException or StoreUnavailableException or StoreSchemaException or UnauthorizedAccessException)
        {
            throw new BackupException(e.Message);
        }
    }

    private static void CopySecrets(string from, string to)
    {
        if (!Directory.Exists(from))
            throw new BackupException($"There is no folder {from}. Name that of the services' secrets with --secrets.");
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static async Task<DateTimeOffset> CopyAsync(
        PostgresOptions database, RabbitMqOptions broker, string tools, string target, TimeProvider time, Share progress, CancellationToken cancellationToken)
    {
        var inspector = new PostgresInspector(database);
        string[] schemas = [.. ServiceSchema.All.Select(s => s.Name)];
        foreach (ServiceSchema schema in ServiceSchema.All)
        {
            if (inspector.SchemaFault(schema.Name, schema.Scripts) is { } fault)
                throw new BackupException(fault);
        }

        bool moves = inspector.Running([.. Handovers.SelectMany(h => new[] { h.Sender, h.Receiver }).Distinct()]).Count > 0;
        if (!moves)
            await NothingWaitsAsync(broker, cancellationToken);
        await using PostgresInstant instant = await PostgresInstant.TakeAsync(
            database, moves ? Handovers : [], body => Event.Parser.ParseFrom(body).EventId, time, Longest, cancellationToken);
        double expected = Math.Max(1, inspector.Bytes());
        await new PostgresCopy(database, tools).WriteAsync(instant, schemas, target, new Bytes(written => progress.Report(written / expected)), cancellationToken);
        return instant.TakenTime;
    }

    private static async Task NothingWaitsAsync(RabbitMqOptions broker, CancellationToken cancellationToken)
    {
        QueueState? waiting = (await new RabbitMqInspector(broker).ListAsync(cancellationToken)).FirstOrDefault(q => q.Waiting > 0 && BusRoute.All.Any(r => r.Name == q.Queue));
        if (waiting is not null)
            throw new BackupException($"No service runs, and {waiting.Waiting} packs wait in {waiting.Queue}: they would be in no backup. Start the services; the backup waits until these are received.");
    }
}
