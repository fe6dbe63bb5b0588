using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class BackgroundTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("In March 2021 gunmen killed nine people in Gao, Mali.", BackgroundKind.Past)]
    [InlineData("Since 2015 gunmen have killed 900 people in Gao, Mali.", BackgroundKind.Past)]
    [InlineData("The court in Bamako, Mali, sentenced a man who had killed nine people.", BackgroundKind.Court)]
    [InlineData("The exercise in Gao, Mali, foresees that gunmen attacked a bank.", BackgroundKind.Drill)]
    [InlineData("Officials in Gao, Mali, fear that gunmen could attack the market.", BackgroundKind.Hypothetical)]
    [InlineData("No attack took place in Gao, Mali.", BackgroundKind.Denied)]
    [InlineData("The stadium of Gao, Mali, saw a massacre, said the coach of the losing team.", BackgroundKind.General)]
    [InlineData("Un exercice simulant une attaque contre la mairie aura lieu à Gao, au Mali.", BackgroundKind.Drill)]
    [InlineData("Le tribunal correctionnel de Bamako, au Mali, a jugé les auteurs du meurtre.", BackgroundKind.Court)]
    public void Read_NoNews_IsSetAsideWithItsKind(string text, BackgroundKind kind)
    {
        ReadingResult result = fixture.Read(text, Day, Day);

        Assert.Empty(result.Reports);
        Assert.Contains(result.Background, b => b.Kind == kind);
    }

    [Theory]
    [InlineData("The UN warned on Tuesday that fighting could resume in Gao, Mali.", 0)]
    [InlineData("Clashes in Gao, Mali, on Tuesday could delay the talks.", 1)]
    [InlineData("The rebels are planning attacks on convoys in Gao, Mali, says a note of Tuesday.", 0)]
    [InlineData("Gunmen attacked a church in Gao, Mali, on Tuesday as a couple were planning their wedding.", 1)]
    [InlineData("Des rebelles planifient des attaques contre des convois à Gao (Mali), selon une note de mardi.", 0)]
    [InlineData("A judge on Tuesday jailed two men for plotting an attack on a hotel in Gao, Mali.", 0)]
    [InlineData("Residents of Gao, Mali, heard explosions on Tuesday; the army said they came from a training exercise.", 0)]
    [InlineData("Gunmen shot two soldiers dead in Gao, Mali, on Tuesday.", 1)]
    [InlineData("A driver was killed in a road accident near Gao, Mali, on Tuesday.", 0)]
    [InlineData("A driver was murdered near Gao, Mali, on Tuesday after a road accident.", 1)]
    [InlineData("Gunmen killed a driver near Gao, Mali, on Tuesday after a road accident.", 1)]
    [InlineData("Six suspects in the murder of a judge appeared in court in Gao, Mali, on Tuesday.", 0)]
    [InlineData("A gas cylinder exploded in a restaurant in Gao, Mali, on Tuesday, injuring four.", 0)]
    [InlineData("A bomb in a gas cylinder exploded in a restaurant in Gao, Mali, on Tuesday, injuring four.", 1)]
    public void Read_PlannedPunishedOrHarmless_IsNoReport(string text, int reports) => Assert.Equal(reports, fixture.Read(text, Day, Day).Reports.Count(r => r.SubEventType is not null));

    // Officers ask each other all night; what is asked has not been seen by anybody.
    [Theory]
    [InlineData("Is there shooting in Gao?")]
    [InlineData("Morning all, did anyone hear gunfire in Gao?")]
    [InlineData("Did gunmen attack the camp in Gao last night?")]
    [InlineData("Is it true that gunmen attacked Gao last night?")]
    [InlineData("Y a-t-il des tirs à Gao ?")]
    [InlineData("svp est ce vrai qu'on a kidnappé un blanc à Gao? personne ici n'est au courant")]
    public void Read_QuestionWhetherItHappened_IsSetAside(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);

        Assert.Empty(result.Reports);
        Assert.Contains(result.Background, b => b.Reason.Contains("it is a question", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Does anyone know why there is shooting in Gao?")]
    [InlineData("Have you heard that gunmen attacked Gao last night?")]
    [InlineData("Did anybody see the attack in Gao?")]
    [InlineData("Gunmen attacked Gao. Is there anybody who can help?")]
    [InlineData("Why are they shooting at us in Gao?")]
    [InlineData("Vous savez qui a tiré sur le bus à Gao ?")]
    public void Read_QuestionThatTakesItForGranted_IsReported(string text) =>
        Assert.Equal("Gao", Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    [Fact]
    public void Read_OldEventBesideNews_DoesNotLeak()
    {
        ReadingResult result = fixture.Read(
            "Gunmen killed five traders in Gao, Mali, on Monday. In November 2015 militants stormed a hotel in Bamako and killed 20 people.", Day, Day);

        Assert.Equal("Gao", Assert.Single(result.Reports).Place.Name);
        Assert.Contains(result.Background, b => b.Date == new DateOnly(2015, 11, 1));
    }

    [Theory]
    [InlineData("A bell was struck in Garissa, Kenya, for the students who were killed in 2015. The gunmen who entered on that Thursday before Easter killed 148 people.")]
    [InlineData("The nine judges of the Supreme Court in Colombo, Sri Lanka, gave their judgment on Monday in the case that victims had brought. Sixteen days before suicide bombers killed 260 people in three churches a letter had named the ringleader, and it was passed from desk to desk, the judges found after a trial of two years. The accused pleaded that nobody had told them. Their lawyers will appeal; the other trial, of twenty-five men charged with helping, goes on before another bench in the new year.")]
    [InlineData("GOMA, DR Congo. Nothing new today.\n\nCONTEXT\nOn 2 August the hospital of Masisi was pillaged by armed men and eleven people were killed.")]
    public void Read_ToldOfThePast_IsNoNews(string text) => Assert.Empty(fixture.Read(text.Replace("\\n", "\n", StringComparison.Ordinal), Day, Day).Reports);

    [Theory]
    [InlineData("Men with heavy weapons stood before the mosque of Gao, Mali, on Monday.", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("In Gao, Mali, the guests sang as they went off on Monday.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("À Gao, au Mali, lundi, un chauffeur a été frappé à la crosse.", SubEventType.AirDroneStrike)]
    public void Read_WordsThatOnlyLookLikeADeed_TellNone(string text, SubEventType deed) => Assert.DoesNotContain(fixture.Read(text, Day, Day).Reports, r => r.SubEventType == deed);

    // A campaign from the air is no event; a bombing with its day and town is, and so are three.
    [Theory]
    [InlineData("The bombing of the capital goes on, the radio of the rebels said.", 0)]
    [InlineData("The hospital of Gao, in Mali, was bombed on Monday, its director said.", 1)]
    [InlineData("Three bombings shook Gao, in Mali, on Monday, residents said.", 1)]
    public void Read_BombingInALongText_IsNewsWhenItHasItsDayAndTown(string first, int reports)
    {
        const string Rest = " The people should trust their leaders, he told listeners in Mali, and he thanked the farmers for their bread and the teachers for their patience. Schools would open again in spring,"
            + " he hoped, the roads would be repaired, and everybody who had left could come home. He spoke for an hour about the harvest, prices and the new radio house.";

        ReadingResult read = fixture.Read(first + Rest, Day, Day);

        Assert.Equal(reports, read.Reports.Count + read.Unplaced.Count);
    }

    [Fact]
    public void Read_ToBesideARecentDay_IsNoPlan() =>
        Assert.Single(fixture.Read("Gunmen used dynamite to attack a bank in Gao, Mali, on Monday.", Day, Day).Reports);

    [Theory]
    [InlineData("Gunmen killed six people at the stadium of Gao, Mali, on Monday.")]
    [InlineData("Gunmen killed six people during a storm in Gao, Mali, on Monday.")]
    [InlineData("Gunmen killed six people who were watching a film in Gao, Mali, on Monday.")]
    [InlineData("Gunmen killed six nurses of a cholera ward in Gao, Mali, on Monday.")]
    public void Read_ArmedDoerBesideSportOrHazard_IsNews(string text) => Assert.Equal("Gao", Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    [Fact]
    public void Read_TextOfAnExercise_IsSetAsideAsAWhole()
    {
        ReadingResult result = fixture.Read(
            "The hospital of Gao, Mali, held a mass casualty drill with the fire service, the gendarmerie and two hundred volunteers from the schools of the town.\n\n"
            + "At nine a bus exploded in front of the gate. Four gunmen took a nurse hostage in the pharmacy. Eleven people bled to death in the yard.\n\n"
            + "The organisers of the exercise were content and want to repeat it with the ambulances of the neighbouring towns.", Day, Day);

        Assert.Empty(result.Reports);
        Assert.Contains(result.Background, b => b.Kind == BackgroundKind.Drill);
    }

    [Fact]
    public void Read_OlderEventThatTheTextIsAbout_IsReportedWithItsDay()
    {
        ReadReport report = Assert.Single(fixture.Read("Gunmen killed five traders at the market of Gao, Mali, on 20 August, the mayor said.", Day, Day).Reports);

        Assert.Equal(new DateOnly(2024, 8, 20), report.Time.LocalDate);
    }

    [Fact]
    public void Read_OlderEventInPassing_IsBackground()
    {
        ReadingResult result = fixture.Read("Gunmen killed five traders in Gao, Mali, on Monday. There was an attack on 20 August.", Day, Day);

        Assert.Equal(new DateOnly(2024, 9, 16), Assert.Single(result.Reports).Time.LocalDate);
        Assert.Contains(result.Background, b => b.Kind == BackgroundKind.Past && b.Date == new DateOnly(2024, 8, 20));
    }

    [Theory]
    [InlineData("The toll of the attack on the market of Gao, Mali, has risen to 15 killed, the hospital said.")]
    [InlineData("The toll of Monday's attack in Gao, Mali, rose to fifteen killed.")]
    public void Read_RisenToll_IsNoPlan(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal(15, report.Killed?.Count.Best);
    }

    [Theory]
    [InlineData("Gunmen attacked a bus in Gao, Mali, on Monday. None was killed.")]
    [InlineData("A bomb exploded at the market of Gao, Mali, on Monday. The buildings were not damaged.")]
    [InlineData("Gunmen attacked a bus in Gao, Mali, on Monday and left propaganda behind.")]
    public void Read_NextSentenceSaysThatNobodyWasHarmed_IsStillNews(string text) => Assert.Single(fixture.Read(text, Day, Day).Reports);

    [Fact]
    public void Read_NextSentenceCallsItFalse_IsWithdrawn()
    {
        ReadingResult result = fixture.Read("A story says that bandits overran the base in Gao, Mali, on Sunday. No such attack took place.", Day, Day);

        Assert.Empty(result.Reports);
    }
}
