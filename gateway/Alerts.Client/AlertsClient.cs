using Alerts.Client.Discovery;
using Alerts.Client.Streaming;
using Alerts.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Alerts.Client;

/// <summary>A connection to an Alerts server with the clients of all its services.</summary>
/// <remarks>
/// Opens connections when first used, and further ones when the 100 streams of one are in use. Sends the bearer token with every call
/// and gives unary calls a deadline. Thread safe; make one for each server and keep it. Dispose ends its calls.
/// </remarks>
public sealed class AlertsClient : IDisposable
{
    // A dead peer is noticed after delay + timeout: the server's own pings use the same figures.
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    // The largest answer: a page of 500 incidents, each with its statements.
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    private readonly GrpcChannel _channel;
    private readonly AlertsClientOptions _options;

    /// <summary>Makes a client; does not connect yet.</summary>
    /// <param name="address">Which server.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public AlertsClient(ServerAddress address, AlertsClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _options = options ?? new AlertsClientOptions();
        Address = address;
        _channel = GrpcChannel.ForAddress(address.Grpc, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = _options.ConnectTimeout,
                KeepAlivePingDelay = PingDelay,
                KeepAlivePingTimeout = PingTimeout,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                UseProxy = !address.Grpc.IsLoopback,
            },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxAnswerBytes,
            // Each wait between attempts is the caller's: the channel's own back-off would come on top of it.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(1),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(100),
        });
        CallInvoker invoker = _channel.Intercept(new CallDefaults(address.Token, _options.UnaryDeadline, _options.Time));
        Ingest = new IngestService.IngestServiceClient(invoker);
        Risk = new RiskService.RiskServiceClient(invoker);
        Notify = new NotifyService.NotifyServiceClient(invoker);
        Access = new AccessService.AccessServiceClient(invoker);
        Status = new StatusService.StatusServiceClient(invoker);
        DeadLetters = new DeadLetterService.DeadLetterServiceClient(invoker);
    }

    /// <summary>Which server it talks to.</summary>
    public ServerAddress Address { get; }

    /// <summary>Reports, incidents, imports.</summary>
    public IngestService.IngestServiceClient Ingest { get; }

    /// <summary>Threat in cities.</summary>
    public RiskService.RiskServiceClient Risk { get; }

    /// <summary>Alerts. For the stream use <see cref="Subscribe"/>, which resumes by itself.</summary>
    public NotifyService.NotifyServiceClient Notify { get; }

    /// <summary>Organisations, people, keys, and what they did. (The access to a city is <see cref="Risk"/>'s.)</summary>
    public AccessService.AccessServiceClient Access { get; }

    /// <summary>Whether the system moves.</summary>
    public StatusService.StatusServiceClient Status { get; }

    /// <summary>Events between the services that could not be handled. For the installation's administrator.</summary>
    public DeadLetterService.DeadLetterServiceClient DeadLetters { get; }

    /// <summary>Alerts, live, over a stream that resumes by itself.</summary>
    /// <param name="request">Filter and start. A cursor in the store of <paramref name="options"/> goes before <c>cursor</c> and <c>from_start</c>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The stream; it connects when it is enumerated.</returns>
    public AlertSubscription Subscribe(StreamAlertsRequest request, SubscriptionOptions? options = null) =>
        new(Notify, request, options ?? new SubscriptionOptions { Time = _options.Time });

    /// <summary>Closes the connections; calls that run end with CANCELLED.</summary>
    public void Dispose() => _channel.Dispose();
}
