namespace Alerts.Notify.Log;

// What a cursor says once opened: a point of one certain log, and what was sent without sound before it and is to be told again.
internal readonly record struct Cursor(Guid LogId, LogPoint Point, Quieted Quieted = default);
