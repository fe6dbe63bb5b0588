using Alerts.Forecast.Bands;
using Xunit;

namespace Alerts.Tests.Unit.Forecast;

// Rule: the design, at least 3 years of history to within 90 days of now, or a live source heard in the last 72 hours.
public sealed class CoverageRuleTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IsAssessed_NothingLoadedNothingHeard_IsNot() => Assert.False(CoverageRule.IsAssessed(Coverage.None, Now));

    [Theory]
    [InlineData("2021-07-01", "2024-06-30", true)]
    [InlineData("2021-07-02", "2024-06-30", false)]
    [InlineData("2010-01-01", "2024-06-19", true)]
    [InlineData("2010-01-01", "2024-06-18", false)]
    public void IsAssessed_HistoryOnly_NeedsThreeYearsToWithinNinetyDays(string from, string through, bool assessed) =>
        Assert.Equal(assessed, CoverageRule.IsAssessed(new Coverage(DateOnly.Parse(from), DateOnly.Parse(through), null), Now));

    [Theory]
    [InlineData(72, true)]
    [InlineData(72.01, false)]
    [InlineData(0, true)]
    public void IsAssessed_LiveSourceOnly_NeedsASignWithin72Hours(double hoursAgo, bool assessed) =>
        Assert.Equal(assessed, CoverageRule.IsAssessed(new Coverage(null, null, Now.AddHours(-hoursAgo)), Now));
}
