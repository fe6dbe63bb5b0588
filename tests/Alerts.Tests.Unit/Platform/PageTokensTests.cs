using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Platform;

public sealed class PageTokensTests
{
    private static readonly Principal Caller = new("officer", Scope.Local, Roles.Officer);
    private readonly PageTokens _tokens = new(new byte[32]);

    [Fact]
    public void Read_OwnToken_GivesThePosition() => Assert.Equal("17", _tokens.Read(Caller, "list", _tokens.Create(Caller, "list", "17")));

    [Fact]
    public void Read_Empty_IsTheFirstPage() => Assert.Null(_tokens.Read(Caller, "list", ""));

    [Theory]
    [InlineData("not base64 !")]
    [InlineData("é")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_MalformedOrForged_IsInvalid(string token) => Refused(Caller, "list", token);

    [Fact]
    public void Read_TooLong_IsInvalid() => Refused(Caller, "list", new string('A', 100_000));

    [Fact]
    public void Read_OfAnotherRequestOrOrganisation_IsInvalid()
    {
        string token = _tokens.Create(Caller, "list", "17");
        Refused(Caller, "another list", token);
        Refused(Caller with { Organisation = new Scope("another") }, "list", token);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    [InlineData(1_000_000_000)]
    public void Size_Absurd_IsInvalid(int size) => Assert.Equal(ErrorKind.InvalidArgument, Assert.Throws<AlertsException>(() => PageTokens.Size(size)).Kind);

    private void Refused(Principal caller, string request, string token)
    {
        AlertsException refused = Assert.Throws<AlertsException>(() => _tokens.Read(caller, request, token));
        Assert.Equal((ErrorKind.InvalidArgument, ErrorReasons.PageTokenInvalid), (refused.Kind, refused.Reason));
    }
}
