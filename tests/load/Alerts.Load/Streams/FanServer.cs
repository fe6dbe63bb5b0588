using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Alerts.Notify;
using Alerts.Notify.Log;
using Alerts.Platform.Access;
using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Load.Streams;

/// <summary>
/// A server of streams in a process of its own: the product's notify with its store, or one of the floors that keep nothing and know no filter.
/// Publishes what its input asks for, "COUNT PER_SECOND PADDING" a line (0 a second: all at once), and says "done" after each.
/// </summary>
internal static class FanServer
{
    public const string Product = "product";
    public const string Naive = "grpc";
    public const string Raw = "raw";

    // As the product's hosts have them.
    private const int StreamsPerConnection = 1_000;
    private const int PackSize = 256;
    private const int SummaryBytes = 160;

    private delegate Task PublishAsync(IReadOnlyList<int> numbers, int padding);

    public static async Task ServeAsync(string kind, string folder)
    {
        switch (kind)
        {
            case Raw:
                using (var raw = new RawFan())
                {
                    Console.WriteLine($"{raw.Port} none");
                    await ObeyAsync(raw.PublishAsync);
                }

                break;
            case Naive:
                await ServeNaiveAsync();
                break;
            default:
                await ServeProductAsync(folder);
                break;
        }
    }

    private static async Task ServeNaiveAsync()
    {
        var fan = new NaiveFan();
        WebApplicationBuilder builder = Builder();
        builder.Services.AddSingleton(fan);
        builder.Services.AddGrpc();
        await using WebApplication app = builder.Build();
        app.MapGrpcService<NaiveService>();
        await app.StartAsync();
        Console.WriteLine($"{new Uri(app.Urls.First()).Port} none");
        await ObeyAsync(fan.PublishAsync);
    }

    private static async Task ServeProductAsync(string folder)
    {
        using DataFolder data = DataFolder.Open(folder);
        WebApplicationBuilder builder = Builder();
        builder.AddPlatform(new RealClock(TimeProvider.System), data.Secret);
        builder.AddSqliteStore(NotifySetup.StoreName, data, typeof(NotifySetup).Assembly);
        builder.AddConsumer(NotifySetup.StoreName, Topics.Situations);
        builder.AddInProcessBus();
        builder.Services.AddSingleton(new CursorKey(data.Secret(SecretNames.Cursor)));
        builder.AddNotify();
        await using WebApplication app = builder.Build();
        app.MapNotify();
        await app.StartAsync();
        string token = app.Services.GetRequiredService<InternalTokens>().Mint(new Principal("load", Scope.Local, Roles.Service));
        Console.WriteLine($"{new Uri(app.Urls.First()).Port} {token}");
        IEventBus bus = app.Services.GetRequiredService<IEventBus>();
        await ObeyAsync(async (numbers, padding) =>
        {
            foreach (int[] pack in numbers.Chunk(PackSize))
                await bus.PublishAsync(Topics.Situations, new EventPack { Events = { pack.Select(n => SampleAlert.Assessed(n, padding)) } }, CancellationToken.None);
        });
    }

    private static WebApplicationBuilder Builder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        return builder;
    }

    private static async Task ObeyAsync(PublishAsync publish)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            int[] order = [.. line.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            (int count, int perSecond, int padding) = (order[0], order[1], order[2] == 0 ? SummaryBytes : order[2]);
            long began = Stopwatch.GetTimestamp();
            if (perSecond == 0)
            {
                await publish([.. Enumerable.Range(0, count)], padding);
            }
            else
            {
                for (int i = 0; i < count; i++)
                {
                    TimeSpan due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(began);
                    if (due > TimeSpan.Zero)
                        await Task.Delay(due, TimeProvider.System);
                    await publish([i], padding);
                }
            }

            Console.WriteLine("done");
        }
    }

    // A socket each, and one blocking send to each.
    private sealed class RawFan : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly ConcurrentBag<Socket> _sockets = [];

        public RawFan()
        {
            _listener.Start(backlog: 1_024);
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    Socket socket = await _listener.AcceptSocketAsync();
                    socket.NoDelay = true;
                    _sockets.Add(socket);
                }
            });
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task PublishAsync(IReadOnlyList<int> numbers, int padding)
        {
            foreach (int number in numbers)
            {
                byte[] body = SampleAlert.Frame(number, padding).ToByteArray();
                byte[] message = new byte[sizeof(int) + body.Length];
                BinaryPrimitives.WriteInt32BigEndian(message, body.Length);
                body.CopyTo(message, sizeof(int));
                foreach (Socket socket in _sockets)
                    socket.Send(message);
            }

            return Task.CompletedTask;
        }

        public void Dispose() => _listener.Dispose();
    }

    // What one writes first: a channel for each subscriber.
    private sealed class NaiveFan
    {
        private readonly ConcurrentDictionary<Channel<StreamAlertsResponse>, byte> _subscribers = new();

        public Channel<StreamAlertsResponse> Join()
        {
            Channel<StreamAlertsResponse> channel = Channel.CreateUnbounded<StreamAlertsResponse>(new UnboundedChannelOptions { SingleReader = true });
            _subscribers.TryAdd(channel, 0);
            return channel;
        }

        public Task PublishAsync(IReadOnlyList<int> numbers, int padding)
        {
            foreach (int number in numbers)
            {
                StreamAlertsResponse frame = SampleAlert.Frame(number, padding);
                foreach (KeyValuePair<Channel<StreamAlertsResponse>, byte> subscriber in _subscribers)
                    subscriber.Key.Writer.TryWrite(frame);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class NaiveService(NaiveFan fan) : NotifyService.NotifyServiceBase
    {
        public override async Task StreamAlerts(StreamAlertsRequest request, IServerStreamWriter<StreamAlertsResponse> responseStream, ServerCallContext context)
        {
            Channel<StreamAlertsResponse> channel = fan.Join();
            await responseStream.WriteAsync(new StreamAlertsResponse { Subscribed = new Subscribed() }, context.CancellationToken);
            await foreach (StreamAlertsResponse frame in channel.Reader.ReadAllAsync(context.CancellationToken))
                await responseStream.WriteAsync(frame, context.CancellationToken);
        }
    }
}
