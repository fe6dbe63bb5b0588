using System.Threading.Channels;
using Alerts.Client.Discovery;
using Alerts.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Alerts.Tests.Unit.Client;

// A real gRPC server on a free port of this machine whose answers the test gives, call by call.
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedServer(WebApplication app, ScriptedServices services)
    {
        _app = app;
        Services = services;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Uri = new Uri(address);
    }

    public ScriptedServices Services { get; }

    public Uri Uri { get; }

    public ServerAddress Address => new(Uri, null, "secret", "test");

    public static async Task<ScriptedServer> StartAsync()
    {
        var services = new ScriptedServices();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(services);
        WebApplication app = builder.Build();
        app.MapGrpcService<ScriptedNotify>();
        app.MapGrpcService<ScriptedIngest>();
        app.MapGrpcService<ScriptedRisk>();
        app.MapGrpcService<ScriptedStatus>();
        await app.StartAsync();
        return new ScriptedServer(app, services);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}

// What the test wants answered, and what was asked.
internal sealed class ScriptedServices
{
    private readonly Channel<StreamCall> _streams = Channel.CreateUnbounded<StreamCall>();

    public Func<SubmitReportRequest, SubmitReportResponse> SubmitReport { get; set; } = _ => throw Missing();

    public Func<GetReportRequest, GetReportResponse> GetReport { get; set; } = _ => throw Missing();

    public Func<GetIncidentRequest, GetIncidentResponse> GetIncident { get; set; } = _ => throw Missing();

    public Func<GetCityThreatRequest, GetCityThreatResponse> GetCityThreat { get; set; } = _ => throw Missing();

    public Func<ReportAccessRequest, ReportAccessResponse> ReportAccess { get; set; } = _ => throw Missing();

    public Func<SimulateRequest, SimulateResponse> Simulate { get; set; } = _ => throw Missing();

    public Func<SignAssessmentRequest, SignAssessmentResponse> SignAssessment { get; set; } = _ => throw Missing();

    public Func<WithdrawAssessmentRequest, WithdrawAssessmentResponse> WithdrawAssessment { get; set; } = _ => throw Missing();

    public Func<OverrideLevelRequest, OverrideLevelResponse> OverrideLevel { get; set; } = _ => throw Missing();

    public Func<HoldFloorRequest, HoldFloorResponse> HoldFloor { get; set; } = _ => throw Missing();

    public Func<ListToSignRequest, ListToSignResponse> ListToSign { get; set; } = _ => throw Missing();

    public Func<GetStatusRequest, GetStatusResponse> GetStatus { get; set; } = _ => throw Missing();

    public Func<IAsyncStreamReader<ImportHistoryRequest>, IServerStreamWriter<ImportHistoryResponse>, Task> ImportHistory { get; set; } = (_, _) => throw Missing();

    public Metadata? Headers { get; set; }

    public DateTime Deadline { get; set; }

    // A call that never comes is a failure, not a hang.
    public Task<StreamCall> NextStreamAsync() =>
        _streams.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public bool HasAnotherStream => _streams.Reader.TryPeek(out _);

    internal Task AnswerAsync(StreamCall call)
    {
        _streams.Writer.TryWrite(call);
        return call.Ended;
    }

    internal T Note<T>(ServerCallContext context, T answer)
    {
        Headers = context.RequestHeaders;
        Deadline = context.Deadline;
        return answer;
    }

    private static RpcException Missing() => new(new Status(StatusCode.Unimplemented, "not scripted"));
}

// One StreamAlerts call, held open until the test ends it.
internal sealed class StreamCall(StreamAlertsRequest request, IServerStreamWriter<StreamAlertsResponse> frames, ServerCallContext context)
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamAlertsRequest Request { get; } = request;

    public Task Ended => _end.Task;

    public CancellationToken Aborted => context.CancellationToken;

    public Task SendAsync(params StreamAlertsResponse[] sent) => SendAllAsync(sent);

    public void End() => _end.TrySetResult();

    public void Fail(RpcException exception) => _end.TrySetException(exception);

    public void Fail(StatusCode code) => Fail(new RpcException(new Status(code, "scripted")));

    private async Task SendAllAsync(StreamAlertsResponse[] sent)
    {
        foreach (StreamAlertsResponse frame in sent) await frames.WriteAsync(frame);
    }
}

internal sealed class ScriptedNotify(ScriptedServices services) : NotifyService.NotifyServiceBase
{
    public override Task StreamAlerts(StreamAlertsRequest request, IServerStreamWriter<StreamAlertsResponse> responseStream, ServerCallContext context) =>
        services.AnswerAsync(new StreamCall(request, responseStream, context));
}

internal sealed class ScriptedIngest(ScriptedServices services) : IngestService.IngestServiceBase
{
    public override Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context) =>
        Task.FromResult(services.Note(context, services.SubmitReport(request)));

    public override Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context) => Task.FromResult(services.GetReport(request));

    public override Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context) => Task.FromResult(services.GetIncident(request));

    public override Task ImportHistory(
        IAsyncStreamReader<ImportHistoryRequest> requestStream, IServerStreamWriter<ImportHistoryResponse> responseStream, ServerCallContext context) =>
        services.ImportHistory(requestStream, responseStream);
}

internal sealed class ScriptedRisk(ScriptedServices services) : RiskService.RiskServiceBase
{
    public override Task<GetCityThreatResponse> GetCityThreat(GetCityThreatRequest request, ServerCallContext context) => Task.FromResult(services.GetCityThreat(request));

    public override Task<ReportAccessResponse> ReportAccess(ReportAccessRequest request, ServerCallContext context) => Task.FromResult(services.ReportAccess(request));

    public override Task<SimulateResponse> Simulate(SimulateRequest request, ServerCallContext context) => Task.FromResult(services.Simulate(request));

    public override Task<SignAssessmentResponse> SignAssessment(SignAssessmentRequest request, ServerCallContext context) => Task.FromResult(services.SignAssessment(request));

    public override Task<WithdrawAssessmentResponse> WithdrawAssessment(WithdrawAssessmentRequest request, ServerCallContext context) => Task.FromResult(services.WithdrawAssessment(request));

    public override Task<OverrideLevelResponse> OverrideLevel(OverrideLevelRequest request, ServerCallContext context) => Task.FromResult(services.OverrideLevel(request));

    public override Task<HoldFloorResponse> HoldFloor(HoldFloorRequest request, ServerCallContext context) => Task.FromResult(services.HoldFloor(request));

    public override Task<ListToSignResponse> ListToSign(ListToSignRequest request, ServerCallContext context) => Task.FromResult(services.ListToSign(request));
}

internal sealed class ScriptedStatus(ScriptedServices services) : StatusService.StatusServiceBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        Task.FromResult(services.Note(context, services.GetStatus(request)));
}
