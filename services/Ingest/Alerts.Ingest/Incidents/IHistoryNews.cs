namespace Alerts.Ingest.Incidents;

// What is told of a batch of imported history. Not thread safe.
internal interface IHistoryNews<in TUnit>
{
    void Add(Incident incident);

    // Tells of those that are new or changed, each by its position among those that were added, and its revision.
    void Tell(TUnit unit, IReadOnlyList<(int Position, long Revision)> changed);
}
