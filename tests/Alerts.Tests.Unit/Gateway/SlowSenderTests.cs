using System.Net;
using System.Net.Sockets;
using Alerts.Tests.Unit.Gateway.People;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

// Connections that begin a request and never end it ("slow loris").
public sealed class SlowSenderTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const int Senders = 200;

    // The server's ten seconds and the second in which it looks.
    private static readonly TimeSpan CutWithin = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Senders_ThatNeverFinish_AreCutOffAndOthersServedMeanwhile()
    {
        var sockets = new List<Socket>();
        try
        {
            for (int i = 0; i < Senders; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, host.Addresses.Http.Port, Cancel);
                await socket.SendAsync("GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "u8.ToArray(), Cancel);
            }

            Assert.Equal(HttpStatusCode.OK, await new Door(host).StatusAsync(HttpMethod.Get, "/v1/me"));
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            limited.CancelAfter(CutWithin);
            await Task.WhenAll(sockets.Select(s => EndOfAsync(s, limited.Token)));
        }
        finally
        {
            sockets.ForEach(s => s.Dispose());
        }
    }

    private static async Task EndOfAsync(Socket socket, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) > 0)
            {
                // The refusal, and then the end.
            }
        }
        catch (SocketException)
        {
            // An end too.
        }
    }
}
