using System.IO.Compression;
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
        Assert.Matches(Script(), html);
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
        Assert.DoesNotMatch(Script(), await page.Content.ReadAsStringAsync(Cancel));
        // A service worker and a manifest are asked for without a cookie; these files are the same for all and tell nothing.
        foreach ((string path, string type) in new[] { ("/icon.svg", "image/svg+xml"), ("/sw.js", "text/javascript"), ("/manifest.webmanifest", "application/manifest+json") })
        {
            using HttpResponseMessage file = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal((HttpStatusCode.OK, type), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
            Assert.True(file.Headers.CacheControl?.NoCache);
        }
    }

    [Fact]
    public async Task Script_AskedForCompressed_ComesCompressedAndIsKeptForEver()
    {
        string html = await server.Http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        string script = Script().Match(html).Groups[1].Value;
        byte[] plain = await server.Http.GetByteArrayAsync(new Uri(script, UriKind.Relative), Cancel);
        foreach (string encoding in new[] { "br", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(script, UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd($"{encoding}, identity;q=0.5");
            using HttpResponseMessage response = await server.Http.SendAsync(request, Cancel);
            Assert.Equal((encoding, "Accept-Encoding"), (Assert.Single(response.Content.Headers.ContentEncoding), Assert.Single(response.Headers.Vary)));
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
            await using Stream body = await response.Content.ReadAsStreamAsync(Cancel);
            await using Stream inflated = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            using var copy = new MemoryStream();
            await inflated.CopyToAsync(copy, Cancel);
            Assert.Equal(plain, copy.ToArray());
        }
    }

    [GeneratedRegex("src=\"(/assets/[\\w-]+\\.js)\"")]
    private static partial Regex Script();
}
