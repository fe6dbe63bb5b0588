using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Alerts.Platform.Storage.Postgres;

// Values of statements as PostgreSQL's types: whole numbers and flags are BIGINT, null has no type, so that the server finds it.
internal static class PostgresValues
{
    public static NpgsqlBatchCommand Command(string sql, ReadOnlySpan<object?> arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object? argument in arguments)
            command.Parameters.Add(Parameter(argument));
        return command;
    }

    // Sends rows in the server's own bulk format.
    public static void Import(NpgsqlConnection connection, string sql, IReadOnlyList<object?[]> rows)
    {
        using NpgsqlBinaryImporter import = connection.BeginBinaryImport(sql);
        foreach (object?[] row in rows)
        {
            import.StartRow();
            foreach (object? value in row)
                Write(import, value);
        }

        import.Complete();
    }

    private static void Write(NpgsqlBinaryImporter import, object? value)
    {
        switch (value)
        {
            case null:
                import.WriteNull();
                break;
            case long number:
                import.Write(number, NpgsqlDbType.Bigint);
                break;
            case int number:
                import.Write((long)number, NpgsqlDbType.Bigint);
                break;
            case bool flag:
                import.Write(flag ? 1L : 0L, NpgsqlDbType.Bigint);
                break;
            case double number:
                import.Write(number, NpgsqlDbType.Double);
                break;
            case string text:
                import.Write(Whole(text), NpgsqlDbType.Text);
                break;
            case byte[] bytes:
                import.Write(bytes, NpgsqlDbType.Bytea);
                break;
            default:
                throw Unknown(value);
        }
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null or DBNull => new NpgsqlParameter { Value = DBNull.Value },
        long number => new NpgsqlParameter<long> { TypedValue = number },
        int number => new NpgsqlParameter<long> { TypedValue = number },
        bool flag => new NpgsqlParameter<long> { TypedValue = flag ? 1 : 0 },
        double number => new NpgsqlParameter<double> { TypedValue = number },
        string text => new NpgsqlParameter<string> { TypedValue = Whole(text) },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
        _ => throw Unknown(value),
    };

    private static ArgumentException Unknown(object value) => new($"A value of type {value.GetType().Name} cannot be stored.");

    // Half a surrogate pair, as a cut text may end with, cannot be written as UTF-8 and would cost the connection. SQLite stores U+FFFD.
    private static string Whole(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
