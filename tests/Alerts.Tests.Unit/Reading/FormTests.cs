using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Where and when in what field offices write: forms, logs, bulletins, days without their month. Own wording, invented events.
public sealed class FormTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    // A Tuesday.
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("INCIDENT FORM\nReported by: logistics, Juba\nDate submitted: Monday 23 November 2026\nLocation: Bor, near the river port\nDate of incident: Thursday 19 November\nWhat happened: four armed men stopped our truck and shot the driver in the leg.", "Bor", 19)]
    [InlineData("- What: gunmen shot the guard of a food store in the arm\n- Where: Bentiu town, near the old airstrip\n- When: Sunday 22 November, after dark\n- Country: South Sudan\n- Reported: 24 November", "Bentiu", 22)]
    [InlineData("1. Office: Goma\n2. Submitted: Tuesday 24 November 2026\n3. When it took place: in the night from Friday 20 to Saturday 21\n4. Where: Sake, DRC\n5. What: armed men broke into our store and beat the guard.", "Sake", 20)]
    [InlineData("FICHE\nRédigé le : 23 novembre 2026\nLieu : Diffa, quartier Festival\nDate des faits : jeudi 19 novembre\nFaits : des hommes armés ont tué un gardien et emporté sa moto.", "Diffa", 19)]
    [InlineData("FICHE D'INCIDENT\nLieu (axe) : à 17 km à l'est de Diéma, Mali\nQuand : lundi 16 novembre, entre 10h et 11h\nAuteurs : inconnus\nDéroulement : des hommes armés ont tiré sur notre camion.", "17 km à l'est de Diéma", 16)]
    [InlineData("Niger. Date de l'incident : samedi 21. Lieu exact : Tillabéri. Signalé par : le chauffeur, 24/11.\nUn véhicule de l'ONG a été attaqué par des hommes armés.", "Tillabéri", 21)]
    public void Read_Form_IsWhereAndWhenItsFieldsSay(string text, string place, int day)
    {
        ReadReport report = Assert.Single(Read(text).Reports);

        Assert.Equal((place, day), (report.Place.Name, report.Time.LocalDate.Day));
    }

    [Fact]
    public void Read_FormFilledInWeeksLater_KeepsTheDayOfTheEvent() =>
        Assert.Equal(new DateOnly(2026, 11, 5), Assert.Single(Read("Place: Gao, Mali\nDate of incident: 5 November\nSummary: gunmen shot dead a driver of an NGO.").Reports).Time.LocalDate);

    [Fact]
    public void Read_SameDayInAForm_IsCountedFromItsField() =>
        Assert.All(Read("Lieu : Diéma, Mali\nQuand : lundi 16 novembre\nFaits : des hommes armés ont tué un chauffeur (revendication reçue mercredi).\nIncidents liés : le même jour, à Kayes, des hommes armés ont enlevé un berger.").Reports, r => Assert.Equal(16, r.Time.LocalDate.Day));

    [Fact]
    public void Read_SentencesWithColons_AreNoForm() =>
        Assert.Equal("Ansongo", Assert.Single(Read("Mali. The minister was clear: the road to Gao stays shut. Where: nobody would say. On Monday gunmen killed a nurse in Ansongo.").Reports).Place.Name);

    [Fact]
    public void Read_LinesOfALog_StandForThemselves()
    {
        ReadingResult read = Read("Haiti, group messages\n\n06:03 | Les Cayes base: crowd at the depot, no shooting\n11:20 | Gonaïves: yesterday armed men shot dead a nun in her car\n11:21 | radio room: noted\n14:10 | Les Cayes base: finish. A young man was shot dead at the depot today");

        Assert.Equal([("Gonaïves", 23), ("Les Cayes", 24)], read.Reports.Select(r => (r.Place.Name, r.Time.LocalDate.Day)).Order());
    }

    [Fact]
    public void Read_EntriesOfUnknownVillages_AreNotPutIntoAnotherTown()
    {
        ReadingResult read = Read("Cameroun\n\nLundi 16, Nonsucha : des hommes armés ont égorgé deux gardiens.\n\nMardi 17, Maroua : des inconnus ont tué un commerçant.\n\nOtherburi : dans la nuit de vendredi à samedi, des assaillants ont tué un berger.");

        Assert.Equal([("Maroua", 17)], read.Reports.Select(r => (r.Place.Name, r.Time.LocalDate.Day)));
        Assert.Equal(["Nonsucha", "Otherburi"], read.Unplaced.Select(r => r.Place.Name).Order());
    }

    [Theory]
    [InlineData("Niger. Des hommes armés ont tué un gendarme lundi à l'entrée d'une commune, à une centaine de kilomètres de Niamey.", "Niamey")]
    [InlineData("Niger. Gunmen killed a teacher on Monday in a hamlet some 100 km from Niamey.", "Niamey")]
    [InlineData("Nigeria. Six pickups came from the Gubio side on Monday and gunmen killed two farmers.", "Gubio")]
    [InlineData("Mali. Des hommes armés ont tué un berger lundi, à trois heures de piste de Gao.", "Gao")]
    [InlineData("DRC. Gunmen killed two farmers on Monday in a village two hours from Goma.", "Goma")]
    public void Read_TownThatIsFarAway_IsNotWhereItHappened(string text, string far) =>
        Assert.DoesNotContain(Read(text).Reports, r => r.Place.Name == far && r.Place.Precision <= PlacePrecision.City);

    [Theory]
    [InlineData("Niger. Des hommes armés ont tué un berger lundi à une dizaine de kilomètres au nord de Diffa.", "une dizaine de kilomètres au nord de Diffa")]
    [InlineData("Mali. Shooting went on for two hours in Gao on Monday; gunmen killed a guard.", "Gao")]
    public void Read_TownThatIsNear_IsWhereItHappened(string text, string place) => Assert.Equal(place, Assert.Single(Read(text).Reports).Place.Name);

    [Theory]
    [InlineData("Niono : un convoi de commerçants attaqué", "Mali. Une vingtaine de véhicules venaient de quitter Niono pour Ségou. Lundi, des hommes armés ont tué six civils.", "Niono")]
    [InlineData("Two guards killed in Gao", "Mali. On Monday gunmen killed two guards of a store.", "Gao")]
    public void Read_TownOfATitleThatTellsTheEvent_IsWhereItHappened(string title, string text, string place) =>
        Assert.Equal(place, Assert.Single(Read(text, title).Reports).Place.Name);

    [Theory]
    [InlineData("Trade fair opens in Gao", "Mali. On Monday gunmen killed two guards of a store.")]
    [InlineData("Killings go on while Gao waits", "Mali. On Monday gunmen killed two guards of a store.")]
    public void Read_TownOfATitleThatTellsNoEventThere_IsNot(string title, string text) => Assert.Empty(Read(text, title).Reports);

    [Theory]
    [InlineData("on Friday the 20th", 20)]
    [InlineData("on Thursday 19 at dusk", 19)]
    [InlineData("in the night from Friday to Saturday, shortly after 2 am", 21)]
    [InlineData("on the evening of the 20th", 20)]
    [InlineData("on the 19th of this month", 19)]
    [InlineData("on Sat 21 19:40", 21)]
    public void Read_EnglishDayWithoutItsMonth_IsTheLatest(string day, int expected) =>
        Assert.Equal(expected, Assert.Single(Read($"Mali. Gunmen killed a guard in Gao {day}.").Reports).Time.LocalDate.Day);

    [Theory]
    [InlineData("lundi 16 vers 18h", 16)]
    [InlineData("dans la nuit de vendredi à samedi, vers 2h", 21)]
    [InlineData("le 19 de ce mois", 19)]
    [InlineData("dans la soirée du 19", 19)]
    [InlineData("ce dimanche 22", 22)]
    [InlineData("hier matin", 23)]
    public void Read_FrenchDayWithoutItsMonth_IsTheLatest(string day, int expected) =>
        Assert.Equal(expected, Assert.Single(Read($"Mali. Des hommes armés ont tué un gardien à Gao {day}.").Reports).Time.LocalDate.Day);

    [Fact]
    public void Read_NumberBehindAWeekday_StillCounts() =>
        Assert.Equal(21, Assert.Single(Read("Mali. On Saturday 21 guards were killed by gunmen in Gao.").Reports).Killed?.Count.Best);

    [Fact]
    public void Read_FirstEntryOfAList_IsNoDateline() =>
        Assert.Equal([("Gao", 16), ("Menaka", 19)], Read("- Gao, lundi 16 novembre : des hommes armés ont enlevé quatre femmes.\n- Menaka, jeudi 19 novembre : un commerçant a été tué par des inconnus.\nMali, 24 novembre 2026").Reports.Select(r => (r.Place.Name, r.Time.LocalDate.Day)));

    [Fact]
    public void Read_CapitalWhereAMinistrySpeaks_IsNotWhereItHappened() =>
        Assert.DoesNotContain(Read("Niger. Un engin a tué trois gendarmes samedi. À Niamey, le ministère a reconnu la mort d'un gendarme.").Reports, r => r.Place is { Name: "Niamey", Precision: PlacePrecision.City });

    [Fact]
    public void Read_ShortFormOfATown_IsTheTownNamedInFull() =>
        Assert.All(Read("Lundi, des hommes armés ont tué un chauffeur à Fada N'Gourma. Mardi, un autre a été tué par des inconnus à Fada.").Reports, r => Assert.Equal("BF", r.Place.CountryCode));

    [Theory]
    [InlineData("Mali. On Monday gunmen killed a doctor in Gao.")]
    [InlineData("Mali. A witness in Gao was shot dead on Monday.")]
    [InlineData("Mali. Des hommes armés ont enlevé lundi le maire de Gao.")]
    public void Read_VictimWhoMightBeASource_IsWhereItHappened(string text) => Assert.Equal("Gao", Assert.Single(Read(text).Reports).Place.Name);

    [Fact]
    public void Read_UnknownVillageFarBehind_GivesWayToTheTownOfTheDateline() =>
        Assert.Equal("BASRA", Assert.Single(Read("BASRA — Gunmen shot dead a trader on Monday evening.\n\nA meeting is called for Thursday at Nonsucha.").Reports).Place.Name);

    private ReadingResult Read(string text, string? title = null) =>
        fixture.Reader.Read(new TextInput(text, new DateTimeOffset(Day.ToDateTime(new TimeOnly(20, 0)), TimeSpan.Zero), null, null) { DatelineDate = Day, Title = title });

    // Only the ticked box says what it was; the line before the place is as long as a line of a telex.
    [Theory]
    [InlineData("INCIDENT FORM\n1. Office: Galkayo (Somalia)\n2. Date and time of event: Monday 23-11-2026, 23:15 approx.\n3. Place: our food store, Garsoor section, Galkayo\n4. Kind (tick): [ ] shooting [ ] kidnap [x] theft/armed robbery [ ] threat\n5. Injuries: the wrist of a guard, sprained by a rope. Nobody dead.", "Galkayo")]
    [InlineData("FICHE\nLieu : Mopti, Mali\nDate de l'incident : lundi 23/11/2026\nNature (cocher) : ☐ enlèvement ☒ braquage ☐ menace\nDescription : des inconnus ont pris la voiture.", "Mopti")]
    public void Read_TickedBox_IsWhatHappened(string text, string place)
    {
        ReadReport report = Assert.Single(Read(text).Reports);

        Assert.Equal((LocalType.ArmedRobbery, place, 23), (report.LocalType, report.Place.Name, report.Time.LocalDate.Day));
    }

    // No word of the lexicons tells it; that there is a form does.
    [Fact]
    public void Read_FormInPlainWords_IsAReport()
    {
        ReadReport report = Assert.Single(Read("INCIDENT REPORT FORM\nDate of report: Tuesday 24 November 2026\nDate of incident: Saturday 21/11/2026, 11:15\nWhere: checkpoint at the southern exit of Zabid, Yemen\nPersons concerned: 1 engineer, 1 hired driver\nWhat happened: A list was found on the laptop of the engineer. Supervisors said that the permit did not cover surveys. Both men were locked in a room behind the petrol station and then driven to the office of political security, which kept them for two nights.\nInjuries: none.").Reports);

        Assert.Equal(("Zabid", 21), (report.Place.Name, report.Time.LocalDate.Day));
    }
}
