using System.Globalization;
using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Which of the days that a text names is that of the event. Wednesday 18 September 2024 is the day of the text; texts are own wording, events invented.
public sealed class EventDayTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Gunmen killed four herders near Gao, Mali, on Sunday. \"We have buried them,\" the mayor said on Tuesday.\n\nEarlier the same day, a bomb exploded under a lorry in Mopti, wounding two drivers.", "2024-09-15")]
    [InlineData("Gunmen killed four herders near Gao, Mali, on Sunday. On Tuesday evening the families were still waiting for help.\n\nThe next day, a bomb exploded under a lorry in Mopti, wounding two drivers.", "2024-09-16")]
    [InlineData("Des hommes armés ont tué quatre éleveurs près de Gao, au Mali, dimanche. Mardi soir, on était toujours sans secours, a dit le maire.\n\nLa veille, une bombe a explosé sous un camion à Mopti, blessant deux chauffeurs.", "2024-09-14")]
    [InlineData("A curfew was announced on 15 September. The next day gunmen killed four herders near Gao, Mali.", "2024-09-16")]
    [InlineData("Le gouverneur a dit mardi qu'il restait en poste. La veille, une bombe a explosé sous un camion à Mopti, au Mali, blessant deux chauffeurs.", "2024-09-16")]
    [InlineData("Gunmen killed four herders near Gao, Mali, on Thursday. Two days later, a bomb exploded under a lorry in Mopti, wounding two drivers.", "2024-09-14")]
    [InlineData("Des hommes armés ont tué quatre éleveurs près de Gao, au Mali, dimanche. Deux jours plus tôt, une bombe avait explosé sous un camion à Mopti, blessant deux chauffeurs.", "2024-09-13")]
    [InlineData("Des hommes armés ont tué quatre éleveurs près de Gao, au Mali, dimanche. La nuit précédente, une bombe a explosé sous un camion à Mopti, blessant deux chauffeurs.", "2024-09-14")]
    public void Read_DayBesideTheOneTold_IsCountedFromTheEventBeforeIt(string text, string date) => Assert.Equal(DayOf(date), Read(text)[^1].Time.LocalDate);

    [Theory]
    [InlineData("A statement read over state television on Tuesday says that gunmen killed four herders near Gao, Mali, on Sunday.")]
    [InlineData("The colonel told reporters in Bamako on Tuesday that gunmen killed four herders near Gao, Mali, on Sunday.")]
    [InlineData("La radio a rendu compte lundi soir de l'attaque menée la veille contre le camp de Gao, au Mali.")]
    [InlineData("Dans un message lu mardi à la télévision nationale, l'armée annonce que des hommes armés ont tué quatre éleveurs dimanche près de Gao, au Mali.")]
    [InlineData("L'armée dit avoir tué huit bandits dimanche près de Gao, au Mali.")]
    public void Read_DayOfWhoSaysIt_IsNotThatOfTheEvent(string text) => Assert.Equal(new DateOnly(2024, 9, 15), Assert.Single(Read(text)).Time.LocalDate);

    [Fact]
    public void Read_EventReportedFromAPlace_IsOfTheDayBesideIt() =>
        Assert.Equal(new DateOnly(2024, 9, 15), Assert.Single(Read("An attack was reported in Gao, Mali, on Sunday in which gunmen killed four herders.")).Time.LocalDate);

    [Theory]
    [InlineData("Gunmen killed four herders near Gao, Mali, after Sunday's vote.", null)]
    [InlineData("Des hommes armés ont tué quatre éleveurs près de Gao, au Mali, après le scrutin de dimanche.", null)]
    [InlineData("Gunmen killed four herders near Gao, Mali, during Sunday's prayers.", "2024-09-15")]
    [InlineData("Four herders were killed near Gao, Mali, in Sunday's violence.", "2024-09-15")]
    [InlineData("Après l'attaque de dimanche à Gao, au Mali, où des hommes armés ont tué quatre éleveurs, le marché reste fermé.", "2024-09-15")]
    public void Read_DayOfAnotherNoun_DatesNothing(string text, string? date) => IsOn(date, text);

    [Theory]
    [InlineData("On the eve of the vote gunmen killed four herders near Gao, Mali.", null)]
    [InlineData("The day before the wedding gunmen killed four herders near Gao, Mali.", null)]
    [InlineData("À la veille de la fête, des hommes armés ont tué quatre éleveurs près de Gao, au Mali.", null)]
    [InlineData("À la veille du 16 septembre, des hommes armés ont tué quatre éleveurs près de Gao, au Mali.", "2024-09-15")]
    [InlineData("On the eve of Monday's vote gunmen killed four herders near Gao, Mali.", "2024-09-15")]
    public void Read_EveOfAnOccasion_IsADayOnlyBesideOne(string text, string? date) => IsOn(date, text);

    [Theory]
    [InlineData("Gunmen killed two guards in Gao, Mali, on Tuesday.\n\nEarlier that night, at about 2130 on Monday, a bomb exploded in Mopti, wounding two drivers.", "2024-09-16")]
    [InlineData("Gunmen killed four herders near Gao, Mali, overnight into Monday.", "2024-09-15")]
    [InlineData("Gunmen killed four herders near Gao, Mali, in the small hours of yesterday.", "2024-09-17")]
    [InlineData("Des hommes armés ont tué quatre éleveurs près de Gao, au Mali, aux premières heures de lundi.", "2024-09-16")]
    [InlineData("ystrday arnd 4pm gunmen shot 2 guards at Gao market, Mali", "2024-09-17")]
    [InlineData("hr matin des hommes armés ont tué 2 gardes au marché de Gao, Mali", "2024-09-17")]
    [InlineData("At 19:40 a grenade was thrown at a tax post in Gao, Mali, on Sunday.", "2024-09-15")]
    public void Read_DayNamedInItsWay_IsThatOfTheEvent(string text, string date) => Assert.Equal(DayOf(date), Read(text)[^1].Time.LocalDate);

    [Theory]
    [InlineData("The bus was stopped by gunmen near Gao, Mali, on Sunday. A driver was shot dead.")]
    [InlineData("Two attacks hit the north of Mali on Sunday. In Gao gunmen killed a driver.")]
    [InlineData("Des hommes armés ont enlevé un infirmier à Gao, au Mali, dimanche. Un chauffeur a été tué par balles.")]
    public void Read_EventRightBehindAnother_BorrowsItsDay(string text) => Assert.All(Read(text), r => Assert.Equal(new DateOnly(2024, 9, 15), r.Time.LocalDate));

    [Theory]
    [InlineData("Mali weekly\n\nGao – Sunday 21:30: gunmen attacked the market, two dead.\nMopti – Monday 04:15: a mine hit a bus, three dead.")]
    [InlineData("> Gao, dimanche 15, vers 18h30 : le marché a été attaqué par des hommes armés, deux morts.\n> Mopti, lundi 16 : une mine a touché un bus, trois morts.")]
    [InlineData("Mali weekly\n\n15 September. Gao: gunmen attacked the market, two dead.\n16 September. Mopti: a mine hit a bus, three dead.")]
    [InlineData("[1] Dim. 15, Gao : le marché a été attaqué par des hommes armés, deux morts.\n[2] Lun. 16, Mopti : une mine a touché un bus, trois morts.")]
    public void Read_DayAtTheHeadOfAnEntry_IsTheEntrys(string text) => Assert.Equal([new(2024, 9, 15), new(2024, 9, 16)], Read(text).Select(r => r.Time.LocalDate));

    [Theory]
    [InlineData("Mali brief\nReporting window: Tue 17 Sept 07:00 to Wed 18 Sept 07:00.\n\n- Gao: at 19:40 a grenade was thrown at the tax post, two wounded.\n- Mopti: at 04:15 gunmen shot a trader dead.", "2024-09-17")]
    [InlineData("Bulletin du Mali\nPériode : du 17 septembre 07h00 au 18 septembre 07h00\n\n- Gao : à 19h40 des hommes armés ont tué deux gardes.\n- Mopti : vers 04h15 des hommes armés ont tué un commerçant.", "2024-09-17")]
    [InlineData("Mali brief, last 24 hours to 0600.\n\n- Gao: at 19:40 a grenade was thrown at the tax post, two wounded.\n- Mopti: at 04:15 gunmen shot a trader dead.", "2024-09-17")]
    [InlineData("Mali brief\nReporting period: 10 to 18 September.\n\n- Gao: at 19:40 a grenade was thrown at the tax post, two wounded.\n- Mopti: at 04:15 gunmen shot a trader dead.", "2024-09-18")]
    public void Read_HourInAWindow_IsOnTheDayOnWhichItFalls(string text, string first) => Assert.Equal([DayOf(first), Day], Read(text).Select(r => r.Time.LocalDate));

    [Theory]
    [InlineData("SECURITY NOTE 9 - Mali (period covered: 1 to 15 November 2026)\n\n1. Gao. On 3 November gunmen killed two traders.", 3)]
    [InlineData("Monthly note, November 2026, Mali\n\n- 4 Nov, Gao: gunmen killed two traders.", 4)]
    [InlineData("ACCÈS MALI\nBulletin n° 9, du 1er au 15 novembre 2026, envoyé le 17\n\n> Gao, mardi 3 : deux commerçants tués par des hommes armés.", 3)]
    [InlineData("ACCESS SNAPSHOT, Mali, 29 October - 12 November 2026\n\nGao, 30 October. Gunmen killed two traders.", 30)]
    public void Read_PeriodThatABulletinCovers_IsNews(string text, int day) =>
        Assert.Equal(day, Assert.Single(fixture.Read(text, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)).Reports).Time.LocalDate.Day);

    [Fact]
    public void Read_OldDayOutsideOfThePeriod_IsBackground() =>
        Assert.Empty(fixture.Read("SECURITY NOTE 9 - Mali (period covered: 1 to 15 November 2026)\n\nIn Gao on 3 July gunmen killed two traders.", new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)).Reports);

    private void IsOn(string? date, string text)
    {
        ReadReport report = Assert.Single(Read(text));

        if (date is null) Assert.Null(report.Time.Evidence);
        else Assert.Equal(DayOf(date), report.Time.LocalDate);
    }

    private IReadOnlyList<ReadReport> Read(string text) => fixture.Read(text, Day, Day).Reports;

    private static DateOnly DayOf(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
