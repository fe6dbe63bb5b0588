using Alerts.Terms;
using Grpc.Core;

namespace Alerts.Platform.Access;

/// <summary>How a gRPC service learns who calls.</summary>
public static class CallerExtensions
{
    internal const string ItemKey = "alerts.principal";

    /// <summary>The caller that <see cref="PrincipalInterceptor"/> has verified.</summary>
    /// <exception cref="AlertsException">Unauthenticated, when there is none.</exception>
    public static Principal GetPrincipal(this ServerCallContext context) =>
        context.GetHttpContext().Items.TryGetValue(ItemKey, out object? value) && value is Principal principal
            ? principal
            : throw new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.NotSignedIn, "Sign in first: send a bearer token.");
}
