using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Limits;

/// <summary>Tells browsers what no page of ours needs: foreign or inline code, frames, guessed types, a trace of where the user came from.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        // Another port of this machine is "same site" to a browser; these keep it out as well.
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Whoever came by TLS once comes by TLS from then on.
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Reports and alerts must not lie in a browser's cache on a stolen laptop.
        headers.CacheControl = "no-store";
        return next(http);
    }
}
