namespace Alerts.Notify.Streaming;

// How far reports have been judged, and since when they are not. Both null: no watermark yet, and not long enough to worry.
internal readonly record struct Sight(DateTimeOffset? CompleteThrough, DateTimeOffset? BlindSince);
