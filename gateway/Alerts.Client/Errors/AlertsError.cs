using Google.Rpc;
using Grpc.Core;

namespace Alerts.Client.Errors;

/// <summary>An error answer of the server in plain terms, decoded from <c>google.rpc.Status</c>.</summary>
/// <param name="Code">gRPC status code.</param>
/// <param name="Reason">Stable UPPER_SNAKE reason of <c>ErrorInfo</c>, such as CURSOR_EXPIRED; empty when the server gave none.</param>
/// <param name="Message">For people.</param>
/// <param name="Fields">What is wrong with which field, from <c>BadRequest</c>; empty when not about fields.</param>
/// <param name="Metadata">Figures of the reason by name, from <c>ErrorInfo</c>; empty when none.</param>
/// <param name="RetryAfter">How long to wait before a repeat, from <c>RetryInfo</c>; null when the server does not say.</param>
/// <remarks>Immutable and thread safe.</remarks>
public sealed record AlertsError(
    StatusCode Code,
    string Reason,
    string Message,
    IReadOnlyList<FieldError> Fields,
    IReadOnlyDictionary<string, string> Metadata,
    TimeSpan? RetryAfter)
{
    /// <summary>Reason of a cursor that is malformed, forged or another organisation's.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>Reason of a cursor to which the log does not reach back.</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>Whether the same call may succeed later without anybody changing anything.</summary>
    /// <value>True for UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNKNOWN and CANCELLED by the other side.</value>
    public bool IsTransient => Code is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted
        or StatusCode.Aborted or StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled;

    /// <summary>Decodes what a call threw.</summary>
    /// <param name="exception">The exception of a gRPC call.</param>
    /// <returns>The error; details that cannot be decoded are left out.</returns>
    public static AlertsError From(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Google.Rpc.Status? status = Details(exception);
        ErrorInfo? info = status?.GetDetail<ErrorInfo>();
        return new AlertsError(
            exception.StatusCode,
            info?.Reason ?? "",
            status?.Message is { Length: > 0 } message ? message : NetworkFault(exception) ?? exception.Status.Detail,
            [.. status?.GetDetail<BadRequest>()?.FieldViolations.Select(v => new FieldError(v.Field, v.Description)) ?? []],
            info?.Metadata ?? NoMetadata,
            status?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan());
    }

    /// <summary>Decodes an error that stands inside an answer, as in a batch.</summary>
    /// <param name="status">The status; its code must be one of gRPC's.</param>
    /// <returns>The error.</returns>
    public static AlertsError From(Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return From(status.ToRpcException());
    }

    // The transport's own words ("Error connecting to subchannel.") help nobody; the network's do ("Connection refused").
    private static string? NetworkFault(RpcException exception)
    {
        for (Exception? cause = exception.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is System.Net.Sockets.SocketException) return cause.Message + ".";
        }

        return null;
    }

    private static Google.Rpc.Status? Details(RpcException exception)
    {
        try
        {
            return exception.GetRpcStatus();
        }
        catch (Exception e) when (e is Google.Protobuf.InvalidProtocolBufferException or FormatException)
        {
            return null; // A proxy's answer, perhaps: code and text are all there is.
        }
    }
}
