namespace Alerts.Platform.Storage;

/// <summary>Writes within one unit that is stored as a whole or not at all. Belongs to the delegate that got it; not thread safe.</summary>
public interface IWriteSession : IReadSession
{
    /// <summary>Which of the store's commits this unit is part of. Default: that of a store that only this process writes to.</summary>
    WriterTurn Turn => default;

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement; parameters as in <see cref="IReadSession"/>.</param>
    /// <param name="arguments">Values of <c>$1</c> and so on.</param>
    /// <returns>Number of rows changed.</returns>
    int Execute(string sql, params ReadOnlySpan<object?> arguments);

    /// <summary>Runs a statement whose number of changed rows nobody needs: it may travel with the next one, which saves a round trip.</summary>
    /// <remarks>
    /// It takes effect in order, before any later statement. Its failure may come out of a later statement or of the end of the unit or
    /// <see cref="Nested"/> that it is in, which it undoes as if it had been thrown here. It must not return rows.
    /// </remarks>
    /// <param name="sql">The statement; parameters as in <see cref="IReadSession"/>.</param>
    /// <param name="arguments">Values of <c>$1</c> and so on.</param>
    void Defer(string sql, params ReadOnlySpan<object?> arguments) => Execute(sql, arguments);

    /// <summary>Adds rows to a table in the fastest way that the database has: for hundreds of rows and more.</summary>
    /// <remarks>None of them may be in the table: one that is fails the unit, or the <see cref="Nested"/> that it is in. It takes effect in order, as <see cref="Execute"/>.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Of each row the values in the order of the columns; kinds as in <see cref="IReadSession"/>, and the same kind throughout a column, or null.</param>
    void InsertMany(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows);

    /// <summary>Runs an action once this unit is synced to disk, before the caller is told. Must be short and must not throw.</summary>
    void AfterCommit(Action action);

    /// <summary>Runs an action if this unit, or the commit it was part of, is undone. Must be short and must not throw.</summary>
    void AfterRollback(Action action);

    /// <summary>Runs part of the work so that it can fail alone: when it throws, what it wrote and registered is undone and the exception goes on.</summary>
    void Nested(Action work);
}
