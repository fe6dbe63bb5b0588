using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Terms;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>What a revoked key still gets from the real server: nothing, after at most 5 s, in every stream that is open.</summary>
public sealed class RevocationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revoke_WithOpenStreams_ClosesThemAllWithinFiveSecondsAndLeavesOthersOpen()
    {
        const string Parent = "organisations/local/people/feed";
        await server.Client.Access.CreatePersonAsync(
            new CreatePersonRequest { Parent = "organisations/local", Person = new Person { Name = Parent, DisplayName = "Feed", Roles = { Role.Service } } }, cancellationToken: Cancel);
        CreateKeyResponse lost = await KeyAsync("lost");
        CreateKeyResponse kept = await KeyAsync("kept");
        using AlertsClient loser = As(lost);
        using AlertsClient keeper = As(kept);
        using AsyncServerStreamingCall<StreamAlertsResponse> alerts = await OpenAsync(loser);
        using AsyncServerStreamingCall<WatchCityThreatsResponse> threats = loser.Risk.WatchCityThreats(new WatchCityThreatsRequest { GeonamesIds = { Samples.Gao } }, cancellationToken: Cancel);
        using AsyncServerStreamingCall<StreamAlertsResponse> other = await OpenAsync(keeper);

        long began = TimeProvider.System.GetTimestamp();
        await server.Client.Access.RevokeKeyAsync(new RevokeKeyRequest { Name = lost.Key.Name }, cancellationToken: Cancel);
        await Task.WhenAll(EndAsync(alerts), EndAsync(threats));
        TimeSpan took = TimeProvider.System.GetElapsedTime(began);
        Assert.True(took < Most, $"{took}");
        TestContext.Current.TestOutputHelper?.WriteLine($"streams of a revoked key closed after {took.TotalSeconds:0.0} s");
        RpcException refusal = await Assert.ThrowsAsync<RpcException>(() => loser.Access.GetMeAsync(new GetMeRequest(), cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        Assert.Equal("feed", (await keeper.Access.GetMeAsync(new GetMeRequest(), cancellationToken: Cancel)).Subject);
        Assert.False(other.ResponseHeadersAsync.IsFaulted);
        Assert.True(await other.ResponseStream.MoveNext(Cancel));
    }

    private async Task<CreateKeyResponse> KeyAsync(string label) => await server.Client.Access.CreateKeyAsync(
        new CreateKeyRequest { Parent = "organisations/local/people/feed", Label = label }, cancellationToken: Cancel);

    private AlertsClient As(CreateKeyResponse key) => new(new ServerAddress(new Uri(server.Address.Grpc), new Uri(server.Address.Http), key.Secret, "test"));

    private static async Task<AsyncServerStreamingCall<StreamAlertsResponse>> OpenAsync(AlertsClient client)
    {
        AsyncServerStreamingCall<StreamAlertsResponse> call = client.Notify.StreamAlerts(
            new StreamAlertsRequest { BookmarkInterval = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }, cancellationToken: Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return call;
    }

    // By a goodbye with the reason and the end, or by the status.
    private static async Task EndAsync<T>(AsyncServerStreamingCall<T> call)
    {
        object? last = null;
        try
        {
            while (await call.ResponseStream.MoveNext(Cancel))
                last = call.ResponseStream.Current;
            Assert.Equal(ErrorReasons.Revoked, Assert.IsType<StreamAlertsResponse>(last).Closing?.Reason);
        }
        catch (RpcException end)
        {
            Assert.Equal(StatusCode.Unauthenticated, end.StatusCode);
        }
    }
}
