using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events and names.
public sealed class ActorListTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Honduran army troops killed two farmers in Danli, Honduras, on Monday. The Honduran troops also burned a house.", "Honduran army troops")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Colonel Amadou Keita is accused of the murder. A witness said that Amadou Keita ordered the murder.", "Colonel Amadou Keita")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday by five individuals.", "five individuals")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday by two armed men.", "armed men")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday by an individual.", "individual")]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali, par cinq individus.", "cinq individus")]
    public void Read_OneDoer_IsListedOnceByTheFullestName(string text, string name) =>
        Assert.Equal(name, Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors).Name);

    [Theory]
    [InlineData("Honduran troops killed two farmers in Danli, Honduras, on Monday. Salvadoran troops also burned a house there.", "Honduran troops", "Salvadoran troops")]
    [InlineData("Two farmers were shot in Gao, Mali, on Monday by two men. The killings were attributed to JNIM.", "two men", "JNIM")]
    public void Read_TwoDoers_StayTwo(string text, string one, string other)
    {
        string[] actors = [.. Assert.Single(fixture.Read(text, Day, Day).Reports).Actors.Select(a => a.Written)];

        Assert.Contains(one, actors);
        Assert.Contains(other, actors);
    }

    [Theory]
    [InlineData("ELN (National Liberation Army) guerrillas attacked a post in Arauca, Colombia, on Monday.", "ELN (National Liberation Army) guerrillas")]
    [InlineData("ELN [National Liberation Army] fighters attacked a post in Arauca, Colombia, on Monday.", "ELN [National Liberation Army] fighters")]
    [InlineData("The \"ELN\" guerrillas attacked a post in Arauca, Colombia, on Monday.", "ELN guerrillas")]
    public void Read_NameAndWhatItStandsFor_AreOneDoer(string text, string written) =>
        Assert.Equal(written, Assert.Single(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors).Written);
}
