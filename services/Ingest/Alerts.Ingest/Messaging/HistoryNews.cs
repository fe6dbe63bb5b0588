using Alerts.Ingest.Incidents;
using Alerts.Ingest.Wire;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Alerts.V1;
using Incident = Alerts.Ingest.Incidents.Incident;

namespace Alerts.Ingest.Messaging;

// One event for a whole batch, with what a forecast may need of each row.
internal sealed class HistoryNews(IOutbox outbox, Scope organisation) : IHistoryNews<IWriteSession>
{
    private readonly List<HistoricIncident> _rows = [];

    public void Add(Incident incident) => _rows.Add(HistoryWire.Wire(incident));

    public void Tell(IWriteSession unit, IReadOnlyList<(int Position, long Revision)> changed)
    {
        var body = new HistoryRecorded { Organisation = organisation.Value };
        foreach ((int position, long revision) in changed)
        {
            _rows[position].Revision = revision;
            body.Rows.Add(_rows[position]);
        }

        outbox.Add(unit, new Event { Scope = Scope.Shared.Value, HistoryRecorded = body });
    }
}
