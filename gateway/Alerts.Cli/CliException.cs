using Alerts.Client.Errors;

namespace Alerts.Cli;

// An end of a command that was foreseen: what to say, and with which exit code.
internal sealed class CliException(int exitCode, string reason, string message, params FieldError[] fields) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public string Reason { get; } = reason;

    public IReadOnlyList<FieldError> Fields { get; } = fields;

    public static CliException Usage(string message) => new(ExitCodes.Usage, "USAGE", message);

    public static CliException Refused(string reason, string message) => new(ExitCodes.Refused, reason, message);

    public static CliException NotFound(string reason, string message) => new(ExitCodes.NotFound, reason, message);
}
