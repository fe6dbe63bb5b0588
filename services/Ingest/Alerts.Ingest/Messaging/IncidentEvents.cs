using Alerts.Ingest.Incidents;
using Alerts.Ingest.Wire;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Messaging;

// Tells the other services what changed, through the outbox, in the unit of the change. Thread safe.
internal sealed class IncidentEvents([FromKeyedServices(IngestSetup.StoreName)] IOutbox outbox, TimeProvider time) : IHistoryEvents<IWriteSession>
{
    public void Recorded(IWriteSession session, IncidentChange change, string traceparent)
    {
        var body = new IncidentRecorded { Incident = IncidentWire.Wire(change.Incident), Tlp = (V1.TlpLabel)change.Incident.Tlp };
        body.Absorbed.AddRange(change.Absorbed);
        body.OverlaidIn.AddRange(change.OverlaidIn.Select(s => s.Value));
        outbox.Add(session, new Event { Scope = change.Incident.Scope.Value, Traceparent = traceparent, IncidentRecorded = body });
    }

    public IHistoryNews<IWriteSession> Begin(Scope organisation) => new HistoryNews(outbox, organisation);

    public void Covered(IWriteSession unit, IReadOnlyList<Incidents.Coverage> coverage)
    {
        var body = new HistoryRecorded();
        body.Coverage.AddRange(coverage.Select(c => new CountryCoverage
        {
            CountryCode = c.CountryCode,
            From = c.From.ToString("yyyy-MM-dd"),
            Through = c.Through.ToString("yyyy-MM-dd"),
        }));
        outbox.Add(unit, new Event { Scope = Scope.Shared.Value, HistoryRecorded = body });
    }

    // Complete through: an instant of the domain's time before which everything accepted has been folded.
    public void Watermark(IWriteSession session, DateTimeOffset completeThrough) => outbox.Add(session, new Event
    {
        Scope = Scope.Shared.Value,
        WatermarkAdvanced = new WatermarkAdvanced
        {
            CompleteThroughTime = completeThrough.ToTimestamp(),
            SentTime = time.GetUtcNow().ToTimestamp(),
        },
    });
}
