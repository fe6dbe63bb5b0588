using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Client.Discovery;
using Alerts.Client.Errors;
using Alerts.Client.Streaming;
using Alerts.Feeds;
using Grpc.Core;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// Errors on standard error: plain words for people, one line of JSON for programs.
internal sealed class ErrorReport(Shell shell)
{
    public int Tell(Exception exception, CancellationToken cancellation)
    {
        Told told = Explain(exception, cancellation);
        if (shell.Json) shell.Error.WriteLine(Json(told).ToJsonString(JsonText.Options));
        else Print(told);
        return told.ExitCode;
    }

    public static JsonObject Json(AlertsError error) => Json(new Told(ExitCodes.Of(error), error.Reason, error.Message, error.Fields, error.Code));

    private static Told Explain(Exception exception, CancellationToken cancellation) => exception switch
    {
        CliException e => new Told(e.ExitCode, e.Reason, e.Message, e.Fields),
        _ when cancellation.IsCancellationRequested && exception is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } =>
            new Told(ExitCodes.Interrupted, "INTERRUPTED", "Stopped.", []),
        RpcException e => Explain(AlertsError.From(e)),
        SubscriptionException e => Explain(e.Error) with { Message = e.Message },
        ServerNotFoundException e => new Told(ExitCodes.Unreachable, "SERVER_NOT_KNOWN", e.Message, []),
        FeedFormatException e => new Told(ExitCodes.Refused, "FORMAT", e.Message, []),
        FileNotFoundException or DirectoryNotFoundException => new Told(ExitCodes.NotFound, "FILE_NOT_FOUND", exception.Message, []),
        IOException or UnauthorizedAccessException or InvalidDataException => new Told(ExitCodes.Unexpected, "FILE", exception.Message, []),
        _ => new Told(ExitCodes.Unexpected, "UNEXPECTED", $"{exception.GetType().Name}: {exception.Message}", []),
    };

    private static Told Explain(AlertsError error)
    {
        string message = error.Code switch
        {
            StatusCode.Unavailable when error.Reason.Length == 0 =>
                $"The server does not answer ({error.Message}). Is it running? 'alerts status' asks; the gRPC port is 8081 by default, not the page's 8080.",
            StatusCode.DeadlineExceeded => "The server did not answer in time. It may have done what you asked: repeat it with the same --request-id, or look.",
            StatusCode.Unauthenticated => "You are not signed in: the token is missing, wrong or has run out. " + error.Message,
            _ => error.Message,
        };
        return new Told(ExitCodes.Of(error), error.Reason, message, error.Fields, error.Code, error.RetryAfter);
    }

    private static JsonObject Json(Told told)
    {
        var error = new JsonObject { ["exitCode"] = told.ExitCode, ["reason"] = told.Reason, ["message"] = told.Message };
        if (told.Code is { } code) error["code"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString());
        if (told.RetryAfter is { } wait) error["retryAfterSeconds"] = wait.TotalSeconds;
        if (told.Fields.Count > 0)
        {
            error["fields"] = new JsonArray(
                [.. told.Fields.Select(f => new JsonObject { ["field"] = f.Field, ["description"] = f.Description })]);
        }

        return new JsonObject { ["error"] = error };
    }

    private void Print(Told told)
    {
        shell.ErrorConsole.MarkupLine($"[bold red]{SafeText.Markup(told.Message)}[/]");
        foreach (FieldError field in told.Fields)
            shell.ErrorConsole.MarkupLine($"  [red]{SafeText.Markup(field.Field)}[/]: {SafeText.Markup(field.Description)}");
        if (told.RetryAfter is { } wait) shell.ErrorConsole.MarkupLine($"  [grey]Try again in {wait.TotalSeconds:0.#} s.[/]");
    }

    private sealed record Told(
        int ExitCode, string Reason, string Message, IReadOnlyList<FieldError> Fields, StatusCode? Code = null, TimeSpan? RetryAfter = null);
}
