using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// What colleagues send from the field: own wording, invented events.
public sealed class FieldMessageTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Gao 0615 hevy shooting nr airport, 2 ded, stay home pls", SubEventType.ArmedClash)]
    [InlineData("tirs nourris vers camp 2 Gao, evitez axe Wabaria svp", SubEventType.ArmedClash)]
    [InlineData("Gao mer 18/09 6h10 : 4 obus tombés secteur 5, 3 civils blessés. Staff RAS.", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("last nite gunmen attacked d clinic in Gao, gaurd injured", SubEventType.Attack)]
    public void Read_ShortMessage_IsRead(string text, SubEventType type)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day, "ML").Reports);

        Assert.Equal(type, report.SubEventType);
        Assert.Equal("Gao", report.Place.Name);
    }

    [Theory]
    [InlineData("14/9 1405 RE my msg of 10h: NO carjacking on Gao rd!! Car had 2 punctures. Pls stop forwarding")]
    [InlineData("DISREGARD my last, attack in Gao is a false alarm")]
    [InlineData("Fausse info : pas d'attaque à Gao, RAS")]
    [InlineData("on raconte partt que les rebelles ont attaqué Gao >>> FAUX, vérifié avec le cdt secteur")]
    public void Read_Withdrawal_ReportsNothingAndKeepsTheDenial(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day, "ML");

        Assert.Empty(result.Reports);
        Assert.Empty(result.Unplaced);
        Assert.Contains(result.Background, b => b.Kind == BackgroundKind.Denied);
    }
}
