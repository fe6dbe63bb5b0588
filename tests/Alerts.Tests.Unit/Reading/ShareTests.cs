using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: some of a whole that is told, figures that took the place of others, and whom a crowd killed.
public sealed class ShareTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Seven of the nineteen hostages were shot dead near Gao, Mali, on Tuesday.", 7)]
    [InlineData("Gunmen on Tuesday killed seven of their nineteen hostages near Gao, Mali.", 7)]
    [InlineData("Six out of nine passengers were killed when gunmen fired on a bus near Gao, Mali, on Tuesday.", 6)]
    [InlineData("Out of nine passengers on the bus, six were killed when gunmen opened fire near Gao, Mali, on Tuesday.", 6)]
    [InlineData("Half of the twelve passengers were killed when gunmen fired on a bus near Gao, Mali, on Tuesday.", 6)]
    [InlineData("One of the twelve passengers was killed when gunmen fired on a bus near Gao, Mali, on Tuesday.", 1)]
    [InlineData("Sept des dix-neuf otages ont été abattus mardi près de Gao, au Mali, par leurs ravisseurs.", 7)]
    [InlineData("La moitié des douze passagers ont été tués mardi près de Gao, au Mali, par des hommes armés.", 6)]
    public void Read_SomeOfAWhole_CountsThem(string text, int killed) => Assert.Equal(killed, Killed(text));

    // The word of harm behind the whole is said of all of them.
    [Theory]
    [InlineData("One of the six drivers killed near Gao, Mali, on Tuesday came from Niamey.", 6)]
    [InlineData("One of the six drivers who were killed near Gao, Mali, on Tuesday came from Niamey.", 6)]
    public void Read_OneOfThoseKilled_CountsTheWhole(string text, int killed) => Assert.Equal(killed, Killed(text));

    [Theory]
    [InlineData("Gunmen attacked a church in Gao, Mali, on Sunday. The death toll has risen to 41, from 38.")]
    [InlineData("Gunmen attacked a church in Gao, Mali, on Sunday. The death toll rose from 38 to 41.")]
    [InlineData("Gunmen attacked a church in Gao, Mali, on Sunday. Forty-one people died, up from an initial count of 38.")]
    [InlineData("Des hommes armés ont attaqué dimanche une église de Gao, au Mali. Le bilan passe de 38 à 41 morts.")]
    public void Read_FigureTookThePlaceOfAnother_IsTheNewOne(string text) => Assert.Equal(41, Killed(text));

    [Theory]
    [InlineData("A trader was beaten to death by a mob in Gao, Mali, on Tuesday.", 1)]
    [InlineData("A mob beat two traders to death in Gao, Mali, on Tuesday.", 2)]
    [InlineData("Two suspected thieves were lynched in Gao, Mali, on Tuesday.", 2)]
    [InlineData("Un voleur présumé a été battu à mort par une foule mardi à Gao, au Mali.", 1)]
    public void Read_CrowdKills_CountsItsVictims(string text, int killed) => Assert.Equal(killed, Killed(text));

    // Who says it is not who was killed.
    [Theory]
    [InlineData("Gunmen attacked a convoy near Gao, Mali, on Sunday and killed four, the mayor told reporters.", 4)]
    [InlineData("The attack on a convoy near Gao, Mali, on Sunday killed four, the governor said.", 4)]
    [InlineData("A shell hit a house in Gao, Mali, on Sunday, killing a family of six.", 6)]
    [InlineData("Une famille de six personnes a été tuée dimanche à Gao, au Mali, par des hommes armés.", 6)]
    [InlineData("A 15-year-old was shot dead in Gao, Mali, on Sunday.", 1)]
    public void Read_WhoIsCounted_IsNobodyBeside(string text, int killed) => Assert.Equal(killed, Killed(text));

    [Theory]
    [InlineData("Gunmen opened fire in a bar in Gao, Mali, on Sunday, killing two men. Two further persons were wounded.", 2, 2)]
    [InlineData("An attack on the market of Gao, Mali, on Sunday killed eleven people and sent twenty to hospital.", 11, 20)]
    [InlineData("Two bodies with stab wounds were found in Gao, Mali, on Sunday.", 2, null)]
    public void Read_OthersBesideTheFirst_AreCounted(string text, int? killed, int? wounded)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((killed, wounded), ((int?)report.Killed?.Count.Estimate, (int?)report.Wounded?.Count.Estimate));
    }

    [Fact]
    public void Read_OtherSourceSaysOnlyFour_MakesARange()
    {
        ReadReport report = Assert.Single(fixture.Read("Local sources say 12 people were killed near Gao, Mali, on Sunday, but the army says only four.", Day, Day).Reports);

        Assert.Equal((4, 12), (report.Killed?.Count.Low, report.Killed?.Count.High));
    }

    // "Claimed the lives of" says nothing.
    [Fact]
    public void Read_BlastClaimedLives_KeepsItsDay()
    {
        ReadReport report = fixture.Read("The blast in Gao, Mali, on Tuesday claimed the lives of nine people and injured a further fifteen.", Day, Day).Reports[0];

        Assert.Equal((9, 15, new DateOnly(2024, 9, 17)), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate, report.Time.LocalDate));
    }

    private int? Killed(string text) => (int?)Assert.Single(fixture.Read(text, Day, Day).Reports).Killed?.Count.Estimate;
}
