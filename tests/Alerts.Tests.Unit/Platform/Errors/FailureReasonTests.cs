using Alerts.Platform.Errors;
using Xunit;

namespace Alerts.Tests.Unit.Platform.Errors;

public sealed class FailureReasonTests
{
    [Fact]
    public void Of_MessageWithZeroCharacter_CanBeStored() =>
        Assert.Equal(@"FormatException: a\0b", FailureReason.Of(new FormatException("a\0b")));

    [Fact]
    public void Of_LongMessage_IsCut() => Assert.Equal(FailureReason.Limit, FailureReason.Of(new FormatException(new string('x', 2_000))).Length);
}
