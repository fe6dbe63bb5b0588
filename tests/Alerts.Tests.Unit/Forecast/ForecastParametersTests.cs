using System.Text;
using Alerts.Forecast.Scoring;
using Xunit;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ForecastParametersTests
{
    private const string Good = """
        {"version": "t", "provenance": "made up", "fittedThrough": "2017-12-31", "populationCentreLog10": 4.5,
         "kernels": [{"zone": "near", "halfLifeDays": 7, "scale": 4}, {"zone": "fringe", "halfLifeDays": 30, "scale": 1}],
         "recalibration": {"halfLifeDays": 150, "interceptPrecision": 10, "slopePrecision": 15, "hinge": -2.5, "outcomeWeight": 0.05},
         "horizons": [
           {"days": 7, "intercept": -5, "population": 0.1, "kernels": [0.5, 0.4]},
           {"days": 30, "intercept": -4, "population": -0.1, "kernels": [0.3, 0.2]}]}
        """;

    [Fact]
    public void LoadDefault_Shipped_SaysWhereItComesFromAndNeverLetsAnEventLowerAForecast()
    {
        ForecastParameters shipped = ForecastParameters.LoadDefault();
        Assert.Contains("UCDP GED", shipped.Provenance, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", shipped.Provenance, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2017, 12, 31), shipped.FittedThrough);
        Assert.All(shipped.Horizons, h => Assert.All(h.Kernels, weight => Assert.True(weight >= 0)));
    }

    [Fact]
    public void Save_Loaded_IsTheSame()
    {
        var file = new MemoryStream();
        ForecastParameters.LoadDefault().Save(file);
        string once = Encoding.UTF8.GetString(file.ToArray());
        file.Position = 0;
        var again = new MemoryStream();
        ForecastParameters.Load(file).Save(again);
        Assert.Equal(once, Encoding.UTF8.GetString(again.ToArray()));
    }

    [Fact]
    public void Load_OtherKernels_IsAccepted() => Assert.Equal([0.5, 0.4], Load(Good).For(Horizon.Days7).Kernels);

    [Theory]
    [InlineData("[0.5, 0.4]", "[0.5, -0.4]", "horizons[7 days].kernels must be at least 0")]
    [InlineData("[0.5, 0.4]", "[0.5]", "horizons[7 days].kernels must have one weight per kernel")]
    [InlineData("\"halfLifeDays\": 7", "\"halfLifeDays\": 0", "kernels.halfLifeDays must be above 0")]
    [InlineData("\"scale\": 4", "\"scale\": -1", "kernels.scale must be above 0")]
    [InlineData("\"fringe\", \"halfLifeDays\": 30, \"scale\": 1", "\"near\", \"halfLifeDays\": 7, \"scale\": 4", "kernels must differ")]
    [InlineData("\"near\"", "\"nearby\"", "cannot be read")]
    [InlineData("\"days\": 7", "\"days\": 8", "horizons must hold 7 and 30 days")]
    [InlineData("\"days\": 7", "\"days\": 30", "horizons must hold 7 and 30 days")]
    [InlineData("\"interceptPrecision\": 10", "\"interceptPrecision\": 0", "recalibration.interceptPrecision must be above 0")]
    [InlineData("\"outcomeWeight\": 0.05", "\"outcomeWeight\": 2", "recalibration.outcomeWeight must be at most 1")]
    [InlineData("\"version\": \"t\"", "\"version\": \"\"", "version must not be empty")]
    [InlineData("\"version\": \"t\"", "\"version\": \"t\", \"unheard\": 1", "cannot be read")]
    [InlineData("\"populationCentreLog10\": 4.5,", "", "cannot be read")]
    [InlineData("{\"version\"", "{{", "cannot be read")]
    public void Load_Inconsistent_IsRefusedByName(string good, string bad, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static ForecastParameters Load(string json) => ForecastParameters.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
