using System.Net;
using System.Text.RegularExpressions;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>The sign-in link and the first page, as a browser asks for them.</summary>
public sealed partial class PageTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignInLink_Opened_GivesACookieThatOpensThePage()
    {
        using HttpClient browser = server.Browser();
        using HttpResponseMessage signIn = await browser.GetAsync(new Uri($"/signin?token={server.Address.Token}", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (signIn.StatusCode, signIn.Headers.Location?.OriginalString));
        string cookie = Assert.Single(signIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(server.Address.Token, cookie);

        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());

        // Nothing inline and nothing foreign: the policy would keep it from running.
        string html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style|https?://", html);
        Assert.Contains("src=\"/app.js\"", html);
    }

    [Fact]
    public async Task SignInLink_WithAWrongToken_GivesNoCookie()
    {
        using HttpClient browser = server.Browser();
        using HttpResponseMessage answer = await browser.GetAsync(new Uri("/signin?token=wrong", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Page_WithoutSignIn_ShowsTheSignInHintOnly()
    {
        using HttpClient browser = server.Browser();
        using HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.DoesNotContain("app.js", await page.Content.ReadAsStringAsync(Cancel));
        using HttpResponseMessage script = await browser.GetAsync(new Uri("/app.js", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, script.StatusCode);
        using HttpResponseMessage icon = await browser.GetAsync(new Uri("/icon.svg", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (icon.StatusCode, icon.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Script_EveryPathThatItFetches_IsServed()
    {
        string script = await server.Http.GetStringAsync(new Uri("/app.js", UriKind.Relative), Cancel);
        string[] paths = [.. FetchedPath().Matches(script).Select(m => Placeholder().Replace(m.Value, "")).Distinct()];
        Assert.Equal(3, paths.Length);
        foreach (string path in paths)
        {
            // A limit of a list may not be left out; the script's own constant stands there.
            string asked = path.EndsWith("page_size=", StringComparison.Ordinal) ? $"{path}100" : path;
            using HttpResponseMessage response = await server.Http.GetAsync(new Uri(asked, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{asked}: {response.StatusCode}");
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [GeneratedRegex("""/v1/[^"`]+""")]
    private static partial Regex FetchedPath();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Placeholder();
}
