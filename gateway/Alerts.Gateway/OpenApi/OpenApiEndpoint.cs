using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Alerts.Gateway.OpenApi;

// Serves the description of the REST form. Open to all: it tells what the public protos tell, and tools fetch it before they have a token.
internal static class OpenApiEndpoint
{
    public const string Path = "/openapi.json";

    private static readonly Lazy<Task<byte[]>> Document = new(MakeAsync);

    public static void MapOpenApi(this IEndpointRouteBuilder app) => app.MapGet(Path, WriteAsync).AllowAnonymous();

    private static async Task WriteAsync(HttpContext http)
    {
        byte[] document = await Document.Value;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = document.Length;
        await http.Response.Body.WriteAsync(document, http.RequestAborted);
    }

    private static async Task<byte[]> MakeAsync()
    {
        using var buffer = new MemoryStream();
        await ApiDocument.Make().SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return buffer.ToArray();
    }
}
