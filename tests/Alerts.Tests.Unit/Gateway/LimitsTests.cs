using System.IO.Compression;
using System.Net;
using System.Text;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

// Sizes: 64 KiB for a report and 1 MiB for an article, from streams-and-faults.md, with room for JSON.
public class LimitsTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const int Kibi = 1024;
    private const int Mebi = 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/reports", 300 * Kibi, false)]
    [InlineData("/v1/reports", 300 * Kibi, true)]
    [InlineData("/v1/texts", 2 * Mebi, false)]
    [InlineData("/v1/texts", 5 * Mebi, true)]
    [InlineData("/v1/texts", 7 * Mebi, false)]
    public async Task Post_TooLarge_Is413InTheOneForm(string path, int characters, bool chunked)
    {
        using HttpClient client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = GatewayHost.Json($"{{\"text\":\"{new string('a', characters)}\"}}") };
        request.Headers.TransferEncodingChunked = chunked;
        HttpResponseMessage response = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var (code, reason, _) = await GatewayHost.ErrorOf(response);
        Assert.Equal((8, ErrorReasons.TooLarge), (code, reason));
    }

    [Theory]
    [InlineData("a", Mebi)]
    // Arabic beh, two bytes of UTF-8, as clients write it that keep to ASCII: six bytes of JSON.
    [InlineData("\\u0628", Mebi / 2)]
    public async Task SubmitText_LargestArticle_IsTaken(string letter, int count)
    {
        using HttpClient client = host.Client();
        string json = $"{{\"text\":\"{string.Concat(Enumerable.Repeat(letter, count))}\"}}";
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/v1/texts", GatewayHost.Json(json), Cancel)).StatusCode);
        Assert.Equal(Mebi, Encoding.UTF8.GetByteCount(host.Ingest.Text!.Text));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity, gzip")]
    public async Task Post_Compressed_Is415AndNothingIsInflated(string encoding)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(new byte[4 * Mebi], Cancel);
        using HttpClient client = host.Client();
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        HttpResponseMessage response = await client.PostAsync("/v1/reports", content, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(ErrorReasons.UnsupportedBody, (await GatewayHost.ErrorOf(response)).Reason);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/status")]
    [InlineData("/v1/nothing")]
    [InlineData("/healthz/live")]
    public async Task Get_Anything_CarriesTheSecurityHeaders(string path)
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.GetAsync(path, Cancel);
        Dictionary<string, string> headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'self'", headers["Content-Security-Policy"]);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("no-store", headers["Cache-Control"]);
        Assert.False(headers.ContainsKey("Server"));
    }
}
