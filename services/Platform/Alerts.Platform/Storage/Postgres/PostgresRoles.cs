namespace Alerts.Platform.Storage.Postgres;

// The roles that a service's login may be granted: one that writes its service's rows and owns nothing, and one that reads.
internal static class PostgresRoles
{
    private const string Reader = "alerts_reader";

    public static string Grants(string service, string journal)
    {
        string writer = $"alerts_{service}";
        return $"""
            {Create(writer)}
            {Create(Reader)}
            REVOKE ALL ON SCHEMA {service} FROM PUBLIC;
            GRANT USAGE ON SCHEMA {service} TO {writer}, {Reader};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {service} TO {writer};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA {service} TO {writer};
            REVOKE INSERT, UPDATE, DELETE ON {service}.{journal} FROM {writer};
            GRANT SELECT ON ALL TABLES IN SCHEMA {service} TO {Reader};
            """;
    }

    private static string Create(string role) =>
        $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} NOLOGIN; END IF; END $$;";
}
