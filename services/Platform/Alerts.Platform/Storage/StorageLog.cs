using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(1201, LogLevel.Warning, "Old rows of {Service} could not be removed; the next hour tries again")]
    public static partial void PruneFailed(this ILogger logger, string service, Exception exception);
}
