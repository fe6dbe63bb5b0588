namespace Alerts.Ingest.Incidents;

// Tells the other services of imported history, within a unit of the store.
internal interface IHistoryEvents<in TUnit>
{
    // Incidents: new or changed rows of one batch. Coverage: only behind the last batch.
    void Imported(TUnit unit, IReadOnlyList<Incident> incidents, IReadOnlyList<Coverage> coverage);
}
