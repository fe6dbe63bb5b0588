using Alerts.Client.Errors;

namespace Alerts.Client.Streaming;

/// <summary>A stream that must not go on by itself. The message is for people and says what to do.</summary>
public sealed class SubscriptionException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="error">What the server said.</param>
    /// <param name="inner">The exception of the call.</param>
    public SubscriptionException(AlertsError error, Exception? inner = null)
        : base(WhatToDo(error), inner) => Error = error;

    /// <summary>What the server said.</summary>
    public AlertsError Error { get; }

    /// <summary>Whether the cursor is the trouble: malformed, forged, another organisation's, or older than the log.</summary>
    /// <value>When true, start anew without it, and tell the user that alerts may be missing in between.</value>
    public bool IsCursorRefused => Error.Reason is AlertsError.CursorInvalid or AlertsError.CursorExpired;

    private static string WhatToDo(AlertsError error) => error switch
    {
        { Reason: AlertsError.CursorExpired } =>
            "The alert log no longer holds the place where you stopped: it was too long ago, or the server was restored from a backup or "
            + "set up anew. Alerts in between may be missing here. Start anew from what is active, and read the list of past alerts.",
        { Reason: AlertsError.CursorInvalid } =>
            "The server does not know this cursor: it is damaged, or belongs to another server or organisation. Start anew without it.",
        { Code: Grpc.Core.StatusCode.Unauthenticated } =>
            "You are not signed in: the token is missing, wrong or has run out. Get a new one and start again; your place in the log is kept.",
        { Code: Grpc.Core.StatusCode.PermissionDenied } => "You may not see these alerts: " + error.Message,
        _ => error.Message,
    };
}
