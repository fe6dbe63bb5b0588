using Alerts.Cli;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class InputTests
{
    [Theory]
    [InlineData("armed clash", SubEventType.ArmedClash)]
    [InlineData("ARMED_CLASH", SubEventType.ArmedClash)]
    [InlineData("Air/drone strike", SubEventType.AirDroneStrike)]
    [InlineData("unspecified", null)]
    public void Find_WordsAsPeopleTypeThem_AreOne(string word, SubEventType? expected) => Assert.Equal(expected, EnumWord.Find<SubEventType>(word));

    [Theory]
    [InlineData("Gao, ML", null, "Gao", "ML")]
    [InlineData("Gao", "ml", "Gao", "ML")]
    [InlineData("Washington, D.C.", null, "Washington, D.C.", null)]
    public void Split_PlaceAndCountry_ComesApart(string text, string? country, string name, string? code) =>
        Assert.Equal((name, code), PlaceArgument.Split(text, country));

    [Theory]
    [InlineData("B2", SourceReliability.B, InformationCredibility.ProbablyTrue)]
    [InlineData("f6", SourceReliability.F, InformationCredibility.CannotBeJudged)]
    public void Grade_AdmiraltyCode_IsRead(string text, SourceReliability reliability, InformationCredibility credibility) =>
        Assert.Equal((reliability, credibility), ValueText.Grade(text, "--grade"));

    [Theory]
    [InlineData("G1")]
    [InlineData("A7")]
    [InlineData("A")]
    [InlineData("A12")]
    public void Grade_OutsideTheCode_IsUsage(string text) => Assert.Equal(ExitCodes.Usage, Assert.Throws<CliException>(() => ValueText.Grade(text, "--grade")).ExitCode);

    // domain.md: whole per cents, "<1 %", and "about 1 in 9".
    [Theory]
    [InlineData(0, "<1 %", "less than 1 in 100")]
    [InlineData(0.0099, "<1 %", "less than 1 in 100")]
    [InlineData(0.11, "11 %", "about 1 in 9")]
    [InlineData(0.5, "50 %", "about 5 in 10")]
    [InlineData(0.84, "84 %", "about 8 in 10")]
    [InlineData(0.999, ">99 %", "almost certain")]
    public void Percent_Probability_IsSaidInWholeNumbers(double probability, string percent, string frequency) =>
        Assert.Equal((percent, frequency), (ForecastWords.Percent(probability), ForecastWords.Frequency(probability)));

    [Fact]
    public void Of_CasualtyRange_UnknownIsLeftOutAndZeroIsSaid()
    {
        var statement = new CasualtyStatement { Killed = new CasualtyRange { Best = 0 }, Wounded = new CasualtyRange { Low = 2 }, Abducted = new CasualtyRange() };
        Assert.Equal("0 killed, at least 2 wounded", CasualtyWords.Of(statement));
    }
}
