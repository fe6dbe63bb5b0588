using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: figures of several sources, and sums of several attacks.
public sealed class RivalTollTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string English = "Gunmen attacked a market in Gao, Mali, on Monday. ";
    private const string French = "Lundi, des hommes armés ont attaqué le marché de Gao, au Mali. ";

    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData(English + "Police say two people were killed; neighbours say three.", 2, 3)]
    [InlineData(English + "Police speak of two dead, the villagers of five.", 2, 5)]
    [InlineData(English + "Two dead according to the police, five according to residents.", 2, 5)]
    [InlineData(English + "The army admitted two dead, the rebels claimed five.", 2, 5)]
    [InlineData(French + "La police parle de deux morts, les habitants de cinq.", 2, 5)]
    [InlineData(French + "Deux morts selon la police, trois selon les habitants.", 2, 3)]
    public void Read_FigureOfAnotherSource_MakesARange(string text, int low, int high)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.Equal((low, high), (report.Killed?.Count.Low, report.Killed?.Count.High));
    }

    [Theory]
    [InlineData(English + "Two people were killed; hospital staff say three were wounded.")]
    [InlineData(English + "Two people were killed, the mayor said, adding that he had seen four.")]
    [InlineData(English + "Two people were killed; witnesses say the attackers numbered twenty.")]
    [InlineData(French + "Deux personnes ont été tuées ; les habitants ont compté quatre motos.")]
    public void Read_OtherFigure_LeavesTheToll(string text) => Assert.Equal(2, fixture.Read(text, Day, Day).Reports[0].Killed?.Count.Best);

    [Fact]
    public void Read_SumOfTwoAttacksToldApart_IsOfNeither()
    {
        const string text = "At least five people were killed and nine hurt in two attacks in northern Mali. On Monday, gunmen attacked the market of Gao; three traders were killed. On Tuesday, gunmen attacked a bus near Kidal; two passengers were killed and nine were wounded.";

        ReadReport[] reports = [.. fixture.Read(text, Day, Day).Reports];

        Assert.Equal([3, 2], reports.Select(r => r.Killed?.Count.Best));
        Assert.Equal([null, 9], reports.Select(r => r.Wounded?.Count.Best));
    }

    [Fact]
    public void Read_SumOfTwoAttacksToldAsOne_IsItsToll() => Assert.Equal(5, fixture.Read("Five people were killed in two explosions at a market in Gao, Mali, on Monday.", Day, Day).Reports[0].Killed?.Count.Best);
}
