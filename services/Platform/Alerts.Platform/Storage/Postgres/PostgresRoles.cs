using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

// The roles that a service's login is granted: one that writes its service's rows and owns nothing, and through it one that reads for callers, under
// row-level security. Which rows are whose, the columns "scope" and "organisation" say: every table that has one is behind the wall by itself.
internal static class PostgresRoles
{
    public const string Reader = "alerts_reader";

    public const string BecomeReader = $"SET LOCAL ROLE {Reader}";

    // Whether the login may become the reader; of a superuser it is always true.
    public const string CheckReader = $"SELECT pg_has_role(current_user, '{Reader}', 'MEMBER')";

    private const string Viewer = "alerts.viewer";

    // Their rows are of all organisations, and no caller is shown any.
    private static readonly string[] Closed = ["outbox", "outbox_sent", "outbox_keeping", "inbox", "dead_letter", "setting"];

    // Ends with the transaction.
    public static string ReadFor(Scope viewer) => viewer.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        ? $"SET LOCAL {Viewer} = '{viewer}'"
        : throw new ArgumentException("Not the id of an organisation.", nameof(viewer));

    public static string Grants(string service, string journal)
    {
        string writer = $"alerts_{service}";
        return $"""
            {Create(writer)}
            {Create(Reader)}
            REVOKE ALL ON SCHEMA {service} FROM PUBLIC;
            GRANT {Reader} TO {writer};
            GRANT USAGE ON SCHEMA {service} TO {writer}, {Reader};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {service} TO {writer};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA {service} TO {writer};
            REVOKE INSERT, UPDATE, DELETE ON {service}.{journal} FROM {writer};
            GRANT SELECT ON ALL TABLES IN SCHEMA {service} TO {Reader};
            REVOKE SELECT ON {string.Join(", ", Closed.Select(t => $"{service}.{t}"))} FROM {Reader};
            {Wall(service, writer)}
            """;
    }

    // The roles alone, for a copy whose policies name them.
    public static string Make(IEnumerable<string> services) => string.Join('\n', [.. services.Select(s => Create($"alerts_{s}")), Create(Reader)]);

    private static string Create(string role) =>
        $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} NOLOGIN; END IF; END $$;";

    // Without the setting nobody's rows are shown, shared ones apart.
    private static string Wall(string service, string writer) => $"""
        DO $$
        DECLARE one record;
        BEGIN
            FOR one IN
                SELECT c.relname AS name, bool_or(a.attname = 'scope') AS scoped
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname IN ('scope', 'organisation')
                WHERE c.relnamespace = '{service}'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity
                GROUP BY c.relname
            LOOP
                EXECUTE format('ALTER TABLE {service}.%I ENABLE ROW LEVEL SECURITY', one.name);
                EXECUTE format('CREATE POLICY service_itself ON {service}.%I TO {writer} USING (true) WITH CHECK (true)', one.name);
                EXECUTE format(
                    'CREATE POLICY callers ON {service}.%I FOR SELECT TO {Reader} USING (%s)',
                    one.name,
                    CASE WHEN one.scoped
                        THEN 'scope IN (''shared'', (SELECT current_setting(''{Viewer}'', true)))'
                        ELSE 'organisation = (SELECT current_setting(''{Viewer}'', true))' END);
            END LOOP;
        END $$;
        """;
}
