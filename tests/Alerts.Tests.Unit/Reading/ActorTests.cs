using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class ActorTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Boko Haram killed five farmers in Maiduguri, Nigeria, on Monday.", "Boko Haram", Attribution.Stated)]
    [InlineData("Five farmers were killed by suspected Boko Haram fighters in Maiduguri, Nigeria, on Monday.", "Boko Haram", Attribution.Suspected)]
    [InlineData("Gunmen killed five farmers in Maiduguri, Nigeria, on Monday. Police blamed Boko Haram.", "Boko Haram", Attribution.Accused)]
    [InlineData("Gunmen killed five farmers in Maiduguri, Nigeria, on Monday. Boko Haram claimed responsibility.", "Boko Haram", Attribution.Claimed)]
    [InlineData("The Arakan Army killed five soldiers in Sittwe, Myanmar, on Monday.", "Arakan Army", Attribution.Stated)]
    [InlineData("Five workers were killed in Quetta, Pakistan, on Monday. The Baloch Liberation Army accepted responsibility.", "BLA", Attribution.Claimed)]
    [InlineData("Cinq paysans ont été tués lundi à Maiduguri, au Nigeria, par Boko Haram.", "Boko Haram", Attribution.Stated)]
    public void Read_Group_IsTiedAsTheTextTiesIt(string text, string name, Attribution attribution) =>
        Assert.Contains(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors, a => a.Name == name && a.Attribution == attribution);

    [Fact]
    public void Read_NobodyClaimed_NamesNobodyAsClaimant()
    {
        ReadReport report = Assert.Single(fixture.Read("A bomb exploded outside a church in Maiduguri, Nigeria, on Monday. No group has claimed the attack.", Day, Day).Reports);

        Assert.Empty(report.Actors);
        Assert.NotEqual(Standing.Claimed, report.Standing.Standing);
        Assert.Contains(ReadSlot.Actor, report.Reasons.Keys);
    }

    [Theory]
    [InlineData("Gunmen attacked a police station and a school in Gao, Mali, on Monday.", "police station", "school")]
    [InlineData("The murder of Senator Luis Rojas in Medellin, Colombia, on Monday shocked many.", "Senator Luis Rojas", null)]
    [InlineData("Lundi, des hommes armés ont attaqué un poste de gendarmerie à Gao, au Mali.", "poste de gendarmerie", null)]
    public void Read_Targets_AreTheTextsWords(string text, string first, string? second)
    {
        string[] targets = [.. Assert.Single(fixture.Read(text, Day, Day).Reports).TargetPhrases.Select(t => t.Text)];

        Assert.Contains(first, targets);
        if (second is not null) Assert.Contains(second, targets);
    }

    [Theory]
    [InlineData("JNIM killed five soldiers in Gao, Mali, on Monday.", "jama at nusrat al islam wal muslimin")]
    [InlineData("Boko Haram killed five farmers in Maiduguri, Nigeria, on Monday.", null)]
    public void Read_ShortName_ComesWithTheFullOne(string text, string? full) =>
        Assert.Equal(full, Assert.Single(fixture.Read(text, Day, Day).Reports).Actor?.FullName);

    // Where capitals tell nothing, a first name tells that somebody is named.
    [Fact]
    public void Read_NameInCapitals_IsATarget()
    {
        ReadReport report = Assert.Single(fixture.Read("IN BOGOTA, COLOMBIA, ON MONDAY UNIDENTIFIED GUNMEN FIRED AT THE CAR OF TEACHER RAMON QUIJADA. RAMON QUIJADA WAS WOUNDED.", Day, Day).Reports);

        Assert.Contains(report.TargetPhrases, t => t.Text == "RAMON QUIJADA");
    }
}
