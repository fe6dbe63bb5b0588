namespace Alerts.Gateway.OpenApi;

// The HTTP status codes of refusals, as google.rpc.Code maps to them.
internal static class ApiErrors
{
    public static readonly IReadOnlyList<(string Status, string Description)> All =
    [
        ("400", "INVALID_ARGUMENT: a field is wrong, and the violations say which; FAILED_PRECONDITION: the thing is in a state that excludes the request; OUT_OF_RANGE: the log no longer holds the cursor's position."),
        ("401", "UNAUTHENTICATED: sign in first."),
        ("403", "PERMISSION_DENIED: your role does not allow it."),
        ("404", "NOT_FOUND: it does not exist, or not for you."),
        ("409", "ALREADY_EXISTS: the request id was used with another body; ABORTED: it was changed since you read it."),
        ("413", "RESOURCE_EXHAUSTED: the body is larger than allowed."),
        ("415", "INVALID_ARGUMENT: the body is not JSON in UTF-8, or is compressed."),
        ("429", "RESOURCE_EXHAUSTED: a limit or a full queue; RetryInfo says when to come back."),
        ("500", "INTERNAL: a fault of the server, which has logged it."),
        ("503", "UNAVAILABLE: try again; RetryInfo says when. With the same request id a repeat is safe."),
    ];

    public static string NameOf(string status) => $"Error{status}";

    // Those that a request can meet.
    public static IEnumerable<string> Of(RestRoute route)
    {
        bool hasBody = route.Body.Length > 0;
        return All.Select(e => e.Status).Where(s => s switch
        {
            "404" => route.Variables.Count > 0 || hasBody,
            "409" or "413" or "415" => hasBody,
            _ => true,
        });
    }
}
