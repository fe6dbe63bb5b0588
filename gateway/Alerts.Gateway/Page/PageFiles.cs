using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Gateway.Page;

/// <summary>Serves the page's few files from within the assembly.</summary>
internal static class PageFiles
{
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", http => WriteAsync(http, "index.html", StatusCodes.Status200OK));
        app.MapGet("/app.js", http => WriteAsync(http, "app.js", StatusCodes.Status200OK));
        // The sign-in hint needs these, and they tell nothing.
        app.MapGet("/style.css", http => WriteAsync(http, "style.css", StatusCodes.Status200OK)).AllowAnonymous();
        app.MapGet("/icon.svg", http => WriteAsync(http, "icon.svg", StatusCodes.Status200OK)).AllowAnonymous();
    }

    public static async Task WriteAsync(HttpContext http, string name, int status)
    {
        await using Stream file = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        http.Response.StatusCode = status;
        http.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        http.Response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
