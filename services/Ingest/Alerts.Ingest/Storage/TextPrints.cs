using Alerts.Ingest.Sources;
using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// Forgets the keys of text prints that nothing can be a copy of any more. Works within the unit that it is given.
internal static class TextPrints
{
    // Folding may lag, and a late report may be sent again: twice the window is kept.
    private static readonly TimeSpan Kept = 2 * OriginFinder.CopyWindow;

    // What one unit deletes at most, since intake waits for it: those of so much time.
    private static readonly TimeSpan AtOnce = TimeSpan.FromHours(6);

    // Answers how many keys were forgotten.
    public static int Prune(IWriteSession session, DateTimeOffset now)
    {
        long? oldest = session.QueryFirst<long?>("SELECT min(accept_us) FROM text_print", r => r.IsDBNull(0) ? null : r.GetInt64(0));
        long before = (now - Kept).ToMicroseconds();
        if (oldest is not { } first || first >= before)
            return 0;
        return session.Execute("DELETE FROM text_print WHERE accept_us < $1", Math.Min(before, (Instants.FromMicroseconds(first) + AtOnce).ToMicroseconds()));
    }
}
