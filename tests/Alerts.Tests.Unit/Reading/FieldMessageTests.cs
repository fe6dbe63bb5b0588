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

    // What messages leave out: "were" of "shots were heard".
    [Theory]
    [InlineData("Shots heard near Gao market, stay inside")]
    [InlineData("Gunshots in Gao now")]
    [InlineData("We hear shots in Gao")]
    [InlineData("Gunfire heard in Gao since 0530")]
    public void Read_ShotsWithoutAVerb_AreReported(string text) =>
        Assert.Equal("Gao", Assert.Single(fixture.Read(text, null, new DateOnly(2024, 9, 18), "ML").Reports).Place.Name);

    [Fact]
    public void Read_AnyShotsHeard_IsAQuestion() => Assert.Empty(fixture.Read("Any shots heard near Gao? Please answer.", null, new DateOnly(2024, 9, 18), "ML").Reports);

    // Radio hours are no years.
    [Theory]
    [InlineData("2 staff detained by gendarmes at Gao checkpoint since 1000, released at 1400")]
    [InlineData("Staff detained by gendarmes at Gao checkpoint, released at 1945")]
    public void Read_FourDigitsOfAnHour_AreToday(string text) =>
        Assert.Equal(new DateOnly(2024, 9, 18), Assert.Single(fixture.Read(text, null, new DateOnly(2024, 9, 18), "ML").Reports).Time.LocalDate);

    [Theory]
    [InlineData("A court in Gao, Mali, on Tuesday handed down sentences of 28 years to six people for the kidnapping of a trader.")]
    [InlineData("Six people were jailed in Gao, Mali, on Tuesday for the murder of a trader.")]
    public void Read_SentencesForOldDeeds_AreNoNews(string text) => Assert.Empty(fixture.Read(text, new DateOnly(2024, 9, 18), new DateOnly(2024, 9, 18)).Reports);

    // Who writes is no place.
    [Fact]
    public void Read_ChatLines_AreNotPlacedAtWhoWritesThem()
    {
        const string Chat = "08:12 Zuleyka: morning all\n08:15 Zuleyka: they killed a bus driver last night in Gao near the terminal\n08:17 Osvaldo: ok trip cancelled";

        ReadReport report = Assert.Single(fixture.Read(Chat, null, Day, "ML").Reports);

        Assert.Equal(("Gao", 1), (report.Place.Name, (int?)report.Killed?.Count.Estimate));
    }

    [Theory]
    [InlineData("Two old men who could not run were found beheaded in Gao, Mali, on Tuesday.", 2)]
    [InlineData("Gunmen abducted three women and killed six fishermen in Gao, Mali, on Tuesday.", 6)]
    [InlineData("Three women were led away and six fishermen were killed in Gao, Mali, on Tuesday.", 6)]
    public void Read_ClausesBesideEachOther_KeepTheirOwn(string text, int killed) => Assert.Equal(killed, Assert.Single(fixture.Read(text, Day, Day).Reports).Killed?.Count.Estimate);

    [Fact]
    public void Read_CrowdKillsAfterARumour_IsReported() =>
        Assert.Equal(SubEventType.MobViolence, Assert.Single(fixture.Read("Following rumours of insurgents, a crowd killed a man in Gao, Mali, on Tuesday.", Day, Day).Reports).SubEventType);

    [Fact]
    public void Read_NeitherAttackNorSabotage_IsNoReport() =>
        Assert.Empty(fixture.Read("The explosion that flattened a warehouse in Gao, Mali, on Tuesday was neither an attack nor sabotage, the prosecutor said. Thirteen people died.", Day, Day).Reports);
}
