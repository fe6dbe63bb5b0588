using System.Net;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

public class RestErrorTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_UnknownPath_Is404()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.GetAsync("/v1/nothing", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var (code, reason, _) = await GatewayHost.ErrorOf(response);
        Assert.Equal((5, ErrorReasons.NoSuchPath), (code, reason));
    }

    [Fact]
    public async Task Delete_OnReports_Is405AndSaysWhatIsAllowed()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.DeleteAsync("/v1/reports", Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(ErrorReasons.MethodNotAllowed, (await GatewayHost.ErrorOf(response)).Reason);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_WhatTheServiceRefuses_KeepsItsDetails()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.GetAsync("/v1/incidents/9", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var (code, reason, _) = await GatewayHost.ErrorOf(response);
        Assert.Equal((5, ErrorReasons.NoSuchResource), (code, reason));
    }

    [Theory]
    [InlineData(ErrorKind.InvalidArgument, HttpStatusCode.BadRequest)]
    [InlineData(ErrorKind.AlreadyExists, HttpStatusCode.Conflict)]
    [InlineData(ErrorKind.OutOfRange, HttpStatusCode.BadRequest)]
    [InlineData(ErrorKind.ResourceExhausted, HttpStatusCode.TooManyRequests)]
    [InlineData(ErrorKind.Unavailable, HttpStatusCode.ServiceUnavailable)]
    public async Task Post_WhatTheServiceRefuses_HasTheHttpStatusOfItsCode(ErrorKind kind, HttpStatusCode expected)
    {
        using HttpClient client = host.Client();
        host.Ingest.Throws = new AlertsException(kind, "SOME_REASON", "Why.")
        {
            Violations = [new FieldViolation("report.text", "Wrong.")],
            RetryAfter = TimeSpan.FromSeconds(1),
        };
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json("{}"), Cancel);
        Assert.Equal(expected, response.StatusCode);
        var (_, reason, fields) = await GatewayHost.ErrorOf(response);
        Assert.Equal("SOME_REASON", reason);
        Assert.Equal("Wrong.", fields["report.text"]);
    }

    [Fact]
    public async Task Post_FaultOfTheService_Is500AndTellsNothingOfItsInside()
    {
        using HttpClient client = host.Client();
        host.Ingest.Throws = new InvalidOperationException("secret of the inside");
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json("{}"), Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("INTERNAL", (await GatewayHost.ErrorOf(response)).Reason);
    }

    [Fact]
    public async Task Stream_Open_SendsItsFirstFrameAtOnceAsALineOfJson()
    {
        using HttpClient client = host.Client();
        using HttpResponseMessage response = await client.GetAsync("/v1/alerts:stream?cursor=abc", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        string? first = await lines.ReadLineAsync(Cancel);
        Assert.Contains("\"subscribed\"", first);
        Assert.Contains("after abc", first);
    }
}
