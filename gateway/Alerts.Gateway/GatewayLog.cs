using Alerts.Gateway.Forwarding;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway;

internal static partial class GatewayLog
{
    [LoggerMessage(5001, LogLevel.Error, "A {Method} request failed in the front door")]
    public static partial void RequestFailed(this ILogger logger, string method, Exception exception);

    [LoggerMessage(5002, LogLevel.Warning, "A {Service} process at {Address} is lost: {State}")]
    public static partial void BackendIsLost(this ILogger logger, string service, string address, BackendState state);

    [LoggerMessage(5004, LogLevel.Warning, "Who may sign in cannot be read: what is known goes on to hold")]
    public static partial void RosterIsStale(this ILogger logger, Exception exception);

    [LoggerMessage(5005, LogLevel.Warning, "The day on which a key was last used was not kept")]
    public static partial void KeyUseNotKept(this ILogger logger, Exception exception);

    [LoggerMessage(5006, LogLevel.Warning, "The identity provider's keys cannot be had: tokens that they would prove are refused")]
    public static partial void ProviderIsAway(this ILogger logger, Exception? exception);

    [LoggerMessage(5003, LogLevel.Information, "A {Service} process at {Address} answers again")]
    public static partial void BackendIsBack(this ILogger logger, string service, string address);
}
