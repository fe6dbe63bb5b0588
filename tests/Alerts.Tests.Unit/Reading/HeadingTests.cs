using Alerts.Gazetteer;
using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Headings on a line of their own, as bulletins have them: own wording, invented events.
public sealed class HeadingTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2026, 5, 18);

    [Fact]
    public void Read_ParagraphsHeadedByDayAndTown_AreEntriesThere()
    {
        ReadingResult read = Read(
            "Weekly note.\n\nWed 13, Fada N'Gourma, Burkina Faso. Two technicians were abducted by armed men.\n\nThu 14, Diapaga. Three rockets hit the camp of the detachment.\n\n"
            + "Sat 16, Xqzwoulou. A patrol was ambushed west of the town.");

        Assert.Equal([("Fada N'Gourma", 13), ("Diapaga", 14)], read.Reports.Select(r => (r.Place.Name, r.Time.LocalDate.Day)));
        Assert.Equal(("Xqzwoulou", 16), Assert.Single(read.Unplaced.Select(r => (r.Place.Name, r.Time.LocalDate.Day))));
    }

    [Fact]
    public void Read_LinesOfNames_PutWhatFollowsThere()
    {
        ReadingResult read = Read("SITREP 3\n\nGao\nOn 12 May armed men attacked a checkpoint and killed two soldiers.\n\nMenaka\nOn 13 May a vehicle of an NGO was hijacked by unknown gunmen.");

        Assert.Equal(["Gao", "Menaka"], read.Reports.Select(r => r.Place.Name));
        Assert.All(read.Reports, r => Assert.Contains("heading", r.Reasons[ReadSlot.Place], StringComparison.Ordinal));
    }

    [Fact]
    public void Read_LinesPartedByBars_GivePlaceAndDayAndKeepApart()
    {
        ReadingResult read = Read(
            "South Sudan, week 20\n\nCentral Equatoria | Yei | Tuesday 12 May\nAn ambulance of an NGO was fired at. The driver was wounded.\n\n"
            + "Lakes | Rumbek | Thursday 14 May, about 21:00\nBurglary at a guesthouse. Two men with pistols tied the guard up and took laptops.");

        Assert.Equal([("Yei", 12), ("Rumbek", 14)], read.Reports.Select(r => (r.Place.Name, r.Time.LocalDate.Day)));
    }

    [Theory]
    [InlineData("Mali, semaine 20\n\nGao. Des hommes armés ont tué deux commerçants le 12 mai.\n\nMénaka. Un chauffeur a été abattu le 12 mai.")]
    [InlineData("Mali, week 20\n\nGAO: On 12 May gunmen killed two traders.\n\nMENAKA: A driver was shot dead on 12 May.")]
    public void Read_ParagraphsThatBeginWithNames_AreEntriesOfTheirOwn(string text)
    {
        ReadingResult read = Read(text);

        Assert.Equal(["GAO", "MENAKA"], read.Reports.Select(r => NameFolding.Fold(r.Place.Name).ToUpperInvariant()));
    }

    [Fact]
    public void Read_EntryWithAWayToAnotherTown_IsAtItsHead() =>
        Assert.Equal("Marka", Read("Somalia\n\nLower Shabelle – Marka. On Tuesday a roadside bomb went off under a minibus taking traders to Mogadishu: eight dead.\n\nBay – Baidoa. Gunmen shot dead a clerk on Wednesday.").Reports[0].Place.Name);

    [Fact]
    public void Read_EntryOfAnUnknownVillage_IsNotPutIntoTheTownOfAnother()
    {
        ReadingResult read = Read("Mozambique\n\nNONSUCHA. On 12 May insurgents raided a village near Nonsucha and killed two farmers.\n\nMONTEPUEZ. On 14 May gunmen shot dead a guard.");

        Assert.Equal(["MONTEPUEZ"], read.Reports.Select(r => r.Place.Name));
        Assert.Single(read.Unplaced);
    }

    [Fact]
    public void Read_TownThatTheEventNames_BeatsTheHeading() =>
        Assert.Equal(["Ansongo", "Menaka"], Read("Gao region\nGunmen shot dead a trader in Ansongo on 12 May.\n\nMenaka region\nOn 13 May gunmen shot dead a driver in Menaka, Mali.").Reports.Select(r => r.Place.Name));

    [Fact]
    public void Read_SubheadOfAnArticle_KeepsOneEvent() =>
        Assert.Single(Read(
            "Attack in Gao\nGunmen killed four traders at the market of Gao, in Mali, on Sunday.\n\nWitnesses\nA shopkeeper said that the gunmen had killed the traders within a minute.").Reports);

    [Fact]
    public void Read_HeadlineThatSaysMoreThanWhere_PutsNothingThere() =>
        Assert.Equal("Gao", Assert.Single(Read(
            "Gunmen attack Gao market\nGunmen killed four traders at the market of Gao, in Mali, on Sunday.\n\nHospital in Bamako overwhelmed\n"
            + "Twelve people who were wounded in the attack are treated there, and two have died.").Reports).Place.Name);

    [Fact]
    public void Read_MonthBesideANumber_IsNoWordOfDoubt() =>
        Assert.Equal(SubEventType.AbductionForcedDisappearance, Assert.Single(Read("On Thursday 14 May gunmen kidnapped two teachers in Gao, Mali.").Reports).SubEventType);

    [Theory]
    [InlineData("Lundi 11. Gao, Mali : des hommes armés ont tué deux commerçants.", 11)]
    [InlineData("Le 15 courant, des hommes armés ont tué deux commerçants à Gao, au Mali.", 15)]
    [InlineData("Nuit du 12 au 13. Gao, Mali : des hommes armés ont tué deux commerçants.", 12)]
    [InlineData("Robbers killed a guard in Gao, Mali, in the night of 9–10 May.", 9)]
    [InlineData("Deux commerçants ont été tués le 12 par des hommes armés à Gao, au Mali.", 12)]
    [InlineData("On the 11th a patrol killed two traders in Gao, Mali.", 11)]
    [InlineData("Robbers killed a guard in Gao, Mali, on the 9th of May.", 9)]
    public void Read_DayWithoutItsMonth_IsTheLatestSuchDay(string text, int day) =>
        Assert.Equal(new DateOnly(2026, 5, day), Assert.Single(Read(text).Reports).Time.LocalDate);

    [Fact]
    public void Read_NightBeforeTheFirstDayOfTheCalendar_DoesNotThrow() =>
        Assert.Single(fixture.Read("In the night of 31-1 January gunmen killed two traders in Gao, Mali.", DateOnly.MinValue, DateOnly.MinValue).Reports);

    [Fact]
    public void Read_WeekdayAndACount_IsTheWeekday() =>
        Assert.Equal(new DateOnly(2026, 5, 17), Assert.Single(Read("On Sunday 17 traders were killed by gunmen at the market of Gao, in Mali.").Reports).Time.LocalDate);

    // Ospina is a town of Colombia, too.
    [Fact]
    public void Read_MinisterOfTwoNames_IsNoPlace()
    {
        ReadingResult read = Read("Rebels set off two bombs against the police in south-western Colombia on Monday.\n\nDefence Minister Ricardo Ospina attributed both blasts to a front.");

        Assert.Empty(read.Reports);
        Assert.Equal("CO", Assert.Single(read.Unplaced).Place.CountryCode);
    }

    [Theory]
    [InlineData("Un homme accusé de vol a été brûlé vif par une foule dimanche au marché de Bunia, en RDC.", SubEventType.MobViolence)]
    [InlineData("The Rapid Support Forces announced on Sunday that their men had \"liberated\" the town of Dilling, in Sudan.", SubEventType.NonStateActorOvertakesTerritory)]
    [InlineData("Claudette and her husband were taken last night at a crossing in Cabaret, Haiti.", SubEventType.AbductionForcedDisappearance)]
    public void Read_DeedInOtherWords_HasItsType(string text, SubEventType type) => Assert.Equal(type, Assert.Single(Read(text).Reports).SubEventType);

    [Fact]
    public void Read_Firefighters_FightNobody() =>
        Assert.DoesNotContain(Read("Two minibuses were burnt in a yard in Gao, Mali, on Sunday. Firefighters came at 03:52.").Reports, r => r.SubEventType == SubEventType.ArmedClash);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);
}
