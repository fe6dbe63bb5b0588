using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A client whose machine has lost its power says no good-bye: the server notices by itself, and keeps nothing for it.</summary>
public sealed class DeadClientTests
{
    // Pings after 20 s of silence, 10 s for the answer, and room for a busy machine.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(35);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StreamAlerts_ClientFallsSilent_ConnectionIsClosedWithin35Seconds()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        ServerFile file = server.Address;
        using var line = new Line(new Uri(file.Grpc).Port);
        using var client = new AlertsClient(new ServerAddress(new Uri($"http://127.0.0.1:{line.Port}"), new Uri(file.Http), file.Token, "test"));
        Task<TimeSpan> closed = line.RunAsync(Cancellation);
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: Cancellation);
        Assert.True(await stream.ResponseStream.MoveNext(Cancellation));

        line.Die();

        TimeSpan noticed = await closed.WaitAsync(2 * Longest, Cancellation);
        Assert.True(noticed < Longest, $"Noticed after {noticed.TotalSeconds:0} s.");
    }

    // A wire between one client and the server, which can go dead in one direction.
    private sealed class Line(int port) : IDisposable
    {
        private readonly TcpListener _listener = Listen();
        private readonly CancellationTokenSource _dead = new();
        private long _died;

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Die()
        {
            _died = Stopwatch.GetTimestamp();
            _dead.Cancel();
        }

        // How long after its death the server closed the connection.
        public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(cancellationToken);
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            Task up = client.GetStream().CopyToAsync(server.GetStream(), _dead.Token);
            Task down = server.GetStream().CopyToAsync(client.GetStream(), _dead.Token);
            await Task.WhenAll(up, down).ContinueWith(static _ => { }, TaskScheduler.Default);
            try
            {
                // What still comes goes nowhere.
                await server.GetStream().CopyToAsync(Stream.Null, cancellationToken);
            }
            catch (IOException)
            {
                // Reset: as good as closed.
            }

            return Stopwatch.GetElapsedTime(_died);
        }

        public void Dispose()
        {
            _listener.Dispose();
            _dead.Dispose();
        }

        private static TcpListener Listen()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return listener;
        }
    }
}
