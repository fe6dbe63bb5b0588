using System.Data.Common;
using System.Text;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

// How rows of the log's tables are read; shared by the reader and the unit.
internal static class LogSql
{
    public const string EntryColumns = "a.position, a.chain, a.alert_id, a.scope, a.reach, a.overlaid_in, a.body";

    public const string State = "SELECT log_id, head, chain, floor, floor_chain FROM alert_log WHERE id = 1";

    public const string ReadMark = "SELECT complete_through_us, sent_us, head, blind_situation FROM watermark WHERE id = 1";

    private const char Separator = ',';

    public static LogEntry Entry(RawRow row) => new(
        new LogPoint(row.Whole(0), ChainHash.Read(row.Bytes(1))),
        Encoding.UTF8.GetString(row.Bytes(2)),
        ScopeOf(row.Bytes(3)),
        ReachCodec.Decode(row.Bytes(4)),
        Split(row.Bytes(5)),
        row.Bytes(6).ToArray());

    public static LogState StateOf(DbDataReader row) => new(
        new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true),
        new LogPoint(row.GetInt64(1), Chain(row, 2)),
        new LogPoint(row.GetInt64(3), Chain(row, 4)));

    public static Mark MarkOf(DbDataReader row) => new(
        Instant(row, 0),
        Instant(row, 1),
        row.GetInt64(2),
        row.IsDBNull(3) ? null : row.GetString(3));

    public static ChainHash Chain(DbDataReader row, int column) => ChainHash.Read(row.GetFieldValue<byte[]>(column));

    public static string Join(IReadOnlyList<string> organisations) => string.Join(Separator, organisations);

    // Nearly all are shared.
    private static Scope ScopeOf(ReadOnlySpan<byte> value) => value.SequenceEqual("shared"u8) ? Scope.Shared : new Scope(Encoding.UTF8.GetString(value));

    private static string[] Split(ReadOnlySpan<byte> organisations) => organisations.IsEmpty ? [] : Encoding.UTF8.GetString(organisations).Split(Separator);

    private static DateTimeOffset? Instant(DbDataReader row, int column) => row.IsDBNull(column) ? null : Instants.FromMicroseconds(row.GetInt64(column));
}
