using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging.RabbitMq;

internal static partial class RabbitMqLog
{
    [LoggerMessage(1501, LogLevel.Information, "Connected to the broker at {Address}")]
    public static partial void Connected(this ILogger logger, RabbitMqOptions address);

    [LoggerMessage(1502, LogLevel.Warning, "The broker at {Address} does not serve and is asked again each second")]
    public static partial void BrokerAway(this ILogger logger, RabbitMqOptions address, Exception exception);

    [LoggerMessage(1503, LogLevel.Warning, "The store behind {Queue} takes nothing; the pack is held and tried again each second")]
    public static partial void StoreIsAway(this ILogger logger, string queue, Exception exception);

    [LoggerMessage(1504, LogLevel.Information, "The store behind {Queue} takes packs again")]
    public static partial void StoreIsBack(this ILogger logger, string queue);

    [LoggerMessage(1505, LogLevel.Error, "A message of {Queue} cannot be read and went to {DeadLetterQueue}")]
    public static partial void Unreadable(this ILogger logger, string queue, string deadLetterQueue);
}
