using System.Net;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

// One caller reaches its limits; the others do not notice.
[Collection(Alone.Name)]
public sealed class CallerLimitTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    // Ten thousand guesses are told to cost no memory: what is left after a collection, with room for the pools of sockets and buffers.
    private const long MostBytesLeft = 32 << 20;
    private const int Guesses = 10_000;

    private readonly Door _door = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_BeyondTheBurst_AreRefusedWithTheTimeToWait_OthersAreServed()
    {
        string organisation = await _door.OrganisationAsync();
        (_, string greedy) = await _door.EnrolAsync(organisation, "greedy", "ROLE_OFFICER");
        (_, string other) = await _door.EnrolAsync(organisation, "other", "ROLE_OFFICER");
        HttpStatusCode[] codes = await Task.WhenAll(Enumerable.Range(0, LimitedHost.Burst * 3).Select(_ => _door.StatusAsync(HttpMethod.Get, "/v1/me", token: greedy)));
        Assert.InRange(codes.Count(c => c == HttpStatusCode.OK), LimitedHost.Burst, LimitedHost.Burst * 2);
        using HttpResponseMessage refused = await _door.SendAsync(HttpMethod.Get, "/v1/me", token: greedy);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal((8, ErrorReasons.CallerLimit), (await GatewayHost.ErrorOf(refused)) switch { var e => (e.Code, e.Reason) });
        Assert.Contains("RetryInfo", await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, await _door.StatusAsync(HttpMethod.Get, "/v1/me", token: other));
        Assert.Equal(HttpStatusCode.OK, await _door.StatusAsync(HttpMethod.Get, "/v1/me"));
    }

    [Fact]
    public async Task Streams_MoreThanAllowed_AreRefusedUntilOneCloses()
    {
        string organisation = await _door.OrganisationAsync();
        (_, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        using GrpcChannel channel = GrpcChannel.ForAddress(host.Addresses.Grpc);
        var client = new NotifyService.NotifyServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {secret}" } };
        var open = new List<AsyncServerStreamingCall<StreamAlertsResponse>>();
        for (int i = 0; i < LimitedHost.Streams; i++)
        {
            open.Add(client.StreamAlerts(new StreamAlertsRequest(), headers, cancellationToken: Cancel));
            Assert.True(await open[i].ResponseStream.MoveNext(Cancel));
        }

        using (AsyncServerStreamingCall<StreamAlertsResponse> more = client.StreamAlerts(new StreamAlertsRequest(), headers, cancellationToken: Cancel))
            Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(async () => await more.ResponseStream.MoveNext(Cancel))).StatusCode);
        open.ForEach(call => call.Dispose());
        Assert.True(await EventuallyOpensAsync(client, headers));
    }

    [Fact]
    public async Task Guesses_TenThousand_LeaveNoMemoryAndOthersAreServed()
    {
        using HttpClient client = host.Client(signedIn: false);
        await GuessAsync(client, Guesses / 10);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await GuessAsync(client, Guesses);
        Assert.Equal(HttpStatusCode.OK, await _door.StatusAsync(HttpMethod.Get, "/v1/me"));
        host.Log.Lines.Clear();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostBytesLeft);
    }

    private static Task GuessAsync(HttpClient client, int count) => Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (i, cancel) =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Authorization = new("Bearer", $"ak_{i:D43}");
        using HttpResponseMessage response = await client.SendAsync(request, cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    });

    private static async Task<bool> EventuallyOpensAsync(NotifyService.NotifyServiceClient client, Metadata headers)
    {
        for (int i = 0; i < 50; i++)
        {
            try
            {
                using AsyncServerStreamingCall<StreamAlertsResponse> call = client.StreamAlerts(new StreamAlertsRequest(), headers, cancellationToken: Cancel);
                return await call.ResponseStream.MoveNext(Cancel);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.ResourceExhausted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
            }
        }

        return false;
    }
}
