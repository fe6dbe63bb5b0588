using Alerts.Risk.Levels;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Levels;

public sealed class SignedAreaTests
{
    private static readonly Area Mali = new(null, "ML");
    private static readonly Withdrawal Word = new("adviser", "invented");

    [Theory]
    [InlineData("cities/2460596", 2460596, null)]
    [InlineData("countries/ML", null, "ML")]
    [InlineData("countries/ml", null, null)]
    [InlineData("countries/MLI", null, null)]
    [InlineData("cities/bamako", null, null)]
    [InlineData("cities/-1", null, null)]
    [InlineData("", null, null)]
    public void Parse_Name_IsACityOrACountryOrNeither(string name, int? city, string? country) => Assert.Equal((city, country), Area.Parse(name));

    [Fact]
    public void Sign_Again_EndsTheOneBefore()
    {
        SignedArea area = Nothing().Sign(Level(ThreatLevel.Moderate, Five)).Sign(Level(ThreatLevel.High, Five.AddDays(1)));
        Assert.Null(area.AssessedAt(Five.AddTicks(-1)));
        Assert.Equal(ThreatLevel.Moderate, area.AssessedAt(Five)!.Level);
        Assert.Equal(ThreatLevel.Moderate, area.AssessedAt(Five.AddDays(1).AddTicks(-1))!.Level);
        Assert.Equal(ThreatLevel.High, area.AssessedAt(Five.AddDays(1))!.Level);
        // Past its review it counts on: only a person takes it back.
        Assert.Equal(ThreatLevel.High, area.AssessedAt(Five.AddYears(2))!.Level);
    }

    [Fact]
    public void Withdraw_WhatStands_EndsItAndKeepsWhoAndWhy()
    {
        SignedArea area = Nothing().Sign(Level(ThreatLevel.Moderate, Five)).Withdraw(Five.AddDays(1), Word);
        Assert.Null(area.AssessedAt(Five.AddDays(1)));
        Assert.Equal(Word, area.Levels[0].Withdrawal);
        Assert.False(area.StandsAt(Five.AddDays(1)));
    }

    [Fact]
    public void Withdraw_NothingStands_IsRefused()
    {
        Assert.Equal(ErrorKind.FailedPrecondition, Assert.Throws<AlertsException>(() => Nothing().Withdraw(Five, Word)).Kind);
        Assert.Equal(ErrorKind.FailedPrecondition, Assert.Throws<AlertsException>(() => Nothing().EndOverrides(Five, Word)).Kind);
    }

    [Fact]
    public void Override_WithAnEnd_IsDueADayBeforeAndThen()
    {
        SignedArea area = Nothing().Override(Up(Five, Five.AddDays(7)));
        Assert.Equal(Five.AddDays(6), area.NextDue);
        Assert.Equal(Five.AddDays(7), area.DueAfter(Five.AddDays(6)).NextDue);
        Assert.Null(area.DueAfter(Five.AddDays(7)).NextDue);
        Assert.Equal(Five.AddHours(5), Nothing().Override(Up(Five, Five.AddHours(5))).NextDue);
    }

    [Fact]
    public void EndOverrides_BeforeTheirTime_LeavesNothingDue()
    {
        SignedArea area = Nothing().Override(Up(Five, Five.AddDays(7))).Override(Up(Five.AddDays(1), Five.AddDays(9))).EndOverrides(Five.AddDays(2), Word);
        Assert.Null(area.NextDue);
        Assert.False(area.StandsAt(Five.AddDays(2)));
        Assert.True(area.StandsAt(Five.AddDays(2).AddTicks(-1)));
    }

    internal static SignedLevel Level(ThreatLevel level, DateTimeOffset at) => new(level, ThreatCategory.Terrorism, "invented", "adviser", at, DateOnly.FromDateTime(at.UtcDateTime.AddDays(89)), at.AddDays(90));

    internal static LevelOverride Up(DateTimeOffset at, DateTimeOffset ends) =>
        new() { Area = Mali, Level = ThreatLevel.Substantial, Adviser = "adviser", Rationale = "invented", SignedAt = at, EndsAt = ends };

    private static SignedArea Nothing() => new() { Scope = Scope.Local, Area = Mali };
}
