using Alerts.Forecast.BackTest;
using Alerts.Forecast.Fitting;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class BackTestTests
{
    private static readonly IProgress<double> Silent = new Progress<double>();
    private static readonly DateOnly From = Day.AddDays(300);
    private static readonly DateOnly To = Day.AddDays(365);

    // The one promise that makes the figures worth anything: an origin knows nothing of its own day or later.
    [Fact]
    public void Run_WhatComesLater_ChangesNoEarlierOrigin()
    {
        (LedgerEvent[] events, _) = RandomLedger.Of(3, 200);
        BackTestOutcome all = Run(events);
        for (int week = 0; week < all.Origins.Count; week++)
        {
            BackTestOutcome known = Run([.. events.Where(e => e.LocalDay < all.Origins[week])]);
            Assert.Equal(all.Forecasts[week], known.Forecasts[week]);
        }
    }

    [Fact]
    public void Run_AgainAndInAnotherOrder_GivesTheSameBits()
    {
        (LedgerEvent[] events, _) = RandomLedger.Of(3, 200);
        BackTestOutcome once = Run(events);
        BackTestOutcome again = Run([.. events.Reverse()]);
        Assert.Equal(once.Forecasts.SelectMany(p => p), again.Forecasts.SelectMany(p => p));
        Assert.Equal(once.Score()[0].BrierSkill, again.Score()[0].BrierSkill);
    }

    [Fact]
    public void Score_Models_HaveTheReferenceAtZero()
    {
        (LedgerEvent[] events, _) = RandomLedger.Of(3, 200);
        IReadOnlyList<ModelScore> scores = Run(events).Score();
        Assert.Equal(4, scores.Count);
        Assert.Equal(0, scores[1].BrierSkill);
        Assert.All(scores, s => Assert.Equal(scores[0].Rows, s.Reliability.Sum(bin => bin.Rows)));
    }

    [Fact]
    public void Fit_SameEvents_GivesTheSameParametersAndNoNegativeWeight()
    {
        var random = new Random(1);
        LedgerEvent[] events = [.. Enumerable.Range(0, 400).Select(i => RandomLedger.One(random, $"e{i}") with { LocalDay = Day.AddDays(-random.Next(3000)) })];
        ForecastParameters Fit() => ForecastFit.Run(FitRegion.Split(Cities, [events]), Day, "t", "made up", Silent);
        ForecastParameters once = Fit();
        Assert.Equal(once.For(Horizon.Days30).Kernels, Fit().For(Horizon.Days30).Kernels);
        Assert.All(once.Horizons, h => Assert.All(h.Kernels, weight => Assert.True(weight >= 0)));
        Assert.Throws<InvalidOperationException>(() => ForecastFit.Run(FitRegion.Split(Cities, [events]), Day.AddDays(-2900), "t", "made up", Silent));
    }

    private static BackTestOutcome Run(LedgerEvent[] events) =>
        new BackTestRun(Parameters, Cities, events, From, To, Horizon.Days30).Run(Silent, TestContext.Current.CancellationToken);
}
