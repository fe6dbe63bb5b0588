using Alerts.Gateway.Errors;
using Alerts.Gateway.Grpc;
using Alerts.Gateway.Page;
using Alerts.Gateway.People;
using Alerts.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Gateway.Access;

/// <summary>
/// The two sign-in links, which become a cookie that scripts cannot read and other sites cannot send: that of the machine's token at once, an
/// invitation after a press of a button, since chat programs open links to show what is behind them and an invitation is good once.
/// </summary>
internal static class SignInPage
{
    public const string Path = "/signin";
    public const string InvitationField = "invitation";

    private const string TokenField = "token";
    private const string Placeholder = "{invitation}";
    private const string InvitedPage = "invited.html";
    private const string HintPage = "signin.html";

    // One field; anybody may send it.
    private const long LargestForm = 4 << 10;

    // An officer who restarts the browser at night must not have to look for the link.
    private static readonly TimeSpan CookieAge = TimeSpan.FromDays(30);

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, SignInAsync).AllowAnonymous();
        app.MapPost(Path, AcceptAsync).AllowAnonymous().DisableAntiforgery();
    }

    // Cookies are shared by all ports of a machine; with the port in its name, two servers do not sign each other's users out.
    public static string CookieName(HttpContext http) => $"alerts-{http.Connection.LocalPort}";

    private static Task SignInAsync(HttpContext http, NewcomerToken newcomer, Callers callers)
    {
        string? invitation = http.Request.Query[InvitationField];
        if (callers.ByInvitation(invitation) is not null)
            return AskAsync(http, invitation!);
        if (callers.ByMachineToken(http, http.Request.Query[TokenField]) is null)
            return PageFiles.WriteAsync(http, HintPage, StatusCodes.Status401Unauthorized);
        Keep(http, newcomer.CookieValue, CookieAge);
        return Task.CompletedTask;
    }

    private static async Task AcceptAsync(HttpContext http, Callers callers, Enrolment enrolment)
    {
        if (!SameOrigin.Holds(http.Request))
        {
            await Refusal.WriteAsync(http, StatusCodes.Status403Forbidden, new AlertsException(ErrorKind.PermissionDenied, ErrorReasons.CrossOrigin, "Another web site may not sign anybody in here."));
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestForm;
        string? invitation = http.Request.HasFormContentType ? (string?)(await http.Request.ReadFormAsync(http.RequestAborted))[InvitationField] : null;
        if (callers.ByInvitation(invitation) is not { } invited)
        {
            await PageFiles.WriteAsync(http, HintPage, StatusCodes.Status401Unauthorized);
            return;
        }

        try
        {
            (SignInKey key, string secret) = await enrolment.AcceptAsync(invited, KeyKind.Browser, BrowserLabel.Of(http.Request.Headers.UserAgent), http.RequestAborted);
            Keep(http, secret, key.Expires - key.Created ?? CookieAge);
        }
        catch (AlertsException e) when (e.Kind == ErrorKind.Unauthenticated)
        {
            await PageFiles.WriteAsync(http, HintPage, StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task AskAsync(HttpContext http, string invitation)
    {
        using var reader = new StreamReader(typeof(SignInPage).Assembly.GetManifestResourceStream(InvitedPage) ?? throw new FileNotFoundException(InvitedPage));
        http.Response.ContentType = "text/html; charset=utf-8";
        // An invitation is a prefix and base64url, which need no escaping.
        await http.Response.WriteAsync((await reader.ReadToEndAsync(http.RequestAborted)).Replace(Placeholder, invitation, StringComparison.Ordinal), http.RequestAborted);
    }

    private static void Keep(HttpContext http, string secret, TimeSpan age)
    {
        http.Response.Cookies.Append(CookieName(http), secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = age,
        });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/";
    }
}
