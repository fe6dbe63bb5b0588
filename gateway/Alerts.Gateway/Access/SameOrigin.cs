using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Access;

/// <summary>Tells requests of the server's own page from those of other sites, other ports of this machine included.</summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        // Browsers set this header themselves; a page cannot forge it. "none": typed or opened by the user.
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not null)
            return site is "same-origin" or "none";
        string? origin = request.Headers.Origin;
        return origin is not null && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
