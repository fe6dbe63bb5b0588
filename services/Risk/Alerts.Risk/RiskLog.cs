using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

internal static partial class RiskLog
{
    [LoggerMessage(3001, LogLevel.Error, "Situations that are due could not be ended; the next second tries again")]
    public static partial void EndingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "What other processes wrote could not be read; the next second tries again")]
    public static partial void FollowFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3003, LogLevel.Warning, "What past forecasts had taught could not be read; it is learnt anew")]
    public static partial void LearntUnread(this ILogger logger, Exception exception);

    [LoggerMessage(3004, LogLevel.Warning, "What past forecasts have taught could not be stored; the next start learns it anew")]
    public static partial void LearntUnsaved(this ILogger logger, Exception exception);
}
