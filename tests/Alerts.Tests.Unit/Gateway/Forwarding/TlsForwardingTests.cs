using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Alerts.Platform.Setup;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

/// <summary>Services with certificates: the gateway talks to those that its authority has vouched for, under their own name, and to no other.</summary>
public sealed class TlsForwardingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-tls-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true, "127.0.0.1", HttpStatusCode.OK)]
    [InlineData(false, "127.0.0.1", HttpStatusCode.ServiceUnavailable)]
    // An address for documentation, RFC 5737.
    [InlineData(true, "192.0.2.1", HttpStatusCode.ServiceUnavailable)]
    public async Task Call_ServiceWithACertificate_GoesThroughOnlyWhenItIsTrustedAndItsOwn(bool trusted, string name, HttpStatusCode expected)
    {
        (string root, X509Certificate2 certificate) = MakeCertificate(IPAddress.Parse(name));
        await using var host = new ForwardingHost { Certificate = certificate, TrustedRoot = trusted ? root : null };
        await host.InitializeAsync();
        using HttpClient client = host.Client();
        // The first may meet the dead process.
        (await client.GetAsync(new Uri("/v1/incidents?page_size=1", UriKind.Relative), Cancel)).Dispose();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/v1/incidents?page_size=1", UriKind.Relative), Cancel);
        Assert.Equal(expected, response.StatusCode);
    }

    // By way of the PEM files that a service is given.
    private (string Root, X509Certificate2 Certificate) MakeCertificate(IPAddress address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        (string certificate, string secret) = (Path.Combine(_folder, "cert.pem"), Path.Combine(_folder, "key.pem"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (certificate, new ListenOptions { Certificate = certificate, CertificateKey = secret }.LoadCertificate()!);
    }
}
