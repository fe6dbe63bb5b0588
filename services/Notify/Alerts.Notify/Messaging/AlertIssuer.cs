using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Wire;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Terms;
using Google.Protobuf;

namespace Alerts.Notify.Messaging;

// Turns an assessment into a row of the log, within the caller's unit. Idempotent by (scope, situation, assessment revision).
internal sealed class AlertIssuer(AlertReach reach, TailPump tail, DomainClock clock)
{
    public IssueOutcome Issue(
        IWriteSession session, ILogUnit unit, Scope scope, string situation, long assessedRevision, V1.Alert draft, IReadOnlyList<string> overlaidIn)
    {
        SituationThread thread = unit.Find(scope, situation)
            ?? new SituationThread(scope, situation, 0, SituationState.Active, 0, null, Reach.None);
        if (assessedRevision <= thread.AssessedRevision)
            return IssueOutcome.SeenBefore;

        AlertAction proposed = AlertCompletion.Action(draft);
        SituationState state = SituationLifecycle.State(proposed, AlertCompletion.State(draft));
        SituationThread next = thread with { AssessedRevision = assessedRevision, State = state, Reach = thread.Reach.Union(reach.Of(draft)) };
        if (SituationLifecycle.Action(thread.AlertCount, thread.State, proposed) is not { } action)
        {
            unit.Save(next);
            return IssueOutcome.NobodyToTell;
        }

        long revision = thread.AlertCount + 1;
        V1.Alert alert = AlertCompletion.Complete(draft, scope, situation, revision, action, state, clock.Now);
        LogEntry entry = unit.Append(new LogDraft(
            AlertIds.Alert(scope, situation, revision), scope, situation, revision, next.Reach, overlaidIn, alert.ToByteArray()));
        unit.Save(next with { AlertCount = revision, NewestPosition = entry.Position });
        session.AfterCommit(() => tail.Offer(entry));
        return IssueOutcome.Issued;
    }
}
