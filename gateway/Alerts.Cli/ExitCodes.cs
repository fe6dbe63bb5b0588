using Alerts.Client.Errors;
using Grpc.Core;

namespace Alerts.Cli;

/// <summary>What the process answers to whoever started it. Numbers never change meaning.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Something that nobody foresaw; standard error says what.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line is not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The input was refused, by the program or by the server; nothing was stored.</summary>
    public const int Refused = 3;

    /// <summary>There is no such report, incident, alert, place or file.</summary>
    public const int NotFound = 4;

    /// <summary>The server is not known, does not answer, or does not answer in time.</summary>
    public const int Unreachable = 5;

    /// <summary>The server answers and says that it is unhealthy or blind.</summary>
    public const int Unhealthy = 6;

    /// <summary>Not signed in, or not allowed.</summary>
    public const int NotSignedIn = 7;

    /// <summary>In conflict with what is stored: another body under the same request id, or somebody was faster.</summary>
    public const int Conflict = 8;

    /// <summary>The server takes no more for now; try again later.</summary>
    public const int Busy = 9;

    /// <summary>Stopped by Ctrl-C or SIGTERM (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;

    /// <summary>The code for an error answer of the server.</summary>
    public static int Of(AlertsError error) => error.Code switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange or StatusCode.FailedPrecondition => Refused,
        StatusCode.NotFound => NotFound,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Unreachable,
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => NotSignedIn,
        StatusCode.AlreadyExists or StatusCode.Aborted => Conflict,
        StatusCode.ResourceExhausted => Busy,
        StatusCode.Cancelled => Interrupted,
        _ => Unexpected,
    };
}
