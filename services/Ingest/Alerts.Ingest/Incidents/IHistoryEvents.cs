using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Tells the other services of imported history, within a unit of the store.
internal interface IHistoryEvents<in TUnit>
{
    // What will be told of a batch; made apart from any unit.
    IHistoryNews<TUnit> Begin(Scope organisation);

    // Behind the last batch of a file.
    void Covered(TUnit unit, IReadOnlyList<Coverage> coverage);
}
