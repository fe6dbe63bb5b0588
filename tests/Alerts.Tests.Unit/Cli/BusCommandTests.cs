using System.Net;
using System.Net.Sockets;
using Alerts.Cli;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class BusCommandTests : IAsyncLifetime
{
    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Theory]
    [InlineData("bus", "replay")]
    [InlineData("bus", "show", "--broker", "http://broker")]
    [InlineData("bus", "show", "q", "--limit", "0")]
    [InlineData("bus", "show", "--broker-password-file", "/nowhere/password")]
    [InlineData("bus", "show", "--broker-ca", "/nowhere/ca.pem")]
    public async Task Run_NotUnderstood_Is2(params string[] args)
    {
        Assert.Equal(ExitCodes.Usage, await _cli.RunAsync([.. args, "--json"]));
        Assert.Equal("USAGE", (string?)_cli.ErrorJson()["reason"]);
    }

    [Fact]
    public async Task Show_NobodyListens_Is5AndTellsNoPassword()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        int port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        Assert.Equal(ExitCodes.Unreachable, await _cli.RunAsync("bus", "show", "--broker", $"amqp://ops:secret@127.0.0.1:{port}", "--json"));
        Assert.Equal("BROKER_UNREACHABLE", (string?)_cli.ErrorJson()["reason"]);
        Assert.DoesNotContain("secret", _cli.Error, StringComparison.Ordinal);
    }
}
