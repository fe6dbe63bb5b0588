using Alerts.Platform.Storage;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Alerts.Platform.Errors;

/// <summary>Makes <c>google.rpc.Status</c> of what was thrown: one ErrorInfo always, BadRequest for fields, RetryInfo where a retry helps.</summary>
public static class StatusMapping
{
    // A store that fails is probed each second; by then a repeat may help.
    private static readonly TimeSpan RetryAfterFault = TimeSpan.FromSeconds(1);

    /// <summary>The status of an exception. A fault of ours tells nothing of its inside.</summary>
    public static Google.Rpc.Status ToStatus(Exception exception) => exception switch
    {
        AlertsException refusal => Of(CodeOf(refusal.Kind), refusal.Reason, refusal.Message, refusal.Metadata, refusal.Violations, refusal.RetryAfter),
        StoreUnavailableException => Of(Code.Unavailable, ErrorReasons.StoreUnavailable, "The store cannot be used now. Nothing was stored; try again.", [], [], RetryAfterFault),
        _ => Of(Code.Internal, "INTERNAL", "A fault of the server. It has been logged.", [], [], null),
    };

    /// <summary>Whether an exception is a refusal or a known fault, which the caller is told about, and not a fault of ours, which is logged.</summary>
    public static bool IsExpected(Exception exception) => exception is AlertsException or StoreUnavailableException;

    private static Google.Rpc.Status Of(
        Code code, string reason, string message, IEnumerable<KeyValuePair<string, string>> metadata, IReadOnlyList<Alerts.Terms.FieldViolation> violations, TimeSpan? retryAfter)
    {
        var info = new ErrorInfo { Reason = reason, Domain = ErrorReasons.Domain };
        foreach ((string key, string value) in metadata)
            info.Metadata[key] = value;
        var status = new Google.Rpc.Status { Code = (int)code, Message = message, Details = { Any.Pack(info) } };
        if (violations.Count > 0)
        {
            var bad = new BadRequest();
            bad.FieldViolations.AddRange(violations.Select(v => new BadRequest.Types.FieldViolation { Field = v.Field, Description = v.Description }));
            status.Details.Add(Any.Pack(bad));
        }

        if (retryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status;
    }

    private static Code CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => Code.InvalidArgument,
        ErrorKind.NotFound => Code.NotFound,
        ErrorKind.AlreadyExists => Code.AlreadyExists,
        ErrorKind.PermissionDenied => Code.PermissionDenied,
        ErrorKind.Unauthenticated => Code.Unauthenticated,
        ErrorKind.FailedPrecondition => Code.FailedPrecondition,
        ErrorKind.OutOfRange => Code.OutOfRange,
        ErrorKind.ResourceExhausted => Code.ResourceExhausted,
        ErrorKind.Aborted => Code.Aborted,
        ErrorKind.Unimplemented => Code.Unimplemented,
        _ => Code.Unavailable,
    };
}
