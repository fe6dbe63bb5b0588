using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>Where the PostgreSQL database is and how it is used, section <c>Postgres</c>. Checked at start; an impossible value stops it.</summary>
/// <remarks>PostgreSQL 15 or later, reached directly or through a pooler that keeps sessions: stores rely on settings of their connection.</remarks>
public sealed class PostgresOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Postgres";

    /// <summary>
    /// The database: <c>postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=verify-full</c>, or <c>Host=…;Database=…</c> with Npgsql's names.
    /// </summary>
    /// <value>Default empty: then <see cref="ConnectionStringFile"/> must be set.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>A file whose first line is the connection string, so that no password is in an environment or a command line.</summary>
    /// <value>Default empty. Read again for each connection, so that a new password needs no restart.</value>
    public string ConnectionStringFile { get; set; } = "";

    /// <summary>Seconds that a statement may take, a wait for another process's turn included.</summary>
    /// <value>1 to 600; the default is 10. Must be more than <see cref="IdleInTransactionSeconds"/>.</value>
    [Range(1, 600)]
    public int CommandTimeoutSeconds { get; set; } = 10;

    /// <summary>Seconds after which the server ends the session of a process that stands still within a transaction, and frees its locks.</summary>
    /// <value>1 to 60; the default is 5.</value>
    [Range(1, 60)]
    public int IdleInTransactionSeconds { get; set; } = 5;

    /// <summary>Connections of one store that read at the same time; one more writes. Opened when needed.</summary>
    /// <value>1 to 64; the default is 8.</value>
    [Range(1, 64)]
    public int Readers { get; set; } = 8;

    /// <summary>Seconds that the start waits for a database that is not there yet.</summary>
    /// <value>0 to 600; the default is 30.</value>
    [Range(0, 600)]
    public int StartSeconds { get; set; } = 30;

    /// <summary>Refuses settings that cannot work.</summary>
    /// <exception cref="OptionsValidationException">The message says which setting is wrong and what to set.</exception>
    public void Validate()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        List<string> failures = [.. results.Select(r => r.ErrorMessage ?? "")];
        if ((ConnectionString.Length == 0) == (ConnectionStringFile.Length == 0))
            failures.Add("Set either ConnectionString or ConnectionStringFile of section Postgres.");
        if (CommandTimeoutSeconds <= IdleInTransactionSeconds)
            failures.Add("CommandTimeoutSeconds must be more than IdleInTransactionSeconds: else one process that stands still makes the others give up.");
        if (failures.Count == 0)
            Try(failures);
        if (failures.Count > 0)
            throw new OptionsValidationException(nameof(PostgresOptions), typeof(PostgresOptions), failures);
    }

    private void Try(List<string> failures)
    {
        try
        {
            PostgresAddress.Read(this);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            failures.Add($"The connection string cannot be used: {e.Message}");
        }
    }
}
