using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(1201, LogLevel.Warning, "Old rows of {Service} could not be removed; the next hour tries again")]
    public static partial void PruneFailed(this ILogger logger, string service, Exception exception);

    [LoggerMessage(1202, LogLevel.Warning, "The store {Service} lost its database; callers are told to repeat until it is back")]
    public static partial void StoreAway(this ILogger logger, string service, Exception exception);

    [LoggerMessage(1203, LogLevel.Warning, "The store {Service} has its database back")]
    public static partial void StoreBack(this ILogger logger, string service);
}
