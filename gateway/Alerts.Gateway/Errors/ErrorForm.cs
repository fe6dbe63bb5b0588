using Alerts.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway.Errors;

/// <summary>Gives every error that nobody else has put into words the one form of <see cref="Refusal"/>.</summary>
internal sealed class ErrorForm(RequestDelegate next, ILogger<ErrorForm> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Refusal.WriteAsync(http, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.TooLarge, "The request is larger than allowed.")
                : new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.BadRequest, "The request cannot be read as HTTP."));
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            logger.RequestFailed(http.Request.Method, e);
            await Refusal.WriteAsync(http, StatusCodes.Status500InternalServerError, e);
            return;
        }

        if (!http.Response.HasStarted && http.Response.ContentType is null && !Refusal.IsGrpc(http.Request) && InWords(http.Response.StatusCode) is { } refusal)
            await Refusal.WriteAsync(http, http.Response.StatusCode, refusal);
    }

    private static AlertsException? InWords(int status) => status switch
    {
        StatusCodes.Status404NotFound => new AlertsException(ErrorKind.NotFound, ErrorReasons.NoSuchPath, "Nothing is served under this path."),
        StatusCodes.Status405MethodNotAllowed => new AlertsException(
            ErrorKind.InvalidArgument, ErrorReasons.MethodNotAllowed, "This path is not served with this HTTP method; the header Allow says which are."),
        StatusCodes.Status415UnsupportedMediaType => new AlertsException(
            ErrorKind.InvalidArgument, ErrorReasons.UnsupportedBody, "The body must be application/json in UTF-8."),
        _ => null,
    };
}
