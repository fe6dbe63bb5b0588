using Alerts.Platform.Access;
using Alerts.Terms;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Platform;

public sealed class InternalTokensTests
{
    private static readonly Principal Caller = new("officer-1", Scope.Local, Roles.Officer | Roles.Adviser);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Verify_Minted_GivesTheCaller()
    {
        var tokens = new InternalTokens(new byte[32], _time);
        Assert.Equal(Caller, await tokens.VerifyAsync(tokens.Mint(Caller)));
    }

    [Fact]
    public async Task Verify_Expired_GivesNobody()
    {
        var tokens = new InternalTokens(new byte[32], _time);
        string token = tokens.Mint(Caller);
        await tokens.VerifyAsync(token);
        _time.Advance(InternalTokens.Lifetime);
        Assert.Null(await tokens.VerifyAsync(token));
        Assert.NotNull(await tokens.VerifyAsync(tokens.Mint(Caller)));
    }

    [Fact]
    public async Task Verify_OtherKeyForgedOrMissing_GivesNobody()
    {
        byte[] other = new byte[32];
        other[0] = 1;
        var tokens = new InternalTokens(new byte[32], _time);
        Assert.Null(await tokens.VerifyAsync(new InternalTokens(other, _time).Mint(Caller)));
        Assert.Null(await tokens.VerifyAsync(tokens.Mint(Caller) + "x"));
        Assert.Null(await tokens.VerifyAsync("rubbish"));
        Assert.Null(await tokens.VerifyAsync(null));
    }
}
