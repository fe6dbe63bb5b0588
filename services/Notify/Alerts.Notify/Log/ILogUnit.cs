using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// Writes to the log within one unit that is stored as a whole or not at all. It remembers what it has read, so a unit has one at a time.
// Not thread safe.
internal interface ILogUnit
{
    // Asks at once for what will be needed: the newest position, these threads, and the mark if it is.
    void Expect(IReadOnlyCollection<(Scope Scope, string Situation)> threads, bool mark);

    SituationThread? Find(Scope scope, string situation);

    // Takes the next position. Positions are dense and in commit order, since a unit that fails gives its position back.
    LogEntry Append(LogDraft draft);

    void Save(SituationThread thread);

    // The newest position.
    long ReadHead();

    // Newest watermark that is stored.
    Mark ReadMark();

    void SaveMark(Mark mark);
}
