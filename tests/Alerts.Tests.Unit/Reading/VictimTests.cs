using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Whose death a text tells, and how often: one person is murdered once, two people with a word each for their death twice. Own wording, invented people.
public sealed class VictimTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2025, 9, 29);

    [Theory]
    [InlineData("Judge Adamu Bakari was shot dead in Jos, Nigeria, on Sunday. The broadcaster Halima Dankwabo was murdered in the same town, the police said.")]
    [InlineData("The broadcaster Halima Dankwabo was assassinated in Jos, Nigeria, on Sunday.\n\nJudge Adamu Bakari was murdered by two men on a motorcycle.")]
    [InlineData("Le juge Adamu Bakari a été assassiné à Zinder, au Niger, dimanche.\n\nLe journaliste Moussa Dankwabo a été abattu devant sa maison.")]
    public void Read_TwoPeopleByNameKilledEach_AreTwo(string text) => Assert.Equal(2, fixture.Read(text, Day, Day).Reports.Count);

    [Theory]
    [InlineData("Judge Adamu Bakari was shot dead in Jos, Nigeria, on Sunday. Bakari was killed as he left the court, his brother said.")]
    [InlineData("Judge Adamu Bakari and the broadcaster Halima Dankwabo were murdered in Jos, Nigeria, on Sunday. Dankwabo was killed at once.")]
    [InlineData("Three people were murdered in Jos, Nigeria, on Sunday. Judge Adamu Bakari was killed in his car.")]
    [InlineData("Six nurses were murdered on Sunday at the hospital of Jos, Nigeria. The town mourns.\n\nThe minister said that he would look into the murder of the nurses.")]
    [InlineData("Pastor Adamu Bakari was kidnapped on Saturday near Jos, Nigeria.\n\nThe church said that Bakari had been murdered.")]
    [InlineData("The church said that Pastor Adamu Bakari had been murdered near Jos, Nigeria.\n\nBakari was kidnapped on Saturday by armed men.")]
    [InlineData("Six infirmières ont été assassinées dimanche à l'hôpital de Zinder, au Niger.\n\nLe ministre a condamné le meurtre des infirmières.")]
    public void Read_SamePeopleToldAgain_AreOne(string text) => Assert.Single(fixture.Read(text, Day, Day).Reports);

    [Fact]
    public void Read_MurderedThenToldToHaveBeenKidnapped_IsAnAbduction()
    {
        var report = Assert.Single(fixture.Read("The church said that Pastor Adamu Bakari had been murdered near Jos, Nigeria.\n\nBakari was kidnapped on Saturday by armed men.", Day, Day).Reports);

        Assert.Equal(SubEventType.AbductionForcedDisappearance, report.SubEventType);
    }
}
