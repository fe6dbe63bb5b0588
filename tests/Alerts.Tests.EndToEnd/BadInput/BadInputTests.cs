using System.Text;
using Alerts.Terms;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.BadInput;

/// <summary>Whatever is sent: the code of the design, the fields at fault, nothing stored, nothing restarted, nothing of it in the log.</summary>
public sealed class BadInputTests(HostileServer server) : IClassFixture<HostileServer>
{
    public static TheoryData<string> OverGrpc => [.. GrpcTable.Calls.Select(c => c.Name)];

    public static TheoryData<string> OverRest => [.. RestTable.Calls.Select(c => c.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OverGrpc))]
    public Task Call_OverGrpc_IsRefusedAsDesigned(string name) => RefusedAsync(GrpcTable.Calls.Single(c => c.Name == name));

    [Theory]
    [MemberData(nameof(OverRest))]
    public Task Call_OverRest_IsRefusedAsDesignedInJson(string name) => RefusedAsync(RestTable.Calls.Single(c => c.Name == name));

    [Fact]
    public async Task Call_WholeTable_LeavesNothingBehind()
    {
        foreach (BadCall call in (BadCall[])[.. GrpcTable.Calls, .. RestTable.Calls])
            Assert.NotEqual(StatusCode.OK, (await call.Send(server, Cancel)).Code);
        DateTimeOffset sent = TimeProvider.System.GetUtcNow();

        // What was accepted before this watermark has been folded and judged, so nothing can still be on its way.
        GetStatusResponse status;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
            status = await server.Client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel);
        }
        while (!(status.CompleteThroughTime?.ToDateTimeOffset() > sent));

        Assert.True(status.Healthy);
        Assert.All(status.Parts, p => Assert.Equal(0, p.DeadLetters));
        Assert.Empty((await server.Client.Ingest.ListIncidentsAsync(new ListIncidentsRequest { IncludeHistoric = true }, cancellationToken: Cancel)).Incidents);
        Assert.Empty((await server.Client.Notify.ListAlertsAsync(new ListAlertsRequest(), cancellationToken: Cancel)).Alerts);
        Assert.Empty((await server.Client.Notify.ListWatchesAsync(new ListWatchesRequest(), cancellationToken: Cancel)).Watches);
        Assert.Equal(server.FilesAtFirst, server.Files());
        // The lock is open to its owner only.
        Assert.All(server.Files().Where(f => Path.GetFileName(f) != "lock"), f => Assert.False(Holds(f, Samples.Words), $"{Path.GetFileName(f)} holds a refused text."));
        Assert.False(server.Process.HasExited);
        Assert.DoesNotContain(Samples.Words, server.Process.Errors);
        Assert.DoesNotContain("aaaaaaaa", server.Process.Errors);
    }

    private async Task RefusedAsync(BadCall call)
    {
        Answer answer = await call.Send(server, Cancel);
        Assert.Equal((call.Code, call.Reason, ErrorReasons.Domain, call.Http), (answer.Code, answer.Reason, answer.Domain, answer.Http));
        if (call.Field is null)
            Assert.Empty(answer.Fields);
        else
            Assert.Contains(call.Field, answer.Fields);
        Assert.True((await server.Client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).Healthy);
    }

    private static bool Holds(string file, string words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    }
}
