using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Texts are our own wording; places and ids are GeoNames'. Events named are invented unless a text says otherwise.
public sealed class RuleReaderTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateTimeOffset Received = new(2024, 9, 18, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_WireWithDateline_FillsEverySlotWithItsEvidence()
    {
        const string Text = "BAMAKO, 17 Sep 2024 (AGENCY) -- Suspected jihadists attacked a gendarmerie post in Gao on Monday evening, "
            + "killing at least 5 people and wounding 12, security sources said.";

        ReadReport report = Assert.Single(Read(Text).Reports);

        Assert.Equal(SubEventType.Attack, report.SubEventType);
        Assert.Equal("attacked", Piece(Text, report.TypeEvidence));
        Assert.Equal(2457163, report.Place.GeonameId);
        Assert.Equal("Gao", Piece(Text, report.Place.Evidence));
        Assert.Equal(PlacePrecision.City, report.Place.Precision);
        Assert.Equal(new DateOnly(2024, 9, 16), report.Time.LocalDate);
        Assert.Equal(TimePrecision.PartOfDay, report.Time.Precision);
        Assert.Equal(new CasualtyRange(5, null, null), report.Killed!.Count);
        Assert.Equal(12, report.Wounded!.Count.Best);
        Assert.Equal(ActorType.RebelGroups, report.Actor!.Type);
        Assert.Contains(report.Targets, t => t.Kind == TargetKind.SecurityForces);
        Assert.Equal((Standing.Reported, (ClaimantKind?)ClaimantKind.Authorities), (report.Standing.Standing, report.Standing.Claimant));
    }

    [Fact]
    public void Read_FrenchWire_FillsTheSameSlots()
    {
        const string Text = "Ouagadougou, le 29 novembre 2023 – Des hommes armés ont attaqué samedi matin le marché de Djibo, au Burkina Faso. "
            + "Au moins dix personnes ont été tuées et une vingtaine de blessés ont été évacués, selon des habitants.";

        ReadReport report = Assert.Single(Read(Text, new DateTimeOffset(2023, 11, 29, 20, 0, 0, TimeSpan.Zero)).Reports);

        Assert.Equal(SubEventType.Attack, report.SubEventType);
        Assert.Equal("BF", report.Place.CountryCode);
        Assert.Equal("Djibo", report.Place.Name);
        Assert.Equal(new DateOnly(2023, 11, 25), report.Time.LocalDate);
        Assert.Equal(10, report.Killed!.Count.Low);
        Assert.Equal(20, report.Wounded!.Count.Best);
        Assert.Equal("hommes armés", report.Actor!.Name);
        Assert.Equal(ClaimantKind.Witness, report.Standing.Claimant);
    }

    [Fact]
    public void Read_Claim_StaysAClaim()
    {
        ReadReport report = Assert.Single(Read("Mali: JNIM claimed responsibility for the attack on an army base in Mopti on Tuesday.").Reports);

        Assert.Equal(Standing.Claimed, report.Standing.Standing);
        Assert.Equal(ClaimantKind.ArmedGroup, report.Standing.Claimant);
        Assert.Equal("JNIM", report.Actor!.Name);
    }

    [Theory]
    [InlineData("A suicide bomber attacked a checkpoint in Mogadishu, Somalia.", SubEventType.SuicideBomb)]
    [InlineData("A convoy hit a mine near Djibo, Burkina Faso; the blast killed two soldiers.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Mali: mortar shells fell on Gao this morning.", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("A drone of the Rapid Support Forces killed ten women at a well in El Fasher, Sudan.", SubEventType.AirDroneStrike)]
    [InlineData("A drone was seen over Gao, Mali, before gunmen killed two traders.", SubEventType.Attack)]
    [InlineData("A contact mine killed a driver outside Gao, Mali.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Two aid workers were kidnapped in Menaka, Mali.", SubEventType.AbductionForcedDisappearance)]
    [InlineData("Niger : affrontements entre l'armée et des hommes armés à Téra.", SubEventType.ArmedClash)]
    [InlineData("Hundreds joined a peaceful protest in Niamey, Niger.", SubEventType.PeacefulProtest)]
    [InlineData("On Monday some 300 youths blocked the main road in Gao, Mali.", SubEventType.PeacefulProtest)]
    [InlineData("Insurgents entered the town of Ansongo, Mali, and killed two traders.", SubEventType.Attack)]
    [InlineData("Rebels put a row of houses on fire in Gao, Mali.", SubEventType.LootingPropertyDestruction)]
    [InlineData("Police raided a house in Gao, Mali, and arrested three men.", SubEventType.Arrests)]
    [InlineData("Youths marched through Gao, Mali. They carried iron rods and petrol bombs.", SubEventType.PeacefulProtest)]
    public void Read_TriggerWords_GiveTheClosestType(string text, SubEventType type) =>
        Assert.Equal(type, Assert.Single(Read(text).Reports).SubEventType);

    [Theory]
    [InlineData("Carjacking of an NGO vehicle in Gao, Mali.", LocalType.Carjacking)]
    [InlineData("Mali : couvre-feu à Gao à partir de ce soir.", LocalType.Curfew)]
    public void Read_WhatAcledOmits_GivesTheLocalType(string text, LocalType type) =>
        Assert.Equal(type, Assert.Single(Read(text).Reports).LocalType);

    [Theory]
    [InlineData("")]
    [InlineData("The weather in Bamako, Mali, was fine.")]
    [InlineData("Gunmen attacked a village.")]
    [InlineData("RAS à Gao, Mali, aucune attaque, fausse alerte.")]
    [InlineData("Mali: soldiers will hold a drill near an attack range in Gao.")]
    [InlineData("The court in Bamako, Mali, sentenced a man over the attack.")]
    [InlineData("The attack on a hotel in Bamako, Mali, on 20 November 2015 is remembered.")]
    public void Read_NothingToReport_SaysWhy(string text)
    {
        ReadingResult result = Read(text);

        Assert.Empty(result.Reports);
        Assert.NotEmpty(result.Notes);
    }

    [Fact]
    public void Read_Homonym_TakesTheCountryOfTheText()
    {
        // San: Mali (GeoNames 2449893), and places of that name on four continents.
        ReadReport report = Assert.Single(Read("Gunmen attacked a convoy in San, in central Mali.").Reports);

        Assert.Equal("ML", report.Place.CountryCode);
    }

    [Fact]
    public void Read_UnknownVillageFiledFromTheCapital_IsNotPutIntoTheCapital()
    {
        ReadingResult result = Read("BAMAKO, 17 Sep 2024 (AGENCY) -- Gunmen attacked the village of Xqzwoulou on Monday.");

        Assert.Empty(result.Reports);
        Assert.Contains(result.Notes, n => n.Contains("no place", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TwoAttacksInTwoTowns_GivesTwoReports()
    {
        ReadingResult result = Read("Gunmen attacked a police station in Gao, Mali, on Monday. In a separate attack on Sunday, militants stormed a camp in Mopti.");

        Assert.Equal(["Gao", "Mopti"], result.Reports.Select(r => r.Place.Name));
    }

    [Fact]
    public void Read_AttackersToll_IsNotTheVictims() =>
        Assert.Null(Assert.Single(Read("Troops clashed with rebels near Gao, Mali; 15 militants were killed.").Reports).Killed);

    [Fact]
    public void Read_Coordinates_GivesThePoint()
    {
        ReadReport report = Assert.Single(Read("Gunfire heard at 16.2716, -0.0447 just now, still going on").Reports);

        Assert.Equal(PlacePrecision.Point, report.Place.Precision);
        Assert.Equal(new GeoPoint(16.2716, -0.0447), report.Place.Point);
        Assert.True(report.IsOngoing);
    }

    [Fact]
    public void Read_NoDateline_ReadsDaysFromTheTimeReceivedAndSaysSo()
    {
        ReadingResult result = Read("Explosion in Gao, Mali, yesterday at 05:40.");

        ReadReport report = Assert.Single(result.Reports);
        Assert.Equal(new DateTimeOffset(2024, 9, 17, 5, 40, 0, TimeSpan.Zero), report.Time.Start);
        Assert.Equal(TimePrecision.Exact, report.Time.Precision);
        Assert.Contains(result.Notes, n => n.Contains("received", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OtherLanguage_IsRefusedClearly()
    {
        ReadingResult result = fixture.Reader.Read(new TextInput("Ataque armado en Gao", Received, "ML", "es"));

        Assert.Empty(result.Reports);
        Assert.Contains("es", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    private static string Piece(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    private ReadingResult Read(string text, DateTimeOffset? received = null) => fixture.Reader.Read(new TextInput(text, received ?? Received, null, null));
}
