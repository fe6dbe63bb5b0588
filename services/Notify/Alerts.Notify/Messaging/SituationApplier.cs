using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Notify.Wire;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify.Messaging;

// What notify does with an event of risk. Refuses (poison) what it cannot attribute to a situation and a scope.
internal sealed class SituationApplier(
    AlertIssuer issuer, BlindAlerts blind, OpenLogUnit open, Watermark watermark, TimeProvider time, ILogger<SituationApplier> logger) : IEventApplier
{
    public void Apply(IWriteSession session, V1.Event body) => Begin(session, [body])(body);

    public Action<V1.Event> Begin(IWriteSession session, IReadOnlyList<V1.Event> events)
    {
        ILogUnit unit = open(session);
        unit.Expect(
            [.. events.Select(e => e.SituationAssessed).OfType<V1.SituationAssessed>().Where(a => a.Scope.Length > 0).Select(a => (new Scope(a.Scope), a.Situation)).Distinct()],
            mark: events.Any(e => e.WatermarkAdvanced is not null));
        return body =>
        {
            switch (body.BodyCase)
            {
                case V1.Event.BodyOneofCase.SituationAssessed:
                    Apply(session, unit, body.Scope, body.SituationAssessed);
                    break;
                case V1.Event.BodyOneofCase.WatermarkAdvanced:
                    Apply(session, unit, body.WatermarkAdvanced);
                    break;
                default:
                    throw new InvalidDataException($"Events of kind {body.BodyCase} are not for this consumer.");
            }
        };
    }

    private void Apply(IWriteSession session, ILogUnit unit, string eventScope, V1.SituationAssessed assessed)
    {
        if (assessed.Alert is null || assessed.Scope.Length == 0 || assessed.Revision < 1
            || !assessed.Situation.StartsWith(Names.Situations, StringComparison.Ordinal))
            throw new InvalidDataException("The assessment lacks its alert, scope, revision or situation.");
        if (eventScope.Length > 0 && eventScope != assessed.Scope)
            throw new InvalidDataException("The assessment is of another scope than its event.");
        IssueOutcome outcome = issuer.Issue(
            session, unit, new Scope(assessed.Scope), assessed.Situation, assessed.Revision, assessed.Alert, [.. assessed.OverlaidIn]);
        NotifyLog.Assessed(logger, assessed.Situation, assessed.Revision, outcome);
    }

    private void Apply(IWriteSession session, ILogUnit unit, V1.WatermarkAdvanced advanced)
    {
        if (advanced.CompleteThroughTime is null || advanced.SentTime is null)
            throw new InvalidDataException("The watermark lacks a time.");
        Mark stored = unit.ReadMark();
        var sent = advanced.SentTime.ToDateTimeOffset();
        if (sent <= stored.Sent)
            return;
        string? standing = stored.BlindSituation;
        if (standing is not null && Watermark.IsFresh(sent, time.GetUtcNow()))
        {
            blind.Recovered(session, unit, standing);
            standing = null;
        }

        var mark = new Mark(advanced.CompleteThroughTime.ToDateTimeOffset(), sent, unit.ReadHead(), standing);
        unit.SaveMark(mark);
        session.AfterCommit(() => watermark.Advance(mark));
    }
}
