using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Errors;

internal static partial class ErrorLog
{
    [LoggerMessage(1101, LogLevel.Error, "{Method} failed")]
    public static partial void RpcFailed(this ILogger logger, string method, Exception exception);
}
