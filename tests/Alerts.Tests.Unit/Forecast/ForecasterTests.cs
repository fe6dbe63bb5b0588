using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ForecasterTests
{
    // Source: the figures that the design gives for the parameters of version 1. They hold for 1,297,281 inhabitants and count the event
    // terms only (one attack within 25 km, age 0), so the attack is given another country here. With its country term the first is 12.5 %.
    [Theory]
    [InlineData(0, 11.5)]
    [InlineData(7, 9.0)]
    [InlineData(30, 5.2)]
    [InlineData(90, 3.2)]
    [InlineData(365, 1.8)]
    public void Score_DaysAfterOneAttack_AsTheDesignSays(int days, double percent)
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day, country: "XX"));
        Assert.Equal(percent, Math.Round(100 * P30(ledger, Bamako, Morning(Day.AddDays(1 + days))), 1));
    }

    [Fact]
    public void Score_QuietCity_AsTheDesignSays() => Assert.Equal(0.9, Math.Round(100 * P30(NewLedger(), Bamako, Morning(Day)), 1));

    [Fact]
    public void Score_AttackInItsCountry_AddsTheCountryTerms()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        // By hand: 21 scored places in Mali, so logit -2.0426 + 0.239 ln(1 + 10/21) + 0.015 ln(1 + 10/21).
        Assert.Equal(0.1253, P30(ledger, Bamako, Morning(Day.AddDays(1))), 0.0001);
    }

    // Logits by hand from the formula of ForecastParameters.
    [Theory]
    [InlineData(9.0, true, Horizon.Days7, -5.351 - (0.109 * 1.61303) + ((0.514 + 0.447 + 0.328 + 0.203 + 0.125) * 1.609438))]
    [InlineData(30.0, true, Horizon.Days30, -4.582 - (0.077 * 1.61303) + (1.655 * 1.609438))]
    [InlineData(50.3, true, Horizon.Days30, -4.582 - (0.077 * 1.61303))]
    [InlineData(99.5, false, Horizon.Days30, -4.582 - (0.077 * 1.61303) + (0.072 * 1.609438))]
    [InlineData(100.5, false, Horizon.Days30, -4.582 - (0.077 * 1.61303))]
    public void Score_OneEventAbroad_FollowsTheFormula(double km, bool lethal, Horizon horizon, double logit)
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, km, Day, lethal, country: "XX"));
        CityForecast forecast = new Forecaster(ledger).Score(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, horizon);
        Assert.Equal(logit, forecast.Logit, 1e-5);
    }

    [Fact]
    public void Score_SecondEventOnTheSameDayAndRing_AddsNothingToTheEventTerms()
    {
        EventLedger one = NewLedger();
        one.Put(Event("a", Bamako, 9, Day, country: "XX"));
        EventLedger two = NewLedger();
        two.Put(Event("a", Bamako, 9, Day, country: "XX"));
        two.Put(Event("b", Bamako, 13, Day, country: "XX"));
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
