using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: days that stand beside another verb than the deed's, in texts of Wednesday 18 September 2024.
public sealed class OtherVerbDayTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("A trader who had come to Gao, Mali, on Monday was shot dead on Tuesday.", 17)]
    [InlineData("A trader who came to Gao, Mali, on Friday to buy salt was killed by gunmen on Tuesday.", 17)]
    [InlineData("Burials were held on Tuesday for four people killed by gunmen in Gao, Mali, on Sunday.", 15)]
    [InlineData("On Tuesday hundreds mourned the four people killed by gunmen in Gao, Mali, on Sunday.", 15)]
    [InlineData("Un commerçant qui était arrivé lundi à Gao, au Mali, a été abattu mardi par des hommes armés.", 17)]
    public void Read_AnotherVerbHasADay_TakesTheOneOfTheDeed(string text, int day) => Assert.Equal(new DateOnly(2024, 9, day), DayOf(text));

    [Theory]
    [InlineData("Three days after gunmen killed two traders in Gao, Mali, the market reopened on Tuesday.", 14)]
    [InlineData("The governor visited Gao, Mali, on Tuesday, two days after gunmen killed four people in the market.", 15)]
    [InlineData("Two days after an attack on a convoy near Gao, Mali, which killed four, the governor visited the town.", 16)]
    [InlineData("Two days after gunmen killed four people in the market of Gao, Mali, on Friday, shops are open again.", 13)]
    [InlineData("Gunmen killed four people in Gao, Mali, on Tuesday, two days after the mayor had been threatened.", 17)]
    [InlineData("Three days after gunmen killed four people in Gao, Mali, all that is agreed on is the hour: 05:20 on Sunday.", 15)]
    [InlineData("Trois jours après l'attaque du marché de Gao, au Mali, qui a fait quatre morts, les commerces ont rouvert mardi.", 14)]
    public void Read_DaysAfterADeed_CountsBack(string text, int day) => Assert.Equal(new DateOnly(2024, 9, day), DayOf(text));

    [Fact]
    public void Read_OnlyAStatementHasADay_AssumesItAndSaysSo()
    {
        ReadReport report = Assert.Single(fixture.Read("Gunmen killed four people in Gao, Mali, the army said on Monday.", Day, Day).Reports);

        Assert.Equal(new DateOnly(2024, 9, 16), report.Time.LocalDate);
        Assert.Contains("somebody told it", report.Reasons[ReadSlot.Time], StringComparison.Ordinal);
        Assert.True(report.Confidence[ReadSlot.Time] < 0.5);
    }

    private DateOnly DayOf(string text) => Assert.Single(fixture.Read(text, Day, Day).Reports).Time.LocalDate;
}
