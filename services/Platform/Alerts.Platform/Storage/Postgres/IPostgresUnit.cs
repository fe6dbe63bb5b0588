using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

internal interface IPostgresUnit
{
    // For whom it reads, as the database is told; null for the service itself.
    Scope? Viewer => null;

    // Whether the caller stopped waiting for the turn.
    bool IsGivenUp { get; }

    // Runs the work; a failure of its own is kept for later, the store's goes on.
    void Run(PostgresSession session);

    // Tells the caller, with the store's failure if there was one.
    void Complete(Exception? storeFailure);

    void GiveUp();
}
