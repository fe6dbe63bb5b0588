using Alerts.Cli;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// Events and cities are made up.
public sealed class BacktestTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _cli.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Dates before 1970, ids that are no numbers, and a city and its attacks on the two sides of the date line.
    [Fact]
    public async Task Backtest_MadeUpWorld_WritesEveryCityAndWeekAndATable()
    {
        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync(Args(Events())));
        string[] rows = await File.ReadAllLinesAsync(Path.Combine(_folder, "out.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("dataset,geonameid,origin,p", rows[0]);
        Assert.Equal(1 + (2 * 9), rows.Length);
        double hit = double.Parse(rows.Single(r => r.StartsWith("x,near,1968-02-26,", StringComparison.Ordinal)).Split(',')[3]);
        double far = double.Parse(rows.Single(r => r.StartsWith("x,far,1968-02-26,", StringComparison.Ordinal)).Split(',')[3]);
        Assert.True(hit > 3 * far);
        Assert.Contains("this forecast", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("It is not a forecast of tonight", await File.ReadAllTextAsync(Path.Combine(_folder, "page.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1968-02-01", "1968-13-01", "date is no date")]
    [InlineData("179.95", "east", "lon is no number")]
    [InlineData("fatalities", "killed", "has no column fatalities")]
    public async Task Backtest_BadEvents_EndsWithTheReason(string good, string bad, string message)
    {
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync(Args(Events().Replace(good, bad, StringComparison.Ordinal))));
        Assert.Contains(message, _cli.Error, StringComparison.Ordinal);
    }

    private static string Events()
    {
        string rows = string.Concat(Enumerable.Range(1, 28).Select(day => $"e{day},1968-02-{day:00},1,{(day % 2 == 0 ? "179.95" : "180.05")},Q,2,\n"));
        return $"id,date,lat,lon,country,fatalities,where_precision\n{rows}late,1968-06-30,1,179.95,Q,0,\nvague,1968-02-03,1,0,Q,9,6\n";
    }

    private string[] Args(string events)
    {
        File.WriteAllText(Path.Combine(_folder, "events.csv"), events);
        File.WriteAllText(
            Path.Combine(_folder, "cities.csv"),
            "geonameid,name,country,admin1,feature,lat,lon,population\nnear,A,Q1,,PPL,1,-179.95,20000\nfar,B,Q1,,PPLC,1,0,900\nsmall,C,Q1,,PPL,1,1,900\n");
        return
        [
            "backtest", "--events", Path.Combine(_folder, "events.csv"), "--cities", Path.Combine(_folder, "cities.csv"), "--dataset", "x",
            "--from", "1968-01-29", "--to", "1968-03-28", "--out", Path.Combine(_folder, "out.csv"), "--page", Path.Combine(_folder, "page.svg"),
        ];
    }
}
