using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class MergingTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Fact]
    public void Read_OneAttackInManySentences_IsOneReport()
    {
        ReadReport report = Assert.Single(Read("Gunmen attacked a market in Gao, Mali, on Monday. Five traders were killed. The raiders burned two trucks. The attack lasted an hour.").Reports);

        Assert.Equal(SubEventType.Attack, report.SubEventType);
        Assert.Equal(5, report.Killed?.Count.Estimate);
    }

    [Fact]
    public void Read_OtherDay_IsAnotherEvent() =>
        Assert.Equal(2, Read("Gunmen killed five traders in Gao, Mali, on Monday. On Sunday gunmen killed two herders in Gao.").Reports.Count);

    [Fact]
    public void Read_ListEntries_StayApart()
    {
        ReadingResult result = Read("Weekly digest, Mali\n1) 16/09, Gao: gunmen killed two traders.\n2) 17/09, Mopti: a truck hit a mine, one driver was wounded.\n3) Year to date: 41 incidents.");

        Assert.Equal(["Gao", "Mopti"], result.Reports.Select(r => r.Place.Name));
        Assert.Equal([16, 17], result.Reports.Select(r => r.Time.LocalDate.Day));
    }

    [Fact]
    public void Read_BombingAndAttackOnOnePlace_TakesTheCloserType() => Assert.Equal(
        SubEventType.SuicideBomb,
        Assert.Single(Read("Gunmen attacked a hotel in Mogadishu, Somalia, on Monday. A suicide bomber blew himself up at the gate.").Reports).SubEventType);

    [Fact]
    public void Read_ParagraphsWithHeadings_StayApart()
    {
        ReadingResult result = Read("Mali: the day in short.\n\nGao – Gunmen killed two traders on Monday.\n\nNorthern districts – On Monday gunmen killed a driver, residents said.");

        Assert.Equal([2, 1], result.Reports.Concat(result.Unplaced).Select(r => r.Killed?.Count.Best));
    }

    [Fact]
    public void Read_MurderFarFromBombings_KeepsItsType() => Assert.Contains(
        Read("Gunmen murdered two priests in Gao, Mali, on Monday.\n\nThe mayor condemned the deed.\n\nThe bishop said nobody was safe.\n\nBombings frighten the population.").Reports,
        r => r.SubEventType == SubEventType.Attack);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);
}
