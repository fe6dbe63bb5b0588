using Alerts.Gazetteer;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Platform;

/// <summary>A code that no country has is refused wherever one is taken: a watch on it would never alert.</summary>
public sealed class CountryCodeTests
{
    [Theory]
    [InlineData("UK")]
    [InlineData("XX")]
    [InlineData("ml")]
    [InlineData("MLI")]
    [InlineData("")]
    [InlineData(null)]
    public void IsKnown_NoCountry_IsFalse(string? code) => Assert.False(CountryCode.IsKnown(code));

    [Fact]
    public void IsKnown_EveryCountryOfTheGazetteer_IsTrue() =>
        Assert.All(PlaceIndex.Load().Scored.Select(p => p.CountryCode).Distinct(), code => Assert.True(CountryCode.IsKnown(code), code));

    [Fact]
    public void Refusal_TwoLettersOfNoCountry_NamesThem() => Assert.Contains("\"UK\"", CountryCode.Refusal("UK"), StringComparison.Ordinal);
}
