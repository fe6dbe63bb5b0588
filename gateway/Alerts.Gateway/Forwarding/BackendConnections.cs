using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Alerts.Platform.Setup;
using Yarp.ReverseProxy.Forwarder;

namespace Alerts.Gateway.Forwarding;

/// <summary>The HTTP/2 connections to the services, shared by all calls. Thread safe.</summary>
internal sealed class BackendConnections : IDisposable
{
    // Longer than a process of this machine needs, and short enough to try another one.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    // A service that has stopped in the middle of a call is noticed within 30 s, as everywhere else.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    public BackendConnections(ForwardingOptions options)
    {
        Handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = ConnectTimeout,
            KeepAlivePingDelay = PingAfter,
            KeepAlivePingTimeout = PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
            SslOptions = options.TrustedRoot is { } root ? TrustOnly(root) : new SslClientAuthenticationOptions(),
        };
        Invoker = new HttpMessageInvoker(Handler, disposeHandler: true);
    }

    public SocketsHttpHandler Handler { get; }

    public HttpMessageInvoker Invoker { get; }

    public void Dispose() => Invoker.Dispose();

    private static SslClientAuthenticationOptions TrustOnly(string root)
    {
        try
        {
            return new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(root) },
                    // An authority of one's own seldom publishes revocations.
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            };
        }
        catch (CryptographicException e)
        {
            throw Settings.Refuse(ForwardingOptions.Section, $"{ForwardingOptions.Section}: TrustedRoot {root} is not a certificate: {e.Message}");
        }
    }
}
