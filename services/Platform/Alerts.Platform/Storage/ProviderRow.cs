using System.Data.Common;
using System.Text;

namespace Alerts.Platform.Storage;

/// <summary>A row as the provider of the database gives it.</summary>
internal sealed class ProviderRow(DbDataReader reader) : RawRow
{
    /// <inheritdoc/>
    public override long Whole(int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Bytes(int column) => reader.GetValue(column) switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        DBNull => [],
        var other => throw new InvalidCastException($"Column {column} holds a {other.GetType().Name}, and neither bytes nor text."),
    };
}
