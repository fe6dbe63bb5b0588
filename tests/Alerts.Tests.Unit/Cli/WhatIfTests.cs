using Alerts.Cli;
using Alerts.Cli.Input;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class WhatIfTests
{
    [Fact]
    public void Parse_AttackToday_IsReadWhole()
    {
        HypotheticalIncident incident = Parse("attack, 12 killed, today");
        Assert.Equal(new HypotheticalIncident { SubEventType = SubEventType.Attack, Killed = 12, DaysAgo = 0 }, incident);
    }

    [Fact]
    public void Parse_BattleAtADistance_IsReadWhole() => Assert.Equal(
        new HypotheticalIncident { SubEventType = SubEventType.ArmedClash, DistanceKm = 30, Killed = 3, DaysAgo = 2 },
        Parse("battle 30 km, 3 killed, 2 days ago"));

    [Fact]
    public void Parse_StandingAndYesterday_IsReadWhole() => Assert.Equal(
        new HypotheticalIncident { SubEventType = SubEventType.RemoteExplosiveLandmineIed, Standing = AcuteStanding.Corroborated, DaysAgo = 1 },
        Parse("IED, corroborated, yesterday"));

    [Fact]
    public void Parse_EveryPart_IsReadInAnyOrderAndCase() => Assert.Equal(
        new HypotheticalIncident
        {
            SubEventType = SubEventType.SuicideBomb,
            DistanceKm = 7.5,
            Killed = 0,
            LocalDate = "2026-01-31",
            Standing = AcuteStanding.Credible,
            Ongoing = true,
            ComplexAttack = true,
            Targets = { TargetKind.Airport, TargetKind.SecurityForces },
        },
        Parse("Credible,nobody  killed , 2026-01-31,complex, on airport, at 7.5km, Suicide Bombing, going on, on security forces"));

    [Theory]
    [InlineData("armed clash", SubEventType.ArmedClash)]
    [InlineData("Air/drone strike", SubEventType.AirDroneStrike)]
    [InlineData("mob violence", SubEventType.MobViolence)]
    [InlineData("Kidnapping", SubEventType.AbductionForcedDisappearance)]
    public void Parse_Type_IsFoundByCodebookOrEverydayWord(string words, SubEventType type) => Assert.Equal(type, Parse(words).SubEventType);

    [Theory]
    [InlineData("carjacking", LocalType.Carjacking)]
    [InlineData("blockade", LocalType.BlockadeSiege)]
    public void Parse_LocalType_IsFound(string words, LocalType type) => Assert.Equal(type, Parse(words).LocalType);

    [Theory]
    [InlineData("3 hours ago", 3)]
    [InlineData("1 h ago", 1)]
    [InlineData("now", 0)]
    public void Parse_Hours_AreKept(string when, int hours)
    {
        HypotheticalIncident incident = Parse($"attack, {when}");
        Assert.Equal((HypotheticalIncident.WhenOneofCase.HoursAgo, hours), (incident.WhenCase, incident.HoursAgo));
    }

    [Fact]
    public void Parse_PlaceOrPoint_SaysWhere()
    {
        Assert.Equal(new HypotheticalIncident { SubEventType = SubEventType.Attack, GeonamesId = 7 }, Parse("attack, in Anytown"));
        Assert.Equal(
            new HypotheticalIncident { SubEventType = SubEventType.Attack, Point = new GeoPoint { Latitude = 12.61, Longitude = -7.95 } }, Parse("attack, at 12.61 -7.95"));
        Assert.Contains("says the place twice", Assert.Throws<CliException>(() => Parse("attack 3 km, in Anytown")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attack, 12 klled, today", "'klled' at character 12 ")]
    [InlineData("picnic", "'picnic' at character 1 ")]
    [InlineData("attack, 12 killed, tomorow", "'tomorow' at character 20 ")]
    [InlineData("attack, on airprt", "'airprt' at character 12 ")]
    [InlineData("attack, 99999999999 killed", "'99999999999' at character 9 ")]
    [InlineData("attack nearby", "'nearby' at character 8 ")]
    [InlineData("12 killed", "names no type")]
    [InlineData("attack, battle", "says the type twice, the second time at character 9")]
    [InlineData("attack 3 km, 5 km", "says the place twice")]
    [InlineData("attack, today, yesterday", "says the time twice")]
    [InlineData("attack,, today", "nothing before or after the comma at character 8")]
    [InlineData("", "nothing before or after")]
    public void Parse_NotUnderstood_PointsToTheWord(string text, string says)
    {
        CliException refused = Assert.Throws<CliException>(() => Parse(text));
        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static HypotheticalIncident Parse(string text) => WhatIf.Parse(text, "--with", name => name == "Anytown" ? 7 : throw CliException.NotFound("PLACE_NOT_FOUND", name));
}
