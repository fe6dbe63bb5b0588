using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

internal static partial class RiskLog
{
    [LoggerMessage(3001, LogLevel.Error, "Situations that are due could not be ended; the next second tries again")]
    public static partial void EndingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "What other processes wrote could not be read; the next second tries again")]
    public static partial void FollowFailed(this ILogger logger, Exception exception);
}
