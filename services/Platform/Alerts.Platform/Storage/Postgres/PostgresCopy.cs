using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>Copies schemas out of a database and into another one, with PostgreSQL's own <c>pg_dump</c> and <c>psql</c>. Thread safe.</summary>
/// <remarks>Errors of every call: <see cref="IOException"/> when the tool is missing or fails; the message holds what it said.</remarks>
/// <param name="options">The database; validated by the caller.</param>
/// <param name="tools">Folder of the tools; empty for those on the PATH. They must be as new as the server.</param>
public sealed class PostgresCopy(PostgresOptions options, string tools)
{
    private const int Buffer = 1 << 17;

    /// <summary>Writes schemas as SQL, as of an instant, without rights and owners.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="schemas">Names of the schemas.</param>
    /// <param name="target">The file to make.</param>
    /// <param name="progress">Told how many bytes are written.</param>
    /// <param name="cancellationToken">Ends the tool; a part of the file may be left.</param>
    public async Task WriteAsync(PostgresInstant instant, IReadOnlyList<string> schemas, string target, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using Process dump = Start("pg_dump", ["--no-owner", "--no-privileges", "--no-password", $"--snapshot={instant.Id}", .. schemas.Select(s => $"--schema={s}")]);
        dump.StandardInput.Close();
        await using (var file = new FileStream(target, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            byte[] buffer = new byte[Buffer];
            int read;
            while ((read = await ReadAsync(dump, buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                progress.Report(file.Length);
            }
        }

        await EndAsync(dump, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the schemas of a copy: all of them, and all that belongs to a restore, in one transaction, or nothing.</summary>
    /// <param name="services">The services whose roles the copy names.</param>
    /// <param name="senders">The schemas whose sent events go back into their outbox.</param>
    /// <param name="source">The file that <see cref="WriteAsync"/> made.</param>
    /// <param name="progress">Told how many bytes are read.</param>
    /// <param name="cancellationToken">Ends the tool; nothing is changed.</param>
    public async Task LoadAsync(IReadOnlyList<string> services, IReadOnlyList<string> senders, string source, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using Process load = Start("psql", ["--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]);
        try
        {
            await load.StandardInput.WriteLineAsync(PostgresRoles.Make(services).AsMemory(), cancellationToken).ConfigureAwait(false);
            await load.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            await using (FileStream file = File.OpenRead(source))
            {
                byte[] buffer = new byte[Buffer];
                int read;
                while ((read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    await load.StandardInput.BaseStream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    progress.Report(file.Position);
                }
            }

            foreach (string sender in senders)
                await load.StandardInput.WriteLineAsync(SentEvents.PutBack(sender).AsMemory(), cancellationToken).ConfigureAwait(false);
            load.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything, and says why.
        }
        catch (OperationCanceledException)
        {
            load.Kill();
            throw;
        }

        await EndAsync(load, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> ReadAsync(Process process, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        string said = (await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Trim();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new IOException($"{Path.GetFileName(process.StartInfo.FileName)} failed: {said}");
    }

    private Process Start(string tool, string[] arguments)
    {
        string program = tools.Length == 0 ? tool : Path.Combine(tools, tool);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in Environment())
        {
            if (value is { Length: > 0 })
                start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{tool} cannot be started ({e.Message}). Install PostgreSQL's client programs (Debian: postgresql-client), or name their folder with --postgres-bin.", e);
        }
    }

    // Not on the command line: other users of the machine can read that.
    private (string Name, string? Value)[] Environment()
    {
        NpgsqlConnectionStringBuilder address = PostgresAddress.Read(options);
        return
        [
            ("PGHOST", address.Host),
            ("PGPORT", address.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGUSER", address.Username),
            ("PGPASSWORD", address.Password),
            ("PGPASSFILE", address.Passfile),
            ("PGDATABASE", address.Database),
            ("PGSSLMODE", Mode(address.SslMode)),
            ("PGSSLROOTCERT", address.RootCertificate),
            ("PGSSLCERT", address.SslCertificate),
            ("PGSSLKEY", address.SslKey),
            ("PGOPTIONS", "-c client_min_messages=warning"),
        ];
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
