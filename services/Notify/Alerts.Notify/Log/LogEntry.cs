using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// One row of the log, immutable. Body is the alert, encoded once; nobody may change its bytes.
internal sealed record LogEntry(
    LogPoint Point,
    string AlertId,
    Scope Scope,
    Reach Reach,
    IReadOnlyList<string> OverlaidIn,
    ReadOnlyMemory<byte> Body)
{
    public long Position => Point.Position;

    // An organisation sees what is shared unless its own overlay stands in for it, and what is its own.
    public bool IsVisibleTo(Scope organisation) =>
        (Scope.IsShared || Scope == organisation) && !OverlaidIn.Contains(organisation.Value);
}
