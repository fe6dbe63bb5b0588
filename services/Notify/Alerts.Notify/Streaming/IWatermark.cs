namespace Alerts.Notify.Streaming;

/// <summary>How far this service sees: what status pages and health checks ask. Thread safe.</summary>
public interface IWatermark
{
    /// <summary>Every report accepted before this instant, in the domain's time, has been judged and its alerts are in the log. Null before the first watermark.</summary>
    DateTimeOffset? CompleteThrough { get; }

    /// <summary>
    /// Since when, in the domain's time, silence proves nothing, because the path from report to alert has not moved for more than 60 s of
    /// wall time. Null while it moves, and in the first 60 s of a process that has not seen a watermark yet.
    /// </summary>
    DateTimeOffset? BlindSince { get; }

    /// <summary>Wall time since this process last knew that it shows everything the log holds; grows when the store does not answer.</summary>
    TimeSpan HeadAge { get; }
}
