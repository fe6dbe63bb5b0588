using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// Numbers what comes in. The update holds the row until the commit, so numbers are dense and in the order of commits.
internal static class IntakeSequence
{
    // The last of n new numbers.
    public static long Take(IWriteSession session, int n) =>
        session.QueryFirst("UPDATE intake_head SET head = head + $1 WHERE id = 1 RETURNING head", r => r.GetInt64(0), (long)n);

    public static long Head(IReadSession session) => session.QueryFirst("SELECT head FROM intake_head WHERE id = 1", r => r.GetInt64(0));
}
