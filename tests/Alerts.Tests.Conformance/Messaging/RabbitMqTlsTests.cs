using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Tests.Conformance.Support;
using Alerts.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>TLS to a real broker whose certificate no authority of the machine vouches for.</summary>
public sealed class RabbitMqTlsTests : IAsyncLifetime
{
    private const string Name = "broker.test";

    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-tls-").FullName;
    private RabbitMqInstance _broker = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string CertificateFile => Path.Combine(_folder, "broker.pem");

    private RabbitMqOptions Options => new() { Host = "127.0.0.1", Port = _broker.TlsPort, Tls = true };

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(CertificateFile, certificate.ExportCertificatePem(), Cancel);
        string keyFile = Path.Combine(_folder, "broker.key");
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), Cancel);
        _broker = await RabbitMqInstance.StartAsync(
            $"""
            listeners.ssl.1 = 127.0.0.1:{RabbitMqInstance.TlsPortMark}
            ssl_options.certfile = {CertificateFile}
            ssl_options.keyfile = {keyFile}
            """,
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Connect_SelfSignedBroker_IsTrustedByItsFileAndNameOnly()
    {
        RabbitMqOptions right = Options with { TlsServerName = Name, TlsCaFile = CertificateFile };

        // The machine's authorities do not know it.
        await Assert.ThrowsAsync<IOException>(() => new RabbitMqInspector(right with { TlsCaFile = null }).ListAsync(Cancel));
        // The chain is right and the name is not: that of the address.
        await Assert.ThrowsAsync<IOException>(() => new RabbitMqInspector(right with { TlsServerName = null }).ListAsync(Cancel));
        // Another authority.
        string other = Path.Combine(_folder, "other.pem");
        await File.WriteAllTextAsync(other, OtherAuthority(), Cancel);
        await Assert.ThrowsAsync<IOException>(() => new RabbitMqInspector(right with { TlsCaFile = other }).ListAsync(Cancel));

        Assert.NotEmpty(await new RabbitMqInspector(right).ListAsync(Cancel));
    }

    [Fact]
    public async Task Bus_SelfSignedBroker_CarriesPacksWithItsFile()
    {
        RabbitMqOptions options = Options with { TlsServerName = Name, TlsCaFile = CertificateFile };
        using var bus = new RabbitMqBus(options, [RabbitMqFixture.Queue], [], TimeProvider.System, NullLoggerFactory.Instance);
        await bus.StartAsync(Cancel);
        await bus.WaitUntilConnectedAsync(Cancel);
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1"), Cancel);
        await bus.StopAsync(Cancel);
        Assert.Equal(Packs.Of("1"), Assert.Single(await new RabbitMqInspector(options).PeekAsync(RabbitMqFixture.Queue.Name, 10, Cancel)).Pack);
    }

    // MassTransit has a connection of its own, and accepts unknown chains unless told otherwise.
    [Fact]
    public async Task MassTransit_SelfSignedBroker_IsRefusedWithoutItsFile()
    {
        RabbitMqOptions right = Options with { TlsServerName = Name, TlsCaFile = CertificateFile };
        await using BrokerLink link = await BrokerLink.OpenAsync(right, "tests", Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => BusGeneration.StartAsync(
            right with { TlsCaFile = null }, [], link, TimeProvider.System, NullLoggerFactory.Instance, Cancel));
        await using BusGeneration accepted = await BusGeneration.StartAsync(right, [], link, TimeProvider.System, NullLoggerFactory.Instance, Cancel);

        // Its own endpoint reports a moment after the start.
        await Poll.UntilAsync(() => accepted.IsHealthy, Cancel);
    }

    private static string OtherAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = new CertificateRequest("CN=another", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.ExportCertificatePem();
    }
}
