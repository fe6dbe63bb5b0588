using Alerts.Gateway.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Gateway.Access;

/// <summary>The sign-in link: turns the token into a cookie that scripts cannot read and other sites cannot send.</summary>
internal static class SignInPage
{
    public const string Path = "/signin";

    // An officer who restarts the browser at night must not have to look for the link.
    private static readonly TimeSpan CookieAge = TimeSpan.FromDays(30);

    public static void MapSignIn(this IEndpointRouteBuilder app) => app.MapGet(Path, SignInAsync).AllowAnonymous();

    // Cookies are shared by all ports of a machine; with the port in its name, two servers do not sign each other's users out.
    public static string CookieName(HttpContext http) => $"alerts-{http.Connection.LocalPort}";

    private static Task SignInAsync(HttpContext http, NewcomerToken newcomer)
    {
        if (!newcomer.Matches(http.Request.Query["token"]))
            return PageFiles.WriteAsync(http, "signin.html", StatusCodes.Status401Unauthorized);
        http.Response.Cookies.Append(CookieName(http), newcomer.CookieValue, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = CookieAge,
        });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/";
        return Task.CompletedTask;
    }
}
