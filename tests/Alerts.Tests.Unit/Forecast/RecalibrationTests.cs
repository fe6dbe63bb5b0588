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

    // What was learnt is taken at some time, and offered to a ledger that was filled in another order after a restart: it says at once what it said before, and later, whatever comes, what one says
    // that has learnt everything itself.
    [Property(MaxTest = 60)]
    public void OfferLearnt_SamePast_GivesTheSameBitsAtOnceAndLater(int seed)
    {
        var random = new Random(seed);
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 50);
        LedgerEvent[] late = [.. events.Where(e => random.Next(6) == 0)];
        var first = new EventLedger(Parameters, Cities, learnsApart: true);
        foreach (LedgerEvent one in events.Except(late)) first.Put(one);
        LearnAll(first, at);
        byte[]? state = first.TakeLearnt(Bamako.GeonameId, at, TimeSpan.Zero);
        Assert.Null(first.TakeLearnt(Kati.GeonameId, at, TimeSpan.Zero));

        var restarted = new EventLedger(Parameters, Cities, learnsApart: true);
        foreach (LedgerEvent one in events.Except(late).OrderBy(_ => random.Next())) restarted.Put(one);
        if (state is not null) restarted.OfferLearnt(Gao.GeonameId, state);
        LearnAll(restarted, at);
        Assert.Null(restarted.TakeLearnt(Bamako.GeonameId, at, TimeSpan.Zero));
        AssertSame(first, restarted, at);

        foreach (LedgerEvent one in late) restarted.Put(one);
        at = at.AddDays(random.Next(80));
        LearnAll(restarted, at);
        EventLedger sorted = NewLedger();
        foreach (LedgerEvent one in events.OrderBy(e => e.LocalDay)) sorted.Put(one);
        AssertSame(sorted, restarted, at);
    }

    // A past that differs in one day, other cities, other parameters, a state that is cut off: each is learnt anew.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OfferLearnt_OtherPast_LearnsAnew(int difference)
    {
        EventLedger Ledger(bool apart, bool more, ForecastParameters parameters, ScoredCity[] cities)
        {
            var ledger = new EventLedger(parameters, cities, apart);
            for (int i = 0; i < 40; i++) ledger.Put(Event($"e{i}", Bamako, 9, Day.AddDays(-30 * (i + 1))));
            if (more) ledger.Put(Event("more", Kati, 3, Day.AddDays(-100)));
            return ledger;
        }

        EventLedger learnt = Ledger(true, false, Parameters, Cities);
        LearnAll(learnt, At);
        byte[] state = learnt.TakeLearnt(Bamako.GeonameId, At, TimeSpan.Zero)!;
        if (difference == 3) state = state[..^40];
        ForecastParameters parameters = difference == 2 ? Parameters with { PopulationCentreLog10 = 4.6 } : Parameters;
        ScoredCity[] cities = difference == 1 ? [Bamako, Kati, Gao with { Population = 90_000 }] : Cities;
        bool more = difference == 0;

        EventLedger other = Ledger(true, more, parameters, cities);
        other.OfferLearnt(Bamako.GeonameId, state);
        LearnAll(other, At);
        AssertSame(Ledger(false, more, parameters, cities), other, At);
        Assert.NotNull(other.TakeLearnt(Bamako.GeonameId, At, TimeSpan.Zero));
    }

    // Where the state is taken, one piece of work for the cities and one for the weeks since then do.
    [Fact]
    public void OfferLearnt_DecadesOfHistory_NeedsNoFoldOverThem()
    {
        EventLedger Ledger()
        {
            var ledger = new EventLedger(Parameters, Cities, learnsApart: true);
            for (int i = 0; i < 600; i++) ledger.Put(Event($"e{i}", Gao, 9, Day.AddDays(-20 * (i + 1))));
            return ledger;
        }

        EventLedger learnt = Ledger();
        int folded = LearnAll(learnt, At);
        EventLedger restarted = Ledger();
        restarted.OfferLearnt(Gao.GeonameId, learnt.TakeLearnt(Gao.GeonameId, At, TimeSpan.Zero)!);
        Assert.Equal((true, 1), (folded > 2, LearnAll(restarted, At)));
        Assert.False(Score(restarted, Gao).Skill.IsPending);
        AssertSame(learnt, restarted, At);
    }

    private static int LearnAll(EventLedger ledger, DateTimeOffset at)
    {
        int pieces = 0;
        while (ledger.Learn(Bamako.GeonameId, at, TimeSpan.Zero)) pieces++;
        return pieces;
    }

    private static void AssertSame(EventLedger expected, EventLedger actual, DateTimeOffset at)
    {
        foreach (ScoredCity city in expected.Cities)
        {
            foreach (DateTimeOffset then in new[] { at, at.AddDays(-30), at.AddDays(-400) })
            {
                (CityForecast days30, CityForecast days7) = new Forecaster(expected).ScoreBoth(city.GeonameId, then, TimeSpan.Zero);
                (CityForecast other30, CityForecast other7) = new Forecaster(actual).ScoreBoth(city.GeonameId, then, TimeSpan.Zero);
                Assert.Equal((days30.P, days30.Skill, days7.P, days7.Skill), (other30.P, other30.Skill, other7.P, other7.Skill));
            }
        }
    }

    private static CityForecast Score(EventLedger ledger, ScoredCity city, DateTimeOffset? at = null) =>
        new Forecaster(ledger).Score(city.GeonameId, at ?? At, TimeSpan.Zero, Horizon.Days30);
}
