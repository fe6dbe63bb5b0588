using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Tells the other services of imported history, within a unit of the store.
internal interface IHistoryEvents<in TUnit>
{
    // Makes, apart from any unit, what will be told of a batch. What is returned tells, within a unit, of those that are new or changed, each by its position and its revision.
    Action<TUnit, IReadOnlyList<(int Position, long Revision)>> Prepare(Scope organisation, IReadOnlyList<Incident> incidents);

    // Behind the last batch of a file.
    void Covered(TUnit unit, IReadOnlyList<Coverage> coverage);
}
