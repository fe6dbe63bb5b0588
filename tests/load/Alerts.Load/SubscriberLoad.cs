using Alerts.Client;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>Resident memory that subscribers take who only wait.</summary>
internal static class SubscriberLoad
{
    private const int Subscribers = 100;

    // Long enough for a server that has just started to come to rest.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder) =>
    [
        await KilobytesAsync(Path.Combine(folder, "apart"), "a connection each", apart: true),
        await KilobytesAsync(Path.Combine(folder, "together"), "one connection for all", apart: false),
    ];

    private static async Task<Figure> KilobytesAsync(string folder, string how, bool apart)
    {
        using ServerUnderLoad server = await ServerUnderLoad.StartAsync(folder);
        var clients = new List<AlertsClient>();
        var streams = new List<AsyncServerStreamingCall<StreamAlertsResponse>>();
        try
        {
            // The first loads the code.
            streams.Add(await SubscribeAsync(server.Client));
            await Task.Delay(Rest, TimeProvider.System);
            long before = server.ResidentBytes;
            for (int i = 0; i < Subscribers; i++)
            {
                if (apart)
                    clients.Add(server.Connect());
                streams.Add(await SubscribeAsync(apart ? clients[^1] : server.Client));
            }

            await Task.Delay(Rest, TimeProvider.System);
            return new Figure($"{Subscribers} idle subscribers, {how}", "resident memory each", (server.ResidentBytes - before) / 1024.0 / Subscribers, "KB");
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
            clients.ForEach(c => c.Dispose());
        }
    }

    private static async Task<AsyncServerStreamingCall<StreamAlertsResponse>> SubscribeAsync(AlertsClient client)
    {
        AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest(), new CallOptions());
        await stream.ResponseStream.MoveNext(CancellationToken.None);
        return stream;
    }
}
