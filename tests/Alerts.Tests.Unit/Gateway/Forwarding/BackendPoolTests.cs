using Alerts.Gateway.Forwarding;
using Microsoft.Extensions.Options;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.Forwarding;

public sealed class BackendPoolTests
{
    private readonly BackendPool _pool = new("risk", ForwardingOptions.Parse("Risk", "http://127.0.0.1:1, http://127.0.0.1:2,http://127.0.0.1:3"));

    [Fact]
    public void Next_AllAnswer_TakesTurns() => Assert.Equal([1, 2, 3, 1, 2, 3], Ports(6));

    [Fact]
    public void Next_OneIsLost_TheOthersTakeTurns()
    {
        _pool.Backends[0].Become(BackendState.Silent);
        _pool.Backends[1].Become(BackendState.Refuses);
        Assert.All(Ports(6), port => Assert.Equal(3, port));
    }

    [Fact]
    public void Next_NoneAnswers_TriesThoseThatRefuseAndNeverThoseThatKeepSilent()
    {
        _pool.Backends[0].Become(BackendState.Silent);
        _pool.Backends[1].Become(BackendState.Refuses);
        _pool.Backends[2].Become(BackendState.Silent);
        Assert.All(Ports(3), port => Assert.Equal(2, port));
        _pool.Backends[1].Become(BackendState.Silent);
        Assert.Null(_pool.Next());
    }

    // 192.0.2.1 is for documentation, RFC 5737.
    [Theory]
    [InlineData("")]
    [InlineData("risk:8112")]
    [InlineData("ftp://127.0.0.1:8112")]
    [InlineData("http://127.0.0.1:8112/path")]
    [InlineData("http://192.0.2.1:8112")]
    [InlineData("http://127.0.0.1:8112,http://risk.example.org:8112")]
    public void Parse_NoAddressOrInTheOpen_IsRefused(string addresses) =>
        Assert.Throws<OptionsValidationException>(() => ForwardingOptions.Parse("Risk", addresses));

    [Fact]
    public void Parse_OtherMachineWithTls_IsTaken() => Assert.Single(ForwardingOptions.Parse("Risk", "https://risk.example.org:8112"));

    private int[] Ports(int calls) => [.. Enumerable.Range(0, calls).Select(_ => _pool.Next()!.Address.Port)];
}
