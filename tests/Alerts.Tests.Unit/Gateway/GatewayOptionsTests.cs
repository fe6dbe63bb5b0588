using System.Net;
using Alerts.Gateway;
using Microsoft.Extensions.Options;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

public sealed class GatewayOptionsTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    public void Validate_Loopback_Passes(string address) => new GatewayOptions { Address = IPAddress.Parse(address) }.Validate();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public void Validate_ReachableFromOutside_SaysWhatToSet(string address)
    {
        var e = Assert.Throws<OptionsValidationException>(() => new GatewayOptions { Address = IPAddress.Parse(address) }.Validate());
        Assert.Contains("TLS and sign-in", e.Message);
        Assert.Contains("set Certificate and CertificateKey", e.Message);
    }

    [Fact]
    public void Validate_TlsWithoutPublicAddress_Throws() => Assert.Contains(
        "PublicAddress must be set",
        Assert.Throws<OptionsValidationException>(() => new GatewayOptions { Certificate = "a.pem", CertificateKey = "b.pem" }.Validate()).Message);

    [Fact]
    public void Validate_TlsWithAll_Passes() =>
        new GatewayOptions { Certificate = "a.pem", CertificateKey = "b.pem", PublicAddress = new Uri("https://alerts.example.org:8443") }.Validate();

    [Theory]
    [InlineData(-1, 8081)]
    [InlineData(8080, 65536)]
    [InlineData(8080, 8080)]
    public void Validate_ImpossiblePorts_Throws(int http, int grpc) =>
        Assert.Throws<OptionsValidationException>(() => new GatewayOptions { HttpPort = http, GrpcPort = grpc }.Validate());
}
