namespace Alerts.Notify.Log;

// What a cursor says once opened: a point of one certain log.
internal readonly record struct Cursor(Guid LogId, LogPoint Point);
