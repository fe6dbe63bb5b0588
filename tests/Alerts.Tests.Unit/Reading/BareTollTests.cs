using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: people whom messages and titles name without an article.
public sealed class BareTollTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string English = "Gunmen stopped a bus near Gao, Mali, at dawn and opened fire. ";
    private const string French = "Embuscade ce matin sur la route de Gao, au Mali. ";

    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData(English + "Driver killed, 2 pax injured.", 1, 2)]
    [InlineData(English + "Driver dead on the spot.", 1, null)]
    [InlineData(English + "Driver died, conductor wounded.", 1, 1)]
    [InlineData(English + "Driver and conductor killed.", 2, null)]
    [InlineData(English + "Boy hit in leg.", null, 1)]
    [InlineData(English + "Watchman beaten, treated on the spot.", null, 1)]
    [InlineData(French + "Chauffeur DCD, 3 blessés.", 1, 3)]
    [InlineData(French + "Chauffeur tué et convoyeur blessé.", 1, 1)]
    [InlineData(French + "Veilleur frappé, soigné sur place.", null, 1)]
    [InlineData(French + "Chauffeur touché au bras.", null, 1)]
    public void Read_SomebodyWithoutArticle_IsOne(string text, int? killed, int? wounded)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData(English + "Passengers beaten and robbed.")]
    [InlineData(English + "Police shot back, crew unharmed.")]
    [InlineData(English + "Bus hit in the tyre, driver drove on.")]
    [InlineData(French + "Passagers frappés.")]
    public void Read_ManyWithoutNumber_CountNobody(string text)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.NotEqual(1, report.Killed?.Count.Estimate);
        Assert.NotEqual(1, report.Wounded?.Count.Estimate);
    }
}
