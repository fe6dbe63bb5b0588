using Alerts.Platform.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using ErrorDetailsReflection = Google.Rpc.ErrorDetailsReflection;

namespace Alerts.Gateway.Errors;

/// <summary>Writes a refusal in the caller's own language: <c>google.rpc.Status</c> as JSON, or as the status of a gRPC call.</summary>
internal static class Refusal
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public static bool IsRest(HttpRequest request) => request.Path.StartsWithSegments("/v1");

    public static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) is true;

    public static Task WriteAsync(HttpContext http, int httpStatus, Exception refusal)
    {
        HttpResponse response = http.Response;
        if (IsGrpc(http.Request))
        {
            // A gRPC answer without a message: the status stands in the headers, under HTTP 200.
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = http.Request.ContentType;
            foreach ((string name, string value) in StatusOf(refusal))
                response.Headers[name] = value;
            return response.CompleteAsync();
        }

        response.StatusCode = httpStatus;
        response.ContentType = "application/json";
        return response.WriteAsync(Formatter.Format(StatusMapping.ToStatus(refusal)), http.RequestAborted);
    }

    // The status of a gRPC call as headers or trailers.
    public static IEnumerable<(string Name, string Value)> StatusOf(Exception refusal)
    {
        Google.Rpc.Status status = StatusMapping.ToStatus(refusal);
        return
        [
            ("grpc-status", status.Code.ToString()),
            ("grpc-message", Uri.EscapeDataString(status.Message)),
            ("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray())),
        ];
    }
}
