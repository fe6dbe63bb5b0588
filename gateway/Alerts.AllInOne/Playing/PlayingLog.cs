using Microsoft.Extensions.Logging;

namespace Alerts.AllInOne.Playing;

internal static partial class PlayingLog
{
    [LoggerMessage(6001, LogLevel.Error, "The scenario {Scenario} stopped; start again to go on")]
    public static partial void PlayFailed(this ILogger logger, string scenario, Exception exception);
}
