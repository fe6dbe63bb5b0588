using System.Buffers;
using Alerts.Gateway.Errors;
using Alerts.Platform.Setup;
using Alerts.Terms;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Rest;

/// <summary>
/// Checks a REST request against the proto of its rpc before it is transcoded, which by itself drops unknown fields and answers
/// the rest without saying where. Reads a bounded body once and hands it on from memory.
/// </summary>
internal sealed class RestCheck(RequestDelegate next)
{
    // JSON writes some characters with up to three times their bytes of UTF-8 (Arabic as \u escapes).
    private const int EscapeFactor = 3;
    private const int LargestReport = 256 << 10;
    private const int LargestText = EscapeFactor * PlatformSetup.LargestMessage;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } rest)
        {
            await next(http);
            return;
        }

        try
        {
            await CheckAsync(http, rest);
        }
        catch (AlertsException e)
        {
            await Refusal.WriteAsync(http, HttpStatusOf(e), e);
            return;
        }

        await next(http);
    }

    private static async Task CheckAsync(HttpContext http, GrpcJsonTranscodingMetadata rest)
    {
        var found = new Violations();
        MessageDescriptor type = rest.MethodDescriptor.InputType;
        QueryCheck.Check(http.Request.Query, type, rest.HttpRule, found);
        if (rest.HttpRule.Body.Length > 0)
        {
            if (!IsUtf8Json(http.Request))
                throw new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.UnsupportedBody, "The body must be application/json in UTF-8.");
            byte[] body = await ReadAsync(http, http.Request.Path == "/v1/texts" ? LargestText : LargestReport);
            bool all = rest.HttpRule.Body == "*";
            FieldDescriptor? part = all ? null : type.FindFieldByName(rest.HttpRule.Body);
            if (BodyCheck.Check(body, part?.MessageType ?? type, part?.Name ?? "", found) > PlatformSetup.LargestMessage)
                throw TooLarge(PlatformSetup.LargestMessage);
            http.Request.Body = new MemoryStream(body, writable: false);
        }

        found.ThrowIfAny();
    }

    private static async Task<byte[]> ReadAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength > limit)
            throw TooLarge(limit);
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 << 10);
        try
        {
            int read;
            while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
            {
                if (body.Length + read > limit)
                    throw TooLarge(limit);
                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return body.ToArray();
    }

    private static bool IsUtf8Json(HttpRequest request) =>
        request.HasJsonContentType() && (request.GetTypedHeaders().ContentType?.Charset.Value is not { Length: > 0 } charset
            || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static AlertsException TooLarge(int limit) =>
        new(ErrorKind.ResourceExhausted, ErrorReasons.TooLarge, $"The body is larger than allowed, which is {limit} bytes.");

    private static int HttpStatusOf(AlertsException refusal) => refusal.Reason switch
    {
        ErrorReasons.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorReasons.UnsupportedBody => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status400BadRequest,
    };
}
