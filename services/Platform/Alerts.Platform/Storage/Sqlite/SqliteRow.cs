using SQLitePCL;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>The row at which a statement stands.</summary>
internal sealed class SqliteRow(sqlite3_stmt statement) : RawRow
{
    /// <inheritdoc/>
    public override long Whole(int column) => raw.sqlite3_column_int64(statement, column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);
}
