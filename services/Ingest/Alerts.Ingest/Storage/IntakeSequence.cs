using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// Numbers what comes in. Whoever changes the row holds it until the commit, so numbers are dense and in the order of commits.
internal static class IntakeSequence
{
    // Holds the row: nobody else takes in anything until the commit. Returns the last number.
    public const string Fence = "UPDATE intake_head SET head = head WHERE id = 1 RETURNING head";

    // The last of n new numbers.
    public static long Take(IWriteSession session, int n) =>
        session.QueryFirst("UPDATE intake_head SET head = head + $1 WHERE id = 1 RETURNING head", r => r.GetInt64(0), (long)n);

    public static Asked<long> Hold(IWriteSession session) => session.Ask(Fence, r => r.GetInt64(0));

    // Behind the fence, moves on to a number.
    public static void Advance(IWriteSession session, long head) => session.Defer("UPDATE intake_head SET head = $1 WHERE id = 1", head);

    public static long Head(IReadSession session) => AskHead(session).Rows[0];

    public static Asked<long> AskHead(IReadSession session) => session.Ask("SELECT head FROM intake_head WHERE id = 1", r => r.GetInt64(0));
}
