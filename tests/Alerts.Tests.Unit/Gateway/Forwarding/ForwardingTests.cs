using System.Net;
using System.Net.Http.Headers;
using Alerts.Terms;
using Alerts.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

/// <summary>What a caller gets when services come and go behind the gateway.</summary>
public sealed class ForwardingTests : IAsyncLifetime
{
    private readonly ForwardingHost _host = new();
    private GrpcChannel _channel = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CallOptions Options => new(new Metadata { { "authorization", $"Bearer {_host.Token.Value}" } }, cancellationToken: Cancel);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _channel = GrpcChannel.ForAddress(_host.Addresses.Grpc);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Call_OneProcessOfTheServiceIsDead_GoesToTheOtherFromThenOn()
    {
        var ingest = new IngestService.IngestServiceClient(_channel);
        int failures = 0;
        for (int i = 0; i < 6; i++)
        {
            try
            {
                await ingest.SubmitReportAsync(new SubmitReportRequest(), Options);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                failures++;
            }
        }

        // At most the call that finds out.
        Assert.InRange(failures, 0, 1);
        Assert.Equal("local-user", _host.Ingest.Caller?.Subject);
    }

    [Fact]
    public async Task GrpcCall_ServiceIsDead_IsUnavailableInTheOneForm()
    {
        RpcException e = await Assert.ThrowsAsync<RpcException>(
            async () => await new RiskService.RiskServiceClient(_channel).GetCityThreatAsync(new GetCityThreatRequest { Name = "cities/1/threat" }, Options));
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        Assert.Equal(ErrorReasons.ServiceUnavailable, e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.NotNull(e.GetRpcStatus()?.GetDetail<RetryInfo>());
    }

    [Fact]
    public async Task RestCall_ServiceIsDead_Is503InTheOneForm()
    {
        using HttpClient client = _host.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/v1/cities/1/threat", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal((14, ErrorReasons.ServiceUnavailable), (await GatewayHost.ErrorOf(response)) switch { var (code, reason, _) => (code, reason) });
    }

    [Fact]
    public async Task GrpcStream_ServiceDies_EndsAsUnavailable()
    {
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = new NotifyService.NotifyServiceClient(_channel)
            .StreamAlerts(new StreamAlertsRequest { Cursor = "c" }, Options);
        Assert.True(await stream.ResponseStream.MoveNext(Cancel));
        Assert.Equal("after c", stream.ResponseStream.Current.Subscribed.Cursor);
        await _host.StopServicesAsync();
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Cancel));
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        Assert.Equal(ErrorReasons.ServiceUnavailable, e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task GrpcWebStream_ServiceDies_EndsAsUnavailableInItsTrailers()
    {
        using HttpClient client = _host.Client();
        using var content = new ByteArrayContent([0, 0, 0, 0, 0]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/alerts.v1.NotifyService/StreamAlerts", UriKind.Relative)) { Content = content };
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using Stream body = await response.Content.ReadAsStreamAsync(Cancel);
        byte[] first = new byte[5];
        await body.ReadExactlyAsync(first, Cancel);
        await _host.StopServicesAsync();
        using var rest = new StreamReader(body, System.Text.Encoding.Latin1);
        Assert.Contains("grpc-status: 14", await rest.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task RestStream_ServiceDies_BreaksOff()
    {
        using HttpClient client = _host.Client();
        using HttpResponseMessage response = await client.GetAsync(
            new Uri("/v1/alerts:stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        Assert.Contains("subscribed", await lines.ReadLineAsync(Cancel));
        await _host.StopServicesAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => lines.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task GetStatus_SomeServicesDead_NamesThemAndTellsTheWatermarkOfTheRest()
    {
        // Invented instant.
        _host.Watermark.CompleteThrough = new DateTimeOffset(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
        GetStatusResponse status = await new StatusService.StatusServiceClient(_channel).GetStatusAsync(new GetStatusRequest(), Options);
        Assert.False(status.Healthy);
        Assert.Equal(["ingest", "risk"], status.Parts.Select(p => p.Name));
        Assert.True(status.Parts.Single(p => p.Name == "ingest").Healthy);
        Assert.Equal("It does not answer.", status.Parts.Single(p => p.Name == "risk").Detail);
        Assert.Equal(_host.Watermark.CompleteThrough, status.CompleteThroughTime.ToDateTimeOffset());
    }
}
