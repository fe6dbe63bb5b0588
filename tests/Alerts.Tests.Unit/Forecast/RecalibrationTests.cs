using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using FsCheck.Xunit;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class RecalibrationTests
{
    private static readonly DateTimeOffset At = Morning(Day);

    [Fact]
    public void Score_EmptyLedger_HasNothingLearntAndNoSkillFigure()
    {
        CityForecast forecast = Score(NewLedger(), Bamako);
        Assert.Equal(0, Contribution(forecast, TermKind.Country));
        Assert.Null(forecast.Skill.City);
        Assert.False(forecast.Skill.IsNone);
    }

    // An attack every 50 days: rarer than the formula expects after each, again and again.
    [Fact]
    public void Score_AttacksThatNeverComeInRows_TeachesTheCountryToExpectLess()
    {
        EventLedger ledger = NewLedger();
        for (int i = 0; i < 60; i++) ledger.Put(Event($"e{i}", Bamako, 9, Day.AddDays(-50 * (i + 1))));
        CityForecast learnt = Score(ledger, Bamako);
        double formula = new Forecaster(ledger, recalibrated: false).Score(Bamako.GeonameId, At, TimeSpan.Zero, Horizon.Days30).Logit;
        Assert.NotEqual(0, Contribution(learnt, TermKind.Country));
        Assert.Equal(learnt.Logit, formula + Contribution(learnt, TermKind.Country) + Contribution(learnt, TermKind.Climatology), 1e-9);
    }

    [Fact]
    public void Score_AttacksEveryWeek_HasSkillInAnotherwiseQuietPastOnly()
    {
        EventLedger ledger = NewLedger();
        for (int week = 0; week < 150; week++)
        {
            ledger.Put(Event($"a{week}", Bamako, 9, Day.AddDays(-7 * week)));
            if (week >= 100) ledger.Put(Event($"b{week}", Gao, 9, Day.AddDays(-7 * week)));
        }

        Assert.InRange(Score(ledger, Gao).Skill.City!.Value, 0.1, 1);
        Assert.NotNull(Score(ledger, Bamako).Skill.Country);
    }

    // Runs of attacks that stop as soon as the sums have risen: the worst that can be done to a forecast by persistence.
    [Fact]
    public void Score_ForecastsWorseThanTheLongTermRate_SaysSoAndLeansOnIt()
    {
        EventLedger ledger = NewLedger();
        for (int run = 0; run < 40; run++)
        {
            for (int day = 0; day < 5; day++) ledger.Put(Event($"e{run}-{day}", Bamako, 9, Day.AddDays(-5 - day - (75 * run))));
        }

        var forecaster = new Forecaster(ledger);
        CityForecast[] weeks = [.. Enumerable.Range(0, 100).Select(week => forecaster.Score(Bamako.GeonameId, At.AddDays(-7 * week), TimeSpan.Zero, Horizon.Days30))];
        Assert.Equal(weeks[0].Skill.IsNone, Contribution(weeks[0], TermKind.Climatology) != 0);
        Assert.All(weeks, f => Assert.Equal(f.Logit, f.Terms.Sum(t => t.Contribution), 1e-9));
    }

    // What is folded apart, in pieces, while incidents come, change and go in any order, ends in the bits of a fold over the sorted history.
    [Property(MaxTest = 60)]
    public void Learn_InPiecesBetweenChanges_GivesTheSameBits(int seed)
    {
        var random = new Random(seed);
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 50);
        EventLedger sorted = NewLedger();
        foreach (LedgerEvent one in events.OrderBy(e => e.LocalDay)) sorted.Put(one);
        var apart = new EventLedger(Parameters, Cities, learnsApart: true);
        foreach (LedgerEvent one in events.OrderBy(_ => random.Next()))
        {
            apart.Put(one);
            if (random.Next(3) == 0) Score(apart, Gao, at.AddDays(-random.Next(300)));
            for (int piece = random.Next(4); piece > 0; piece--) apart.Learn(Bamako.GeonameId, at, TimeSpan.Zero);
        }

        while (apart.Learn(Gao.GeonameId, at, TimeSpan.Zero))
        {
        }

        Assert.All(Cities, city =>
        {
            (CityForecast expected, CityForecast found) = (Score(sorted, city, at), Score(apart, city, at));
            Assert.Equal((expected.P, expected.Skill), (found.P, found.Skill));
        });
    }

    [Fact]
    public void Score_NothingFoldedYet_IsTheFormulaAndSaysThatSkillIsNotKnown()
    {
        var ledger = new EventLedger(Parameters, Cities, learnsApart: true);
        for (int i = 0; i < 60; i++) ledger.Put(Event($"e{i}", Bamako, 9, Day.AddDays(-50 * (i + 1))));
        CityForecast first = Score(ledger, Bamako);
        Assert.True(first.Skill is { IsPending: true, City: null, Country: null, IsNone: false });
        Assert.Equal(new Forecaster(ledger, recalibrated: false).Score(Bamako.GeonameId, At, TimeSpan.Zero, Horizon.Days30).P, first.P);
        long before = ledger.ChangesUpTo(Bamako.GeonameId, At, TimeSpan.Zero);
        while (ledger.Learn(Bamako.GeonameId, At, TimeSpan.Zero))
        {
        }

        Assert.False(Score(ledger, Bamako).Skill.IsPending);
        Assert.NotEqual(before, ledger.ChangesUpTo(Bamako.GeonameId, At, TimeSpan.Zero));

        // A change of the past: the answer stands as it was taught before until the fold is made anew, whole.
        ledger.Put(Event("old", Bamako, 9, Day.AddDays(-700)));
        Assert.True(Score(ledger, Bamako).Skill.IsPending);
        Assert.NotEqual(0, Contribution(Score(ledger, Bamako), TermKind.Country));
        // A new Monday is folded by the question itself.
        while (ledger.Learn(Bamako.GeonameId, At, TimeSpan.Zero))
        {
        }

        Assert.False(Score(ledger, Bamako, At.AddDays(7)).Skill.IsPending);
    }

    // A history before 1970 and on the other side of the date line is a history like any other.
    [Fact]
    public void Score_ShiftedInTimeAndLongitude_GivesTheSameBits()
    {
        (LedgerEvent[] events, _) = RandomLedger.Of(7, 60);
        const int years = 400 * 7; // Days: whole weeks, so that Mondays stay Mondays.
        EventLedger here = NewLedger();
        foreach (LedgerEvent one in events) here.Put(one);
        EventLedger early = NewLedger();
        foreach (LedgerEvent one in events) early.Put(one with { LocalDay = one.LocalDay.AddDays(-10 * years) });
        DateTimeOffset at = At.AddDays(400);
        Assert.Equal(
            Score(here, Bamako, at).P,
            new Forecaster(early).Score(Bamako.GeonameId, at.AddDays(-10 * years), TimeSpan.Zero, Horizon.Days30).P);
    }

    private static double Contribution(CityForecast forecast, TermKind kind) => forecast.Terms.Where(t => t.Kind == kind).Sum(t => t.Contribution);

    private static CityForecast Score(EventLedger ledger, ScoredCity city, DateTimeOffset? at = null) =>
        new Forecaster(ledger).Score(city.GeonameId, at ?? At, TimeSpan.Zero, Horizon.Days30);
}
