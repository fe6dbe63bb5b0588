using Alerts.Risk.Levels;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

public sealed class LevelRuleTests
{
    private static readonly CityInputs Covered = new() { Now = Five, IsCovered = true, Band = ThreatLevel.Low };
    private static readonly CityInputs Uncovered = new() { Now = Five, IsCovered = false, Band = ThreatLevel.Minimal };
    private static readonly SignedLevel Signed = new(ThreatLevel.Moderate, ThreatCategory.Terrorism, "invented", "adviser", Five.AddDays(-3), new DateOnly(2024, 10, 16), Five.AddDays(30));

    // Every reason that a level can have, said in both languages with the same figures.
    [Fact]
    public void Decide_EveryReason_IsSaidInFrenchToo()
    {
        CityLevel before = LevelRule.Decide(Covered);
        var up = new LevelOverride { Area = new Area(1, "ML"), Level = ThreatLevel.High, Adviser = "a", Rationale = "r", SignedAt = Five.AddDays(-1), EndsAt = Five.AddDays(1) };
        AcuteFloor floor = Floor(ThreatLevel.Extreme);
        LevelOverride down = up with { Level = ThreatLevel.Low, KnownSituations = new Dictionary<string, ThreatLevel> { [floor.SituationId] = ThreatLevel.Extreme } };
        LevelReason[] reasons =
        [
            .. new[]
            {
                Covered with { BandIsProvisional = true, Access = AccessState.CutOff, AccessFloor = ThreatLevel.Substantial },
                Covered with { Assessed = Signed, Floors = [floor], Overrides = [up, down], Access = AccessState.Restricted, AccessFloor = ThreatLevel.Moderate },
                Covered with { Assessed = Signed with { ReviewAt = Five } },
                Uncovered,
                Uncovered with { Before = before },
            }.SelectMany(inputs => LevelRule.Decide(inputs).Reasons),
        ];
        Assert.Equal(8, reasons.Select(r => r.Code).Distinct().Count());
        Assert.All(reasons, reason =>
        {
            Assert.NotNull(reason.French);
            Assert.NotEqual(reason.Text, reason.French);
            Assert.Equal(Figures(reason.Text), Figures(reason.French));
        });

        static string Figures(string text) => string.Concat(text.Where(char.IsAsciiDigit));
    }

    [Fact]
    public void Decide_NoCoverage_HasNoLevelAndIgnoresTheBand()
    {
        CityLevel city = LevelRule.Decide(Uncovered);
        Assert.Equal((null, null), (city.Level, city.Band));
        Assert.Equal([ReasonCodes.NoCoverage], city.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Decide_NoCoverageButAnAttack_TakesTheFloorAndLosesItAgain()
    {
        CityLevel during = LevelRule.Decide(Uncovered with { Floors = [Floor(ThreatLevel.High)] });
        Assert.Equal(ThreatLevel.High, during.Level);
        Assert.Null(LevelRule.Decide(Uncovered with { Before = during }).Level);
    }

    [Fact]
    public void Decide_NoCoverageButSigned_TakesThePersonsWord() => Assert.Equal(ThreatLevel.Moderate, LevelRule.Decide(Uncovered with { Assessed = Signed }).Level);

    [Theory]
    [InlineData(ThreatLevel.Low, ThreatLevel.Low)]
    [InlineData(ThreatLevel.High, ThreatLevel.High)]
    public void Decide_Unsigned_TakesTheBand(ThreatLevel band, ThreatLevel level) => Assert.Equal(level, LevelRule.Decide(Covered with { Band = band }).Level);

    [Fact]
    public void Decide_Signed_TakesTheSignedLevelAndNotTheBand()
    {
        CityLevel city = LevelRule.Decide(Covered with { Assessed = Signed, Band = ThreatLevel.High });
        Assert.Equal((ThreatLevel.Moderate, ThreatLevel.High), (city.Level!.Value, city.Band!.Value));
    }

    [Fact]
    public void Decide_ReviewOverdue_CountsOnAndSaysSo()
    {
        CityLevel city = LevelRule.Decide(Covered with { Now = Signed.ReviewAt, Assessed = Signed });
        Assert.Equal(ThreatLevel.Moderate, city.Level);
        Assert.Contains("due by 2024-10-16", city.Reasons[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("due by", LevelRule.Decide(Covered with { Now = Signed.ReviewAt.AddTicks(-1), Assessed = Signed }).Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_Floors_TakesTheHighestAndNamesItFirst()
    {
        CityLevel city = LevelRule.Decide(Covered with { Floors = [Floor(ThreatLevel.Moderate, "s1"), Floor(ThreatLevel.High, "s2")] });
        Assert.Equal((ThreatLevel.High, ThreatLevel.High), (city.Level!.Value, city.AcuteFloor!.Value));
        Assert.Equal(("ACUTE_FLOOR", "incident-s2"), (city.Reasons[0].Code, city.Reasons[0].IncidentId));
        Assert.Equal(3, city.Reasons.Count);
    }

    [Fact]
    public void Decide_FloorBelowTheBand_ChangesNothing() =>
        Assert.Equal(ThreatLevel.High, LevelRule.Decide(Covered with { Band = ThreatLevel.High, Floors = [Floor(ThreatLevel.Moderate)] }).Level);

    [Fact]
    public void Decide_CoverageLostDuringAnAttack_FreezesAndMayOnlyRise()
    {
        CityLevel before = LevelRule.Decide(Covered with { Floors = [Floor(ThreatLevel.High)] });
        CityLevel lost = LevelRule.Decide(Uncovered with { Now = Five.AddDays(4), Before = before });
        Assert.Equal((ThreatLevel.High, Five.AddDays(4)), (lost.Level!.Value, lost.FrozenSince!.Value));
        Assert.Equal(ReasonCodes.NoNewsSince, lost.Reasons[0].Code);
        CityLevel later = LevelRule.Decide(Uncovered with { Now = Five.AddDays(40), Before = lost });
        Assert.Equal((ThreatLevel.High, Five.AddDays(4)), (later.Level!.Value, later.FrozenSince!.Value));
        CityLevel risen = LevelRule.Decide(Uncovered with { Now = Five.AddDays(41), Before = later, Floors = [Floor(ThreatLevel.Extreme)] });
        Assert.Equal(ThreatLevel.Extreme, risen.Level);
        CityLevel back = LevelRule.Decide(Covered with { Now = Five.AddDays(42), Before = later });
        Assert.Equal((ThreatLevel.Low, (DateTimeOffset?)null), (back.Level!.Value, back.FrozenSince));
    }

    [Fact]
    public void Decide_OverrideUp_IsAFloorWhileItLasts()
    {
        LevelOverride up = Override(ThreatLevel.Substantial, null);
        Assert.Equal(ThreatLevel.Substantial, LevelRule.Decide(Covered with { Overrides = [up] }).Level);
        Assert.Equal(ThreatLevel.Low, LevelRule.Decide(Covered with { Now = up.EndsAt, Overrides = [up] }).Level);
        Assert.Equal(up.EndsAt.AddHours(-24), up.AnnounceEndAt);
    }

    [Fact]
    public void Decide_OverrideDown_CoversOnlyWhatWasKnown()
    {
        LevelOverride down = Override(ThreatLevel.Moderate, new() { ["s1"] = ThreatLevel.High });
        Assert.Equal(ThreatLevel.Moderate, LevelRule.Decide(Covered with { Overrides = [down], Floors = [Floor(ThreatLevel.High, "s1")] }).Level);
        Assert.Equal(ThreatLevel.Extreme, LevelRule.Decide(Covered with { Overrides = [down], Floors = [Floor(ThreatLevel.Extreme, "s1")] }).Level);
        Assert.Equal(ThreatLevel.High, LevelRule.Decide(Covered with { Overrides = [down], Floors = [Floor(ThreatLevel.High, "s2")] }).Level);
        Assert.Equal(ThreatLevel.High, LevelRule.Decide(Covered with { Band = ThreatLevel.High, Overrides = [down] }).Level);
        Assert.Equal(ThreatLevel.Low, LevelRule.Decide(Covered with { Overrides = [down], Floors = [Floor(ThreatLevel.Low, "s1")] }).Level);
    }

    private static AcuteFloor Floor(ThreatLevel level, string situation = "s1") => new(situation, $"incident-{situation}", level);

    private static LevelOverride Override(ThreatLevel level, Dictionary<string, ThreatLevel>? known) =>
        new() { Area = new Area(null, "ML"), Level = level, Adviser = "adviser", Rationale = "invented", SignedAt = Five.AddHours(-1), EndsAt = Five.AddDays(7), KnownSituations = known };
}
