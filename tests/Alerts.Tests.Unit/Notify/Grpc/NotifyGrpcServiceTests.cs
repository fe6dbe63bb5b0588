using System.Net;
using Alerts.Notify;
using Alerts.Notify.Log;
using Alerts.Platform.Access;
using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Alerts.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Status = Google.Rpc.Status;

namespace Alerts.Tests.Unit.Notify.Grpc;

// The service behind a real server, called by a real client.
public sealed class NotifyGrpcServiceTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-notify-").FullName;
    private DataFolder _data = null!;
    private WebApplication _app = null!;
    private GrpcChannel _channel = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NotifyService.NotifyServiceClient Client => new(_channel);

    private CallOptions Options => new(
        new Metadata { { InternalTokens.Header, _app.Services.GetRequiredService<InternalTokens>().Mint(NotifyHost.Officer) } }, cancellationToken: Cancel);

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(_folder);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.AddPlatform(new RealClock(TimeProvider.System), _data.Secret);
        builder.AddSqliteStore(NotifySetup.StoreName, _data, typeof(NotifySetup).Assembly);
        builder.AddConsumer(NotifySetup.StoreName, Topics.Situations);
        builder.AddInProcessBus();
        builder.Services.AddSingleton(new CursorKey(_data.Secret("cursor.key")));
        builder.AddNotify();
        _app = builder.Build();
        _app.MapNotify();
        await _app.StartAsync(Cancel);
        _channel = GrpcChannel.ForAddress(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
        _data.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task StreamAlerts_PublishedAssessment_ArrivesAndShutdownClosesWithACursor()
    {
        using AsyncServerStreamingCall<StreamAlertsResponse> call = Client.StreamAlerts(new StreamAlertsRequest(), Options);
        Assert.NotNull((await NextAsync(call)).Subscribed);

        await _app.Services.GetRequiredService<IEventBus>().PublishAsync(
            Topics.Situations, new EventPack { Events = { Assessments.Of("a", 1) } }, Cancel);
        StreamAlertsResponse alert = await NextAsync(call);
        Task stop = _app.StopAsync(Cancel);
        StreamAlertsResponse closing = await NextAsync(call);
        RpcException end = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));
        await stop;

        Assert.Equal("a 1", alert.Alert.Alert.Headline);
        Assert.Equal("SHUTDOWN", closing.Closing.Reason);
        Assert.NotEmpty(closing.Closing.Cursor);
        Assert.Equal(StatusCode.Unavailable, end.StatusCode);
    }

    [Fact]
    public async Task StreamAlerts_ForgedCursor_AnswersWithReasonAndField()
    {
        using AsyncServerStreamingCall<StreamAlertsResponse> call = Client.StreamAlerts(new StreamAlertsRequest { Cursor = new string('A', 92) }, Options);

        RpcException refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));

        Status status = refusal.GetRpcStatus()!;
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal("CURSOR_INVALID", status.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("cursor", Assert.Single(status.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    private static async Task<StreamAlertsResponse> NextAsync(AsyncServerStreamingCall<StreamAlertsResponse> call)
    {
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return call.ResponseStream.Current;
    }
}
