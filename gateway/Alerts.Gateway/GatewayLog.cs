using Microsoft.Extensions.Logging;

namespace Alerts.Gateway;

internal static partial class GatewayLog
{
    [LoggerMessage(5001, LogLevel.Error, "A {Method} request failed in the front door")]
    public static partial void RequestFailed(this ILogger logger, string method, Exception exception);
}
