using System.Net;
using System.Net.Http.Headers;
using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

// The requests are of the design's front door: issue 2 and security.md.
public class AdmissionTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rest_WithToken_ReachesServiceAsLocalUserWithAllRoles()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json("{}"), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("local-user", host.Ingest.Caller?.Subject);
        Assert.Equal(Scope.Local, host.Ingest.Caller?.Organisation);
        Assert.Equal(Roles.Officer | Roles.Analyst | Roles.Adviser | Roles.Service | Roles.Administrator | Roles.Installation, host.Ingest.Caller?.Roles);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic bG9jYWw6bG9jYWw=")]
    public async Task Rest_WithoutGoodToken_Is401InTheOneForm(string? authorization)
    {
        using HttpClient client = host.Client(signedIn: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        HttpResponseMessage response = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        var (code, reason, _) = await GatewayHost.ErrorOf(response);
        Assert.Equal((16, ErrorReasons.NotSignedIn), (code, reason));
    }

    [Fact]
    public async Task Rest_WithInternalTokenFromOutside_Is401()
    {
        using HttpClient client = host.Client(signedIn: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
        // A token that the services themselves would accept: the right one, caught and brought back.
        request.Headers.Add(InternalTokens.Header, host.MintInternal());
        HttpResponseMessage response = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Rest_WithTokenAndForeignInternalToken_IsStillTheLocalUser()
    {
        using HttpClient client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = GatewayHost.Json("{}") };
        request.Headers.Add(InternalTokens.Header, host.MintInternal("somebody-else"));
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, Cancel)).StatusCode);
        Assert.Equal("local-user", host.Ingest.Caller?.Subject);
    }

    [Fact]
    public async Task Grpc_WithoutToken_IsUnauthenticated()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(host.Addresses.Grpc);
        RpcException e = await Assert.ThrowsAsync<RpcException>(async () =>
            await new StatusService.StatusServiceClient(channel).GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel));
        Assert.Equal(StatusCode.Unauthenticated, e.StatusCode);
        Assert.Equal(ErrorReasons.NotSignedIn, e.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task Grpc_WithToken_Answers()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(host.Addresses.Grpc);
        var headers = new Metadata { { "authorization", $"Bearer {host.Token.Value}" } };
        GetStatusResponse status = await new StatusService.StatusServiceClient(channel).GetStatusAsync(new GetStatusRequest(), headers, cancellationToken: Cancel);
        Assert.Contains("ingest", status.Parts.Select(p => p.Name));
    }

    [Fact]
    public async Task Grpc_UnknownService_IsUnimplemented()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(host.Addresses.Grpc);
        var headers = new Metadata { { "authorization", $"Bearer {host.Token.Value}" } };
        Marshaller<GetStatusRequest> request = Marshallers.Create(m => m.ToByteArray(), GetStatusRequest.Parser.ParseFrom);
        // An invented name.
        var unknown = new Method<GetStatusRequest, GetStatusRequest>(MethodType.Unary, "alerts.v1.NoSuchService", "GetStatus", request, request);
        RpcException e = await Assert.ThrowsAsync<RpcException>(async () =>
            await channel.CreateCallInvoker().AsyncUnaryCall(unknown, null, new CallOptions(headers, cancellationToken: Cancel), new GetStatusRequest()));
        Assert.Equal(StatusCode.Unimplemented, e.StatusCode);
    }

    [Fact]
    public async Task GrpcWeb_WithToken_AnswersOnTheHttpPort()
    {
        using HttpClient client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/alerts.v1.StatusService/GetStatus") { Content = new ByteArrayContent(new byte[5]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        HttpResponseMessage response = await client.SendAsync(request, Cancel);
        string text = System.Text.Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Contains("grpc-status: 0", text);
    }

    [Fact]
    public async Task Page_Anonymous_IsSignInHintWithoutSecrets()
    {
        using HttpClient client = host.Client(signedIn: false);
        HttpResponseMessage response = await client.GetAsync("/", Cancel);
        string html = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("Sign in", html);
        Assert.DoesNotContain(host.Token.Value, html);
    }

    [Fact]
    public async Task SignIn_WithToken_SetsCookieThatOpensThePage()
    {
        using HttpClient client = host.Client(signedIn: false);
        HttpResponseMessage response = await client.GetAsync(host.Addresses.SignInLink(host.Token), Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        string cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.DoesNotContain(host.Token.Value, cookie);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/", cookie)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithToken_NeverLogsIt()
    {
        await SignInAsync();
        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(host.Token.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithWrongToken_SetsNoCookie()
    {
        using HttpClient client = host.Client(signedIn: false);
        HttpResponseMessage response = await client.GetAsync("/signin?token=wrong", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookie_AsBearer_Is401()
    {
        string cookie = await SignInAsync();
        using HttpClient client = host.Client(signedIn: false);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cookie.Split('=', 2)[1].Split(';')[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/status", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "self", HttpStatusCode.OK)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "1", HttpStatusCode.Forbidden)]
    public async Task Cookie_OnPost_NeedsTheSameOrigin(string header, string value, HttpStatusCode expected)
    {
        string cookie = await SignInAsync();
        string real = value == "self" ? host.Addresses.Http.GetLeftPart(UriPartial.Authority) : value;
        Assert.Equal(expected, (await SendAsync(HttpMethod.Post, "/v1/reports", cookie, header, real)).StatusCode);
    }

    [Fact]
    public async Task Cookie_WithWrongBearer_Is401()
    {
        string cookie = await SignInAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "/v1/status", cookie, "Authorization", "Bearer wrong")).StatusCode);
    }

    [Theory]
    [InlineData("attacker.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.attacker.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1:8080", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:8080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    public async Task Host_OtherThanLoopback_Is421(string name, HttpStatusCode expected)
    {
        using HttpClient client = host.Client();
        client.DefaultRequestHeaders.Host = name;
        Assert.Equal(expected, (await client.GetAsync("/v1/status", Cancel)).StatusCode);
    }

    private async Task<string> SignInAsync()
    {
        using HttpClient client = host.Client(signedIn: false);
        return (await client.GetAsync(host.Addresses.SignInLink(host.Token), Cancel)).Headers.GetValues("Set-Cookie").Single();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string setCookie, string? header = null, string? value = null)
    {
        using HttpClient client = host.Client(signedIn: false);
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
            request.Content = GatewayHost.Json("{}");
        request.Headers.Add("Cookie", setCookie.Split(';')[0]);
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        return await client.SendAsync(request, Cancel);
    }
}
