using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;

namespace Alerts.Cli.Doctor;

// The PostgreSQL database of the split form.
internal sealed class DatabaseExamination(PostgresOptions options, TimeProvider time) : IExamination
{
    private const int OldestVersion = 15;

    public string Part => "database";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<Finding>>(
        () =>
        {
            var inspector = new PostgresInspector(options);
            try
            {
                PostgresState state = inspector.Read();
                return
                [
                    state.Version.Major >= OldestVersion
                        ? Finding.Ok($"PostgreSQL {state.Version} answers.")
                        : Finding.Fault($"PostgreSQL is version {state.Version}.", $"Version {OldestVersion} or later is needed."),
                    state.IsEncrypted || state.IsLocal
                        ? Finding.Ok(state.IsEncrypted ? "The connection is encrypted." : "The connection stays on this machine.")
                        : Finding.Fault("The connection is not encrypted.", "Add sslmode=verify-full to the address."),
                    .. ClockFindings.Of(state.Time, time.GetUtcNow(), "the database"),
                    .. ServiceSchema.All.Select(s => Of(inspector, s)),
                ];
            }
            catch (StoreUnavailableException e)
            {
                return [Finding.Fault(e.Message, "Look whether it runs, and at address, user and password.")];
            }
        },
        cancellation);

    private static Finding Of(PostgresInspector inspector, ServiceSchema schema) => inspector.SchemaFault(schema.Name, schema.Scripts) is { } fault
        ? Finding.Fault(fault, "alerts migrate, with a user who may make schemas and roles.")
        : Finding.Ok($"The schema {schema.Name} is that of this version.");
}
