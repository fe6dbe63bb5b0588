using System.Text;
using Alerts.Forecast.Scoring;
using Xunit;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ForecastParametersTests
{
    private const string Good = """
        {"version": "t", "provenance": "made up", "fittedThrough": "2017-12-31", "eventHalfLivesDays": [7, 30], "eventScale": 4,
         "countryHalfLivesDays": [14], "countryScale": 10, "nonLethalHalfLifeDays": 90, "nonLethalScale": 4, "populationCentreLog10": 4.5,
         "horizons": [
           {"days": 7, "intercept": -5, "events": [0.5, 0.4], "countries": [0.1], "population": 0.1, "nonLethal": 0},
           {"days": 30, "intercept": -4, "events": [0.3, 0.2], "countries": [0.2], "population": -0.1, "nonLethal": 0.1}],
         "scoredCities": {"ML": 21}}
        """;

    [Fact]
    public void LoadDefault_Shipped_HoldsTheParametersOfTheDesign()
    {
        ForecastParameters shipped = ForecastParameters.LoadDefault();
        Assert.Equal("1", shipped.Version);
        Assert.Equal([7, 30, 90, 365, 1460], shipped.EventHalfLivesDays);
        Assert.Equal([0.398, 0.426, 0.318, 0.279, 0.234], shipped.For(Horizon.Days30).Events);
        Assert.Equal([0.514, 0.447, 0.328, 0.203, 0.125], shipped.For(Horizon.Days7).Events);
        Assert.Equal(21, shipped.ScoredCitiesOf("ML"));
        Assert.Equal(1, shipped.ScoredCitiesOf("ZZ"));
    }

    [Fact]
    public void Load_OtherNumberOfKernels_IsAccepted() => Assert.Equal([0.5, 0.4], Load(Good).For(Horizon.Days7).Events);

    [Theory]
    [InlineData("[0.5, 0.4]", "[0.5, -0.4]", "horizons[7 days].events must be at least 0")]
    [InlineData("[0.5, 0.4]", "[0.5]", "horizons[7 days].events must have one weight per half-life")]
    [InlineData("[7, 30]", "[30, 7]", "eventHalfLivesDays must be above 0 and rise")]
    [InlineData("[7, 30]", "[]", "eventHalfLivesDays must not be empty")]
    [InlineData("\"days\": 7", "\"days\": 8", "horizons must hold 7 and 30 days")]
    [InlineData("\"days\": 7", "\"days\": 30", "horizons must hold 7 and 30 days")]
    [InlineData("\"ML\": 21", "\"ML\": 0", "scoredCities.ML must be at least 1")]
    [InlineData("\"eventScale\": 4", "\"eventScale\": 0", "eventScale must be above 0")]
    [InlineData("\"nonLethal\": 0.1", "\"nonLethal\": -0.1", "horizons[30 days].nonLethal must be at least 0")]
    [InlineData("\"version\": \"t\"", "\"version\": \"\"", "version must not be empty")]
    [InlineData("\"version\": \"t\"", "\"version\": \"t\", \"unheard\": 1", "cannot be read")]
    [InlineData("\"eventScale\": 4,", "", "cannot be read")]
    [InlineData("{\"version\"", "{{", "cannot be read")]
    public void Load_Inconsistent_IsRefusedByName(string good, string bad, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static ForecastParameters Load(string json) => ForecastParameters.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
