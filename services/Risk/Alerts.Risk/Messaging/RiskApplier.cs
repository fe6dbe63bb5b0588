using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.V1;

namespace Alerts.Risk.Messaging;

/// <summary>Takes in what ingest recorded.</summary>
/// <param name="desk">Does the work.</param>
public sealed class RiskApplier(ThreatDesk desk) : IEventApplier
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An event that risk does not take: it goes to the dead letters.</exception>
    public void Apply(IWriteSession session, Event body)
    {
        switch (body.BodyCase)
        {
            case Event.BodyOneofCase.IncidentRecorded:
                desk.Record(session, body.IncidentRecorded);
                break;
            case Event.BodyOneofCase.HistoryRecorded:
                desk.Record(session, body.HistoryRecorded);
                break;
            case Event.BodyOneofCase.WatermarkAdvanced:
                desk.Pass(session, body.WatermarkAdvanced);
                break;
            default:
                throw new InvalidOperationException($"Risk does not take {body.BodyCase}.");
        }
    }
}
