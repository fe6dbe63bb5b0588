using Alerts.Notify.Messaging;
using Microsoft.Extensions.Logging;

namespace Alerts.Notify;

internal static partial class NotifyLog
{
    [LoggerMessage(4001, LogLevel.Debug, "{Situation} assessment {Revision}: {Outcome}", EventName = "Assessed")]
    public static partial void Assessed(ILogger logger, string situation, long revision, IssueOutcome outcome);

    [LoggerMessage(4002, LogLevel.Warning, "The alert log could not be read; trying again within a second", EventName = "TailFailed")]
    public static partial void TailFailed(ILogger logger, Exception failure);

    [LoggerMessage(4003, LogLevel.Error, "No fresh watermark for more than a minute: reports are not being judged", EventName = "Blind")]
    public static partial void Blind(ILogger logger);

    [LoggerMessage(4004, LogLevel.Warning, "The state of the watermark could not be stored; trying again", EventName = "BlindWatchFailed")]
    public static partial void BlindWatchFailed(ILogger logger, Exception failure);

    [LoggerMessage(4005, LogLevel.Information, "Removed {Count} alerts older than {Days} days", EventName = "Pruned")]
    public static partial void Pruned(ILogger logger, int count, int days);

    [LoggerMessage(4006, LogLevel.Warning, "Old alerts could not be removed; trying again tomorrow", EventName = "PruneFailed")]
    public static partial void PruneFailed(ILogger logger, Exception failure);

    [LoggerMessage(4007, LogLevel.Information, "A stream took nothing for {Seconds} s and was cut", EventName = "StreamCut")]
    public static partial void StreamCut(ILogger logger, int seconds);

    [LoggerMessage(4008, LogLevel.Warning, "Changes of watches could not be read; trying again within a second", EventName = "WatchesNotRead")]
    public static partial void WatchesNotRead(ILogger logger, Exception failure);
}
