using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Wednesday 18 September 2024 is the day of the text. Texts are own wording, events invented.
public sealed class DateTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Gunmen killed five people in Gao, Mali, on Monday.", "2024-09-16")]
    [InlineData("Gunmen killed five people in Gao, Mali, on Wednesday.", "2024-09-18")]
    [InlineData("Gunmen killed five people in Gao, Mali, last Wednesday.", "2024-09-11")]
    [InlineData("Gunmen killed five people in Gao, Mali, on Thursday of last week.", "2024-09-12")]
    [InlineData("Gunmen killed five people in Gao, Mali, yesterday evening.", "2024-09-17")]
    [InlineData("Gunmen killed five people in Gao, Mali, two days ago.", "2024-09-16")]
    [InlineData("Gunmen killed five people in Gao, Mali, on 15 September.", "2024-09-15")]
    [InlineData("Gunmen killed five people in Gao, Mali, on Sept. 15th, 2024.", "2024-09-15")]
    [InlineData("The mayor reported today that on 15 September gunmen killed five people in Gao, Mali.", "2024-09-15")]
    [InlineData("Tue 17/9, Gao, Mali: gunmen killed five people.", "2024-09-17")]
    [InlineData("Gunmen killed five people in Gao, Mali, on the night of Monday to Tuesday.", "2024-09-16")]
    [InlineData("Des hommes armés ont tué cinq personnes lundi à Gao, au Mali.", "2024-09-16")]
    [InlineData("Des hommes armés ont tué cinq personnes avant-hier à Gao, au Mali.", "2024-09-16")]
    [InlineData("Dans la nuit du dimanche 15 au lundi 16 septembre, des hommes armés ont tué cinq personnes à Gao, au Mali.", "2024-09-15")]
    public void Read_DayInThePast_IsCountedFromTheText(string text, string date) =>
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Read(text).Reports).Time.LocalDate);

    [Fact]
    public void Read_DayOfAnyVerbBeforeThat_IsNotThatOfTheEvent()
    {
        ReadReport report = Assert.Single(Read("The mayor complained on Tuesday that gunmen killed five people in Gao, Mali, on Sunday.").Reports);

        Assert.Equal(new DateOnly(2024, 9, 15), report.Time.LocalDate);
    }

    [Theory]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday, killing a trader. Two hours later men fired at the bank of Mopti.", "2024-09-15")]
    [InlineData("The market of Gao, Mali, was closed on Tuesday after gunmen killed five people the evening before.", "2024-09-16")]
    [InlineData("Dans la nuit de dimanche à lundi, des hommes armés ont tué cinq personnes à Gao, au Mali. Quelques heures après, des manifestants ont brûlé la mairie de Mopti.", "2024-09-16")]
    public void Read_TimeCountedFromTheDayTold_IsOfThatDay(string text, string date) =>
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Read(text).Reports[^1].Time.LocalDate);

    // What stands far below an event has its day for itself.
    [Fact]
    public void Read_DayTwoParagraphsBelow_IsNotThatOfTheEvent()
    {
        ReadReport report = Assert.Single(Read("Gunmen killed five people in Gao, Mali.\n\nThe market was closed.\n\nThe governor leaves for Bamako.\n\nHe had been there on Sunday.").Reports);

        Assert.Null(report.Time.Evidence);
    }

    [Fact]
    public void Line_WeekOnly_GivesNoDay() =>
        Assert.Contains("\"date\":null", PredictionLine.Of("a", Read("A few days ago gunmen killed five people in Gao, Mali.")), StringComparison.Ordinal);

    [Fact]
    public void Read_DayOfTheStatement_IsNotThatOfTheEvent()
    {
        ReadReport report = Assert.Single(Read("Gunmen killed five people in Gao, Mali, on Sunday, the army said on Tuesday.").Reports);

        Assert.Equal(new DateOnly(2024, 9, 15), report.Time.LocalDate);
    }

    [Theory]
    [InlineData("In a statement on Tuesday the army said that gunmen killed five people in Gao, Mali, on Sunday.")]
    [InlineData("Des hommes armés ont tué cinq personnes dimanche à Gao, au Mali, indique un communiqué de mardi.")]
    public void Read_DayOfAMessage_IsNotThatOfTheEvent(string text) => Assert.Equal(new DateOnly(2024, 9, 15), Assert.Single(Read(text).Reports).Time.LocalDate);

    [Fact]
    public void Read_NightOfTwoDays_IsARangeOfPartOfDay()
    {
        ReadTime time = Assert.Single(Read("Gunmen killed five people in Gao, Mali, on the night of Monday to Tuesday.").Reports).Time;

        Assert.Equal(TimePrecision.PartOfDay, time.Precision);
        Assert.True(time.End > time.Start.AddHours(8));
    }

    [Fact]
    public void Read_NoDay_IsAssumedAndSaysSo()
    {
        ReadReport report = Assert.Single(Read("Gunmen killed five people in Gao, Mali.").Reports);

        Assert.Equal(Day, report.Time.LocalDate);
        Assert.Null(report.Time.Evidence);
        Assert.Contains("no day", report.Reasons[ReadSlot.Time], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayOfTheTitle_IsThatOfWhatHasNone()
    {
        var input = new TextInput("Gunmen killed five people in Gao, Mali.", new DateTimeOffset(2024, 9, 18, 20, 0, 0, TimeSpan.Zero), null, null) { Title = "Mali: daily summary, 16 September", DatelineDate = Day };

        Assert.Equal(new DateOnly(2024, 9, 16), Assert.Single(fixture.Reader.Read(input).Reports).Time.LocalDate);
    }

    [Theory]
    [InlineData("JUBA, 17 Sep 2024 (AGENCY) -- Gunmen killed five people in Yei on Monday.", "2024-09-17")]
    [InlineData("Gunmen killed five people in Yei, South Sudan, on Monday.\n\nJuba, Tuesday 17 September 2024", "2024-09-17")]
    [InlineData("Juba, le 17 septembre 2024 – Des hommes armés ont tué cinq personnes à Yei, au Soudan du Sud.", "2024-09-17")]
    public void Read_Dateline_IsFoundAtHeadAndFoot(string text, string date) =>
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), fixture.Read(text, null, Day).ReferenceDate);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);

    [Fact]
    public void Read_HourBehindADay_IsNoYearToCome() =>
        Assert.Equal(new DateOnly(2025, 9, 28), Assert.Single(fixture.Read("28 Sep, 2035. A grenade was thrown at a kiosk in Mogadishu, Somalia.", new DateOnly(2025, 9, 29), new DateOnly(2025, 9, 29)).Reports).Time.LocalDate);

    [Theory]
    [InlineData("Gunmen took a candidate away near Chilapa, Mexico, on Sunday. Another one had been shot in a Chilapa restaurant three weeks before.")]
    [InlineData("Des hommes armés ont enlevé un candidat à Gao, au Mali, dimanche. Un autre avait été tué à Gao trois semaines avant.")]
    public void Read_WeeksBefore_AreBackground(string text) => Assert.Single(Read(text).Reports);

    [Theory]
    [InlineData("On 13 September last year gunmen killed ten people in Gao, Mali.")]
    [InlineData("On 13 and 14 September last year shops were set on fire in Gao, Mali, and soldiers fired at crowds.")]
    [InlineData("Le 13 septembre de l'an dernier, des hommes armés ont tué dix personnes à Gao, au Mali.")]
    public void Read_DayOfLastYear_IsBackground(string text) => Assert.Empty(Read(text).Reports);

    // The sheet is of Friday; it was copied and sent on Saturday.
    [Fact]
    public void Read_LogSentOn_IsOfTheDayThatHeadsIt() =>
        Assert.Equal(new DateOnly(2019, 10, 4), Assert.Single(fixture.Read("DAY SHEET FRI 4 OCT 2019 - copied Sat 5 Oct\n0655 Luuq, Somalia: gunmen shot a guard dead.", new DateOnly(2019, 10, 5), new DateOnly(2019, 10, 5)).Reports).Time.LocalDate);

    [Fact]
    public void Read_YearLongAgo_IsBackground() => Assert.Empty(Read("The spot in Gao, Mali, where gunmen killed the governor in 1806 has a new wreath.").Reports);

    [Theory]
    [InlineData("A witness of the night raid on the school of Gao, Mali, where gunmen killed ten pupils, spoke in court.")]
    [InlineData("The night watchman of the school of Gao, Mali, told how gunmen had come in.")]
    public void Read_NightThatSaysOfWhatKind_DatesNothing(string text) => Assert.DoesNotContain(Read(text).Reports, r => r.Time.Evidence is not null);
}
