using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ForecasterTests
{
    // One kernel and weights that a hand can follow: logit = -4 + 0.5 ln(1 + 4 E), and nothing learnt on the way.
    private static readonly ForecastParameters Simple = Parameters with
    {
        Kernels = [new ForecastKernel(Zone.Near, 7, 4), new ForecastKernel(Zone.Fringe, 7, 4), new ForecastKernel(Zone.Region, 7, 4), new ForecastKernel(Zone.NonLethal, 90, 4)],
        Horizons =
        [
            new HorizonParameters { Days = 30, Intercept = -4, Population = 0.1, Kernels = [0.5, 0.3, 0.2, 0.1] },
            new HorizonParameters { Days = 7, Intercept = -5, Population = 0, Kernels = [0.4, 0, 0, 0] },
        ],
    };

    private static readonly int[] DaysAfter = [1, 8, 31, 91, 366];

    // By hand; log10 of 1,297,281 is 6.11303, the centre 4.5, ln 5 is 1.609438.
    [Theory]
    [InlineData(9.0, true, Horizon.Days7, -5 + (0.4 * 1.609438))]
    [InlineData(30.0, true, Horizon.Days30, -4 + (0.1 * 1.61303) + (0.5 * 1.609438))]
    [InlineData(50.3, true, Horizon.Days30, -4 + (0.1 * 1.61303) + (0.3 * 1.609438))]
    [InlineData(100.5, true, Horizon.Days30, -4 + (0.1 * 1.61303) + (0.2 * 1.609438))]
    [InlineData(200.5, true, Horizon.Days30, -4 + (0.1 * 1.61303))]
    [InlineData(99.5, false, Horizon.Days30, -4 + (0.1 * 1.61303) + (0.1 * 1.609438))]
    [InlineData(100.5, false, Horizon.Days30, -4 + (0.1 * 1.61303))]
    public void Score_OneEvent_FollowsTheFormula(double km, bool lethal, Horizon horizon, double logit)
    {
        var ledger = new EventLedger(Simple, Cities);
        ledger.Put(Event("a", Bamako, km, Day, lethal));
        CityForecast forecast = new Forecaster(ledger, recalibrated: false).Score(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, horizon);
        Assert.Equal(logit, forecast.Logit, 1e-5);
    }

    // What the bands rest on: a city in a quiet country stays in the lowest band, an attack lifts it at once, and it comes down again.
    [Fact]
    public void Score_AttackOnAQuietCity_RisesAtOnceAndFallsWithTime()
    {
        EventLedger ledger = NewLedger();
        double quiet = P30(ledger, Bamako, Morning(Day));
        ledger.Put(Event("a", Bamako, 9, Day));
        double[] after = [.. DaysAfter.Select(days => P30(ledger, Bamako, Morning(Day.AddDays(days))))];
        Assert.InRange(quiet, 0.001, 0.0199);
        Assert.InRange(after[0], 0.06, 0.25);
        Assert.Equal(after.OrderDescending(), after);
        Assert.True(after[^1] > quiet);
    }

    [Fact]
    public void Score_SecondEventOnTheSameDayAndRing_AddsNothingToTheEventTerms()
    {
        EventLedger one = NewLedger();
        one.Put(Event("a", Bamako, 9, Day));
        EventLedger two = NewLedger();
        two.Put(Event("a", Bamako, 9, Day));
        two.Put(Event("b", Bamako, 13, Day));
        Assert.Equal(P30(one, Bamako, Morning(Day.AddDays(1))), P30(two, Bamako, Morning(Day.AddDays(1))));
        two.Remove("a");
        Assert.Equal(P30(one, Bamako, Morning(Day.AddDays(1))), P30(two, Bamako, Morning(Day.AddDays(1))));
    }

    [Fact]
    public void Score_EventsInBothRingsOnOneDay_CountTwice()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        ledger.Put(Event("b", Bamako, 40, Day));
        CityForecast forecast = new Forecaster(ledger).Score(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, Horizon.Days30);
        Assert.All(forecast.Terms.Where(t => t.Kind == TermKind.Events), term => Assert.Equal(2, term.State));
        Assert.NotEmpty(forecast.Terms);
    }

    [Fact]
    public void Score_TodaysEvent_CountsAtAgeZeroAndIsUnchangedAtMidnight()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        double today = P30(ledger, Bamako, Morning(Day).AddHours(6));
        double midnight = P30(ledger, Bamako, Morning(Day.AddDays(1)));
        double hourLater = P30(ledger, Bamako, Morning(Day.AddDays(1)).AddHours(1));
        Assert.Equal(today, midnight);
        Assert.True(hourLater < midnight);
    }

    [Fact]
    public void Score_YesterdaysEventWhileTodayHasOne_AgesByTheHour()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        ledger.Put(Event("b", Bamako, 9, Day.AddDays(1)));
        CityForecast noon = new Forecaster(ledger).Score(Bamako.GeonameId, Morning(Day.AddDays(1)).AddHours(12), TimeSpan.Zero, Horizon.Days30);
        // By hand: today 1, and yesterday, ended half a day ago, on the half-life of 7 days.
        Assert.Equal(1 + Math.Pow(0.5, 0.5 / 7), noon.Terms.First(t => t.HalfLifeDays == 7).State, 1e-12);
    }

    [Fact]
    public void Score_LocalMidnight_FollowsTheOffset()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        var forecaster = new Forecaster(ledger);
        DateTimeOffset at = Morning(Day.AddDays(1)).AddHours(1);
        double behind = forecaster.Score(Bamako.GeonameId, at, TimeSpan.FromHours(-5), Horizon.Days30).P;
        double ahead = forecaster.Score(Bamako.GeonameId, at, TimeSpan.FromHours(3), Horizon.Days30).P;
        Assert.True(ahead < behind);
    }

    [Fact]
    public void Score_PastInstant_LeavesLaterDaysOut()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        double then = P30(ledger, Bamako, Morning(Day.AddDays(10)));
        ledger.Put(Event("b", Bamako, 9, Day.AddDays(20)));
        ledger.Put(Event("c", Bamako, 9, Day.AddDays(30)));
        Assert.Equal(then, P30(ledger, Bamako, Morning(Day.AddDays(10))));
    }

    [Fact]
    public void Score_UnknownCity_IsRefused() =>
        Assert.Throws<KeyNotFoundException>(() => new Forecaster(NewLedger()).Score(1, Morning(Day), TimeSpan.Zero, Horizon.Days30));

    [Fact]
    public void ScoreBoth_AnyCity_EqualsTheTwoScores()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        var forecaster = new Forecaster(ledger);
        (CityForecast days30, CityForecast days7) = forecaster.ScoreBoth(Bamako.GeonameId, Morning(Day.AddDays(3)), TimeSpan.Zero);
        Assert.Equal(forecaster.Score(Bamako.GeonameId, Morning(Day.AddDays(3)), TimeSpan.Zero, Horizon.Days30).P, days30.P);
        Assert.Equal(forecaster.Score(Bamako.GeonameId, Morning(Day.AddDays(3)), TimeSpan.Zero, Horizon.Days7).P, days7.P);
        Assert.True(days7.P < days30.P);
    }
}
