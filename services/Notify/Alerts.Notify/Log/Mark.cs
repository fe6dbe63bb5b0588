namespace Alerts.Notify.Log;

// A watermark: every report accepted before CompleteThrough has its alerts at or before position Head. Sent is the sender's wall clock;
// both are null before the first one. BlindSituation is the situation of the "blind" alert that stands; null when none does.
internal sealed record Mark(DateTimeOffset? CompleteThrough, DateTimeOffset? Sent, long Head, string? BlindSituation)
{
    public static Mark None { get; } = new(null, null, 0, null);
}
