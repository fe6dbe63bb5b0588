using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// Reads connection strings in both forms that people use: libpq's URI and Npgsql's list of settings. Messages never hold the text itself.
internal static class PostgresAddress
{
    public static NpgsqlConnectionStringBuilder Read(PostgresOptions options)
    {
        string text = options.ConnectionStringFile.Length == 0
            ? options.ConnectionString
            : File.ReadLines(options.ConnectionStringFile).FirstOrDefault("");
        return Parse(text.Trim());
    }

    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        bool isUri = text.StartsWith("postgresql://", StringComparison.Ordinal) || text.StartsWith("postgres://", StringComparison.Ordinal);
        NpgsqlConnectionStringBuilder builder = isUri ? FromUri(text) : new NpgsqlConnectionStringBuilder(text);
        return string.IsNullOrEmpty(builder.Host) ? throw new FormatException("it names no host.") : builder;
    }

    // postgresql://user:password@host:port/database?name=value; a socket folder is given as host=%2Ffolder or ?host=/folder.
    private static NpgsqlConnectionStringBuilder FromUri(string text)
    {
        string rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        (rest, string query) = Cut(rest, '?');
        (string authority, string database) = Cut(rest, '/');
        int at = authority.LastIndexOf('@');
        (string user, string password) = Cut(at < 0 ? "" : authority[..at], ':');
        string address = authority[(at + 1)..];
        int colon = address.LastIndexOf(':');
        bool hasPort = colon >= 0 && !address.EndsWith(']');
        var builder = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(hasPort ? address[..colon] : address).Trim('[', ']') };
        if (hasPort)
            builder.Port = int.TryParse(address[(colon + 1)..], out int port) && port is > 0 and <= 65_535 ? port : throw new FormatException("its port is not 1 to 65535.");
        if (user.Length > 0)
            builder.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0)
            builder.Password = Uri.UnescapeDataString(password);
        if (database.Length > 0)
            builder.Database = Uri.UnescapeDataString(database);
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            (string name, string value) = Cut(pair, '=');
            Set(builder, Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
        }

        return builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                builder.SslMode = Enum.TryParse(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SslMode mode)
                    ? mode
                    : throw new FormatException("its sslmode is not disable, allow, prefer, require, verify-ca or verify-full.");
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            case "sslcert":
                builder.SslCertificate = value;
                break;
            case "sslkey":
                builder.SslKey = value;
                break;
            case "application_name":
                builder.ApplicationName = value;
                break;
            default:
                builder[name] = value;
                break;
        }
    }

    private static (string Before, string After) Cut(string text, char separator)
    {
        int index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }
}
