namespace Alerts.Gateway.Errors;

/// <summary>Reasons of refusals that only the front door gives; they travel like those of <see cref="Alerts.Terms.ErrorReasons"/>.</summary>
public static class GatewayReasons
{
    /// <summary>Nothing is served under this path.</summary>
    public const string NoSuchPath = "NO_SUCH_PATH";

    /// <summary>The path exists, and not with this HTTP method.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The body is compressed, or not JSON in UTF-8.</summary>
    public const string UnsupportedBody = "UNSUPPORTED_BODY";

    /// <summary>The request names a host that this server does not answer to.</summary>
    public const string HostNotAllowed = "HOST_NOT_ALLOWED";

    /// <summary>A page of another origin tried to change something with the cookie of a signed-in user.</summary>
    public const string CrossOrigin = "CROSS_ORIGIN";

    /// <summary>The request breaks HTTP itself or one of the server's limits.</summary>
    public const string BadRequest = "BAD_REQUEST";
}
