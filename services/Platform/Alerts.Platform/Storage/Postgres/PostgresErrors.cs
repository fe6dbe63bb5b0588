using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// Whose failure an error is: of the one item whose statement it was, or of the store. Codes: PostgreSQL 15, appendix A.
internal static class PostgresErrors
{
    // Whole classes that speak of one statement or its values: cardinality, data, integrity, dependent objects, syntax, check option,
    // RAISE, limits of one row.
    private static readonly HashSet<string> ClassesOfTheItem = ["20", "21", "22", "23", "2B", "42", "44", "P0", "54"];

    // Within class 42 these speak of rights, and of tables, columns, functions and types that are not there, as after a migration under a
    // running process: nothing that another item would get round.
    private static readonly HashSet<string> OfTheStore = ["42501", "42P01", "42703", "42883", "42704"];

    public static bool IsOfTheItem(PostgresException e) => ClassesOfTheItem.Contains(e.SqlState[..2]) && !OfTheStore.Contains(e.SqlState);

    public static StoreUnavailableException Unavailable(string store, Exception e) => e as StoreUnavailableException ?? new($"The store {store} fails: {e.Message}", e);
}
