using System.Data.Common;

namespace Alerts.Platform.Storage;

/// <summary>Reads from one consistent state of a store. Belongs to the delegate that got it; not thread safe.</summary>
/// <remarks>
/// SQL is prepared once per connection and text. Parameters are <c>$1</c>, <c>$2</c> …; their values are long, int, bool, double, string,
/// byte[] or null. The text must be valid in SQLite and PostgreSQL alike. Instants are stored as Unix microseconds (<see cref="Instants"/>).
/// </remarks>
public interface IReadSession
{
    /// <summary>Runs a query and maps every row.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="map">Maps the current row; must not keep the reader.</param>
    /// <param name="arguments">Values of <c>$1</c> and so on.</param>
    /// <returns>The rows in order; empty when there are none.</returns>
    IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments);

    /// <summary>Runs a query and maps its first row.</summary>
    /// <returns>The mapped row, or the default value of <typeparamref name="T"/> when there is none.</returns>
    T? QueryFirst<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments);

    /// <summary>Runs a query and shows its rows one after the other, without making objects of their values: for those who read much.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="see">Sees a row; false: that was enough. Must not use the session.</param>
    /// <param name="arguments">Values of <c>$1</c> and so on.</param>
    void Scan(string sql, Func<RawRow, bool> see, params ReadOnlySpan<object?> arguments)
    {
        bool isEnough = false;
        Query(sql, row => isEnough = isEnough || !see(new ProviderRow(row)), arguments);
    }

    /// <summary>Asks a query whose rows are needed later only: it may travel with the next statement that is waited for, which saves a round trip.</summary>
    /// <remarks>
    /// It sees what was written before it was asked, and nothing that is written later. Its failure may come out of a later statement, as with
    /// <see cref="IWriteSession.Defer"/>.
    /// </remarks>
    /// <returns>The rows, once they are looked at.</returns>
    Asked<T> Ask<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments) => new(Query(sql, map, arguments));

    /// <summary>Number of the store's newest commit that is seen here (<see cref="WriterTurn.Epoch"/>). Default: that of a store that only this process writes to.</summary>
    long Epoch => 0;
}
