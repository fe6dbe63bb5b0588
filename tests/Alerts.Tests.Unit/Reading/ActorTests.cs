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

    [Theory]
    [InlineData("On Monday soldiers went from house to house in Gao, Mali, and took twelve people away.", SubEventType.Arrests)]
    [InlineData("On Monday soldiers went from house to house and took nine young men away in Gao, Mali.", SubEventType.Arrests)]
    [InlineData("On Monday gunmen went from house to house in Gao, Mali, and took twelve people away.", SubEventType.AbductionForcedDisappearance)]
    [InlineData("Soldiers abducted two men in Gao, Mali, on Monday.", SubEventType.AbductionForcedDisappearance)]
    public void Read_TakenAway_DependsOnWho(string text, SubEventType type) => Assert.Equal(type, Assert.Single(fixture.Read(text, new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 25)).Reports).SubEventType);

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

    [Fact]
    public void Read_NobodySaidToHaveDoneIt_AssumesTheOnlyGroup()
    {
        ReadReport report = Assert.Single(fixture.Read("In Abuja a court heard on the history of Boko Haram. A market in Maiduguri, Nigeria, was bombed on Monday.", Day, Day).Reports);

        ReadActor actor = Assert.Single(report.Actors);
        Assert.Equal("Boko Haram", actor.Name);
        Assert.Equal(Attribution.Assumed, actor.Attribution);
        Assert.Contains(ReadSlot.Actor, report.Reasons.Keys);
    }

    [Theory]
    [InlineData("Armed rebels killed five people in Gao, Mali, on Monday. The governor spoke of JNIM.", Attribution.Assumed)]
    [InlineData("The rebels killed five people in Gao, Mali, on Monday. The governor spoke of JNIM.", Attribution.Stated)]
    [InlineData("Les rebelles ont tué cinq personnes lundi à Gao, au Mali. Le gouverneur a parlé du JNIM.", Attribution.Stated)]
    [InlineData("JNIM killed five people in Gao, Mali, on Monday. Armed rebels also burned a school.", Attribution.Stated)]
    public void Read_UnnamedRebelsOfATextThatNamesOneGroup_AreItWhenToldAsKnown(string text, Attribution attribution) =>
        Assert.Equal(attribution, Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors, a => a.Name == "JNIM").Attribution);

    [Theory]
    [InlineData("JNIM, the al-Qaeda branch in the Sahel, attacked a camp in Gao, Mali, on Monday.")]
    [InlineData("JNIM, which is affiliated with al-Qaeda, attacked a camp in Gao, Mali, on Monday.")]
    [InlineData("Le JNIM, affilié à Al-Qaïda, a attaqué un camp lundi à Gao, au Mali.")]
    public void Read_NameThatSaysWhoseSomebodyIs_IsNoDoer(string text) =>
        Assert.Equal("JNIM", Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors).Name);

    [Theory]
    [InlineData("A bomb exploded at a bank in Medellin, Colombia, on Monday. It had been planted by a young man in a blue jacket.", "young man", Attribution.Stated)]
    [InlineData("A bomb exploded at a bank in Medellin, Colombia, on Monday. Three students were arrested in connection with the attack.", "students", Attribution.Accused)]
    public void Read_ResponsibleInOtherWords_IsADoer(string text, string written, Attribution attribution) =>
        Assert.Contains(fixture.Read(text, Day, Day).Reports, r => r.Actors.Any(a => a.Written == written && a.Attribution == attribution));

    [Theory]
    [InlineData("Members of the 8th Front of the FARC burned two buses near Medellin, Colombia, on Monday.", "FARC", "Members of the 8th Front of the FARC")]
    [InlineData("FARC urban commandos burned two buses near Medellin, Colombia, on Monday.", "FARC", "FARC urban commandos")]
    [InlineData("Des éléments de la faction locale du JNIM ont tué cinq personnes lundi à Gao, au Mali.", "JNIM", "éléments de la faction locale du JNIM")]
    public void Read_PartOfAGroup_IsWrittenAsTold(string text, string name, string written)
    {
        ReadActor actor = Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors);

        Assert.Equal(name, actor.Name);
        Assert.Equal(written, actor.Written);
    }

    [Theory]
    [InlineData("Russian artillery killed a woman of 62 in Nikopol, Ukraine, on Monday.", "Russia")]
    [InlineData("An Israeli air strike killed five people in Tyre, Lebanon, on Monday.", "Israel")]
    [InlineData("Une frappe israélienne a tué cinq personnes lundi à Saïda, au Liban.", "Israel")]
    public void Read_ArmsOfAPeople_AreTheDeedOfItsForces(string text, string name)
    {
        ReadActor actor = Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors);

        Assert.Equal(name, actor.Name);
        Assert.Equal(ActorType.StateForces, actor.Type);
    }

    [Theory]
    [InlineData("Gunmen attacked a convoy in Gao, Mali, on Monday with Chinese rockets, killing five soldiers.")]
    [InlineData("Gunmen attacked a convoy in Gao, Mali, on Monday. The army shot down two Chinese drones.")]
    public void Read_ArmsOfAPeopleInOtherHands_SayNothingOfWhoDidIt(string text) =>
        Assert.DoesNotContain(fixture.Read(text, Day, Day).Reports, r => r.Actors.Any(a => a.Name == "China"));

    [Fact]
    public void Read_Target_IsNoDoer() => Assert.Empty(Assert.Single(fixture.Read("A column was ambushed near Gao, Mali, on Monday.", Day, Day).Reports).Actors);

    [Fact]
    public void Read_FrenchReflexive_IsActive()
    {
        ReadReport report = Assert.Single(fixture.Read("Lundi, des inconnus s'en sont pris à un poste de gendarmerie à Gao, au Mali.", Day, Day).Reports);

        Assert.Equal("inconnus", Assert.Single(report.Actors).Written);
        Assert.Contains(report.TargetPhrases, t => t.Text == "poste de gendarmerie");
    }

    [Theory]
    [InlineData("Sixteen members of a National Guard patrol died in an ambush near Gao, Mali, on Monday.", "members of a National Guard patrol")]
    [InlineData("Gunmen murdered the priest Luis Rojas, rector of the university, as well as Pedro Lopez Diaz in Medellin, Colombia, on Monday.", "Pedro Lopez Diaz")]
    public void Read_Targets_AreReadToTheirEnd(string text, string target) =>
        Assert.Contains(Assert.Single(fixture.Read(text, Day, Day).Reports).TargetPhrases, t => t.Text == target);

    [Theory]
    [InlineData("Men on two motorbikes made a convoy stop near Gao, Mali, on Monday and carried off the driver.")]
    [InlineData("Des hommes armés à bord d'un camion ont attaqué un convoi lundi à Gao, au Mali.")]
    public void Read_WhatDoersRideOn_IsNoTarget(string text) =>
        Assert.DoesNotContain(Assert.Single(fixture.Read(text, Day, Day).Reports).TargetPhrases, t => t.Text.Contains("motorbikes", StringComparison.Ordinal) || t.Text.Contains("camion", StringComparison.Ordinal));

    // A village that the gazetteer lacks looks like the name of a person.
    [Fact]
    public void Read_NameBehindIn_IsNoTarget() =>
        Assert.DoesNotContain(Assert.Single(fixture.Read("Fighters attacked a camp at Plaine Savo near Bunia, Congo, on Monday.", Day, Day).Reports).TargetPhrases, t => t.Text.Contains("Savo", StringComparison.Ordinal));
}
