using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// In which country a text is that names none. Own wording, invented events; places are GeoNames'.
public sealed class TitleCountryTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    // Mariani is a larger town of India as well, Blida one of Algeria.
    [Theory]
    [InlineData("Chat Léogâne–Gressier", "On Monday they shot at a bus at Mariani. The driver is dead.", "HT")]
    [InlineData("Léogâne : point sécurité", "Lundi, des hommes armés ont tué deux chauffeurs à Mariani.", "HT")]
    [InlineData("Fil équipes / Tyr – Nabatieh", "Lundi, un drone a frappé une pelleteuse à Blida. Un mort.", "LB")]
    public void Read_TownsOfTheTitle_TellTheCountry(string title, string text, string country) =>
        Assert.Equal(country, Assert.Single(fixture.Read(text, Day, Day, title: title).Reports).Place.CountryCode);

    // One small town of several countries says nothing.
    [Theory]
    [InlineData("Two men were shot dead at Mariani on Monday.")]
    [InlineData("Lundi, des hommes armés ont tué deux personnes à Koro.")]
    public void Read_OneSmallTownOfSeveralCountries_IsNowhere(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);

        Assert.Empty(result.Reports);
        Assert.Contains(result.Background, b => b.Kind == BackgroundKind.Unplaced);
    }

    [Theory]
    [InlineData("Gunmen attacked Djibo on Monday, killing two soldiers.", "BF")]
    [InlineData("Two men were shot dead in Port Harcourt on Monday.", "NG")]
    [InlineData("Two men were shot dead on Monday on the road from Koro to Bankass.", "ML")]
    public void Read_OnlyTownOfThatNameOrAKnownOne_TellsItsCountry(string text, string country) =>
        Assert.Equal(country, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.CountryCode);
}
