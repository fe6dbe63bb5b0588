using Alerts.Gateway.Errors;
using Alerts.Gateway.Page;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Terms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Alerts.Gateway.Access;

/// <summary>
/// Finds out who calls and tells the services by the internal token; nothing that comes from outside may bring one along.
/// Lets nobody else through but to the endpoints that are open to all.
/// </summary>
internal sealed class Admission(RequestDelegate next, Callers callers, OpenCalls calls, InternalTokens tokens)
{
    public async Task InvokeAsync(HttpContext http)
    {
        http.Request.Headers.Remove(InternalTokens.Header);
        string? authorization = http.Request.Headers.Authorization;
        // A wrong bearer token is refused even when the browser holds a good cookie: the caller meant the token.
        SignedIn? byCookie = authorization is null ? callers.ByCookie(http, http.Request.Cookies[SignInPage.CookieName(http)]) : null;
        if (byCookie is not null && !IsSafe(http.Request) && !SameOrigin.Holds(http.Request))
        {
            await Refusal.WriteAsync(http, StatusCodes.Status403Forbidden, CrossOrigin());
            return;
        }

        if ((byCookie ?? await callers.ByBearerAsync(http, BearerOf(authorization))) is { } signedIn)
        {
            http.Request.Headers.Remove(HeaderNames.Authorization);
            http.Request.Headers.Remove(HeaderNames.Cookie);
            http.Request.Headers[InternalTokens.Header] = tokens.Mint(signedIn.Caller);
            http.Features.Set(signedIn);
            using (calls.Open(http, signedIn))
                await next(http);
            return;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        await (IsPageView(http.Request)
            ? PageFiles.WriteAsync(http, "signin.html", StatusCodes.Status401Unauthorized)
            : Refusal.WriteAsync(http, StatusCodes.Status401Unauthorized, NotSignedIn()));
    }

    private static string? BearerOf(string? authorization)
    {
        const string Scheme = "Bearer ";
        return authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : null;
    }

    private static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsPageView(HttpRequest request) => IsSafe(request) && !Refusal.IsRest(request);

    private static AlertsException NotSignedIn() =>
        new(ErrorKind.Unauthenticated, ErrorReasons.NotSignedIn, "Sign in first: send a bearer token, or open the sign-in link that the server printed or that an administrator gave you.");

    private static AlertsException CrossOrigin() =>
        new(ErrorKind.PermissionDenied, ErrorReasons.CrossOrigin, "Another web site may not change anything here. Use this server's own page, or a bearer token.");
}
