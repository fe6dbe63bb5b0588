using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Load;

/// <summary>The cheapest gRPC service that takes the same request and stores nothing, in a process of its own.</summary>
internal sealed class EchoFloor : IngestService.IngestServiceBase
{
    /// <inheritdoc/>
    public override Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context) =>
        Task.FromResult(new SubmitReportResponse { Name = request.RequestId });

    /// <summary>Serves until its input ends; prints its address first.</summary>
    public static async Task ServeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        WebApplication app = builder.Build();
        app.MapGrpcService<EchoFloor>();
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    /// <summary>The same load that the real server gets.</summary>
    public static async Task<LoadResult> RunAsync(Reports reports, int outstanding)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "echo"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        string address = (await process.StandardOutput.ReadLineAsync())!;
        using GrpcChannel channel = GrpcChannel.ForAddress(address);
        LoadResult result = await ClosedLoop.RunAsync(new IngestService.IngestServiceClient(channel), reports, outstanding, () => ProcessCpu.Seconds(process));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return result;
    }
}
