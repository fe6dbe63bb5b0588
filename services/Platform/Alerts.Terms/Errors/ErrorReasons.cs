namespace Alerts.Terms;

/// <summary>Stable reasons of refusals; they travel as <c>google.rpc.ErrorInfo.reason</c> under the domain <see cref="Domain"/>.</summary>
public static class ErrorReasons
{
    /// <summary>Domain of all reasons.</summary>
    public const string Domain = "alerts.v1";

    /// <summary>One or more fields are wrong; the violations say which.</summary>
    public const string InvalidField = "INVALID_FIELD";

    /// <summary>A place that the gazetteer does not know.</summary>
    public const string UnknownPlace = "UNKNOWN_PLACE";

    /// <summary>A text in a language that is not read; the message says which it seems to be and which are read.</summary>
    public const string LanguageNotRead = "LANGUAGE_NOT_READ";

    /// <summary>The resource does not exist for this caller.</summary>
    public const string NoSuchResource = "NO_SUCH_RESOURCE";

    /// <summary>The request id was used before with another body.</summary>
    public const string RequestIdReused = "REQUEST_ID_REUSED";

    /// <summary>The cursor is malformed, forged, or belongs to another organisation.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>The log does not hold the cursor's position: retention has passed it, or an older copy was restored.</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>The page token is malformed, forged, or belongs to another request.</summary>
    public const string PageTokenInvalid = "PAGE_TOKEN_INVALID";

    /// <summary>No token, or one that is not known.</summary>
    public const string NotSignedIn = "NOT_SIGNED_IN";

    /// <summary>The key that a call was made with was revoked, or what it may do was changed, while the call was open.</summary>
    public const string Revoked = "REVOKED";

    /// <summary>The key that a call was made with ran out while the call was open; sign in again and come back.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";

    /// <summary>An organisation or person of that id exists already.</summary>
    public const string NameTaken = "NAME_TAKEN";

    /// <summary>There are as many people, keys or invitations as allowed.</summary>
    public const string RosterLimit = "ROSTER_LIMIT";

    /// <summary>The caller's role does not allow the call.</summary>
    public const string RoleMissing = "ROLE_MISSING";

    /// <summary>The caller has used up one of its own limits; the answer says when a repeat helps.</summary>
    public const string CallerLimit = "CALLER_LIMIT";

    /// <summary>A queue or outbox has reached its cap.</summary>
    public const string Busy = "BUSY";

    /// <summary>The store cannot be written or read.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>The message is larger than allowed.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>The resource was changed since it was read.</summary>
    public const string EtagMismatch = "ETAG_MISMATCH";

    /// <summary>The thing is already in a state that excludes the call.</summary>
    public const string WrongState = "WRONG_STATE";

    /// <summary>An event that was set aside still cannot be handled; the message says why.</summary>
    public const string StillDead = "STILL_DEAD";

    /// <summary>A stream took nothing for 30 s and was cut; come back with the last cursor.</summary>
    public const string Slow = "SLOW";

    /// <summary>The service is stopping; come back with the last cursor.</summary>
    public const string Shutdown = "SHUTDOWN";

    /// <summary>The caller has as many watches as allowed; delete one first.</summary>
    public const string WatchLimit = "WATCH_LIMIT";

    /// <summary>The bytes of a gRPC message are no message of the call's type: cut, not protobuf, or a text that is not UTF-8.</summary>
    public const string Unreadable = "UNREADABLE";

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

    /// <summary>The service that would answer does not run, or does not answer; nothing was done, or it is not known whether: repeat with the same request id.</summary>
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";
}
