using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging;

internal static partial class MessagingLog
{
    [LoggerMessage(1001, LogLevel.Warning, "Events of {Service} could not be published and will be tried again in a second")]
    public static partial void PublishFailed(this ILogger logger, string service, Exception exception);

    [LoggerMessage(1002, LogLevel.Error, "Event {EventId} went to the dead letters of {Consumer}: {Reason}")]
    public static partial void DeadLetter(this ILogger logger, string eventId, string consumer, string reason);
}
