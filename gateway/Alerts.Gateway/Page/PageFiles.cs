using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Gateway.Page;

/// <summary>Serves the dashboard and the sign-in hint from within the assembly.</summary>
internal static class PageFiles
{
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        foreach (DashboardFile file in DashboardFile.All())
        {
            IEndpointConventionBuilder served = app.MapMethods(file.Path, [HttpMethods.Get, HttpMethods.Head], file.WriteAsync);
            // What is asked for without a cookie, by a manifest or a service worker, must not end at the sign-in hint; it is the same for all.
            if (!file.IsPage)
                served.AllowAnonymous();
        }
        // The sign-in hint needs it, and it tells nothing.
        app.MapGet("/style.css", http => WriteAsync(http, "style.css", StatusCodes.Status200OK)).AllowAnonymous();
    }

    public static async Task WriteAsync(HttpContext http, string name, int status)
    {
        await using Stream file = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        http.Response.StatusCode = status;
        http.Response.ContentType = Path.GetExtension(name) == ".css" ? "text/css; charset=utf-8" : "text/html; charset=utf-8";
        http.Response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
