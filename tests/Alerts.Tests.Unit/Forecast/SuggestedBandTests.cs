using Alerts.Forecast.Bands;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Forecast;

// Cuts and patience: the design's table, 2, 8, 25 and 60 %, two weekly checks below 0.7 times the lower cut.
public sealed class SuggestedBandTests
{
    [Theory]
    [InlineData(0, ThreatLevel.Minimal)]
    [InlineData(0.0199, ThreatLevel.Minimal)]
    [InlineData(0.02, ThreatLevel.Low)]
    [InlineData(0.0799, ThreatLevel.Low)]
    [InlineData(0.08, ThreatLevel.Moderate)]
    [InlineData(0.25, ThreatLevel.Substantial)]
    [InlineData(0.60, ThreatLevel.High)]
    [InlineData(1, ThreatLevel.High)]
    public void LevelOf_EachCut_BelongsToTheHigherBand(double p, ThreatLevel level) => Assert.Equal(level, SuggestedBand.LevelOf(p));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void LevelOf_NotAProbability_IsRefused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => SuggestedBand.LevelOf(p));

    [Fact]
    public void Observe_Higher_RisesAtOnceByAnyNumberOfSteps() =>
        Assert.Equal(ThreatLevel.Substantial, SuggestedBand.Start(0.01).Observe(0.3).Level);

    [Fact]
    public void Observe_Lower_NeverFalls() => Assert.Equal(new SuggestedBand(ThreatLevel.High, 1), new SuggestedBand(ThreatLevel.High, 1).Observe(0));

    [Fact]
    public void CheckWeekly_TwoInARowBelow_FallsOneStepAndStartsAnew()
    {
        SuggestedBand band = SuggestedBand.Start(0.7).CheckWeekly(0.01);
        Assert.Equal(new SuggestedBand(ThreatLevel.High, 1), band);
        Assert.Equal(new SuggestedBand(ThreatLevel.Substantial, 0), band.CheckWeekly(0.01));
    }

    [Theory]
    [InlineData(0.0559, 1)]
    [InlineData(0.0561, 0)]
    public void CheckWeekly_AroundSevenTenthsOfTheCut_CountsOnlyBelow(double p, int checks) =>
        Assert.Equal(new SuggestedBand(ThreatLevel.Moderate, checks), SuggestedBand.Start(0.08).CheckWeekly(p));

    [Fact]
    public void CheckWeekly_RecoveryBetween_StartsTheCountAnew()
    {
        SuggestedBand band = SuggestedBand.Start(0.1).CheckWeekly(0.03).CheckWeekly(0.07).CheckWeekly(0.03);
        Assert.Equal(new SuggestedBand(ThreatLevel.Moderate, 1), band);
    }

    [Property]
    public void CheckWeekly_AnyRun_NeverFallsByMoreThanAStepNorBelowTheProbabilitysOwnLevel(int seed)
    {
        var random = new Random(seed);
        SuggestedBand band = SuggestedBand.Start(random.NextDouble());
        for (int week = 0; week < 50; week++)
        {
            double p = random.NextDouble() * random.NextDouble();
            SuggestedBand next = band.CheckWeekly(p);
            Assert.True(next.Level >= band.Level - 1);
            Assert.True(next.Level >= SuggestedBand.LevelOf(p));
            band = next;
        }
    }
}
