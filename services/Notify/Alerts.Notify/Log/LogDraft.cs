using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// What is to become a row of the log.
internal sealed record LogDraft(
    string AlertId,
    Scope Scope,
    string Situation,
    long SituationRevision,
    Reach Reach,
    IReadOnlyList<string> OverlaidIn,
    ReadOnlyMemory<byte> Body);
