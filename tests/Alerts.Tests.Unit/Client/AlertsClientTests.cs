using Alerts.Client;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class AlertsClientTests
{
    [Fact]
    public async Task UnaryCall_NoDeadlineGiven_CarriesTokenAndDeadline()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        server.Services.GetStatus = _ => new GetStatusResponse { Healthy = true };
        using var client = new AlertsClient(server.Address);
        DateTime before = TimeProvider.System.GetUtcNow().UtcDateTime;
        await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Bearer secret", server.Services.Headers!.GetValue("authorization"));
        Assert.InRange(server.Services.Deadline, before.AddSeconds(8), before.AddSeconds(30));
    }

    [Fact]
    public async Task UnaryCall_NobodyListens_IsUnavailableAndSaysWhy()
    {
        ScriptedServer server = await ScriptedServer.StartAsync();
        using var client = new AlertsClient(server.Address);
        await server.DisposeAsync();
        RpcException thrown = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Unavailable, thrown.StatusCode);
        Assert.Contains("refused", Alerts.Client.Errors.AlertsError.From(thrown).Message, StringComparison.OrdinalIgnoreCase);
    }
}
