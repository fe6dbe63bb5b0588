using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// Writes to the log within one unit that is stored as a whole or not at all. Not thread safe.
internal interface ILogUnit
{
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
