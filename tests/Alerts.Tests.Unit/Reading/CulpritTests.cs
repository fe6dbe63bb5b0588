using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class CulpritTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Two priests were killed in Bogota, Colombia, on Monday. The murder was ordered by Hernan Duarte and Luis Rojas, a witness said.", "Hernan Duarte", "Luis Rojas")]
    [InlineData("Two priests were killed in Bogota, Colombia, on Monday. Colonel Hernan Duarte and Major Luis Rojas ordered the murder.", "Colonel Hernan Duarte", "Major Luis Rojas")]
    [InlineData("Two priests were killed in Bogota, Colombia, on Monday. Colonel Hernan Duarte, chief of the treasury police, is responsible for the murder.", "Colonel Hernan Duarte", null)]
    [InlineData("Two priests were killed in Bogota, Colombia, on Monday. The unions hold the army responsible for the crime.", "army", null)]
    public void Read_Culprits_AreNamedInFull(string text, string first, string? second)
    {
        string[] actors = [.. Assert.Single(fixture.Read(text, Day, Day).Reports).Actors.Select(a => a.Name)];

        Assert.Contains(first, actors);
        if (second is not null) Assert.Contains(second, actors);
        Assert.DoesNotContain(actors, a => a.Contains("treasury", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_HeldResponsible_IsAccused() =>
        Assert.Contains(Assert.Single(fixture.Read("Two priests were killed in Bogota, Colombia, on Monday. The unions hold the army responsible for the crime.", Day, Day).Reports).Actors,
            a => a is { Name: "army", Attribution: Attribution.Accused });

    [Theory]
    [InlineData("Gunmen killed two farmers in Gao, Mali, on Monday, the mayor told reporters.", "reporters")]
    [InlineData("[Reporter] Were farmers hurt? Gunmen killed two farmers in Gao, Mali, on Monday.", "Reporter")]
    [InlineData("ELN guerrillas led by Manuel Duarte attacked a pipeline in Arauca, Colombia, on Monday.", "Manuel Duarte")]
    [InlineData("Gunmen looted a shop in Gao, Mali, on Monday, and shot at a baker who had shown diplomatic papers.", "diplomatic")]
    public void Read_BesideTheEvent_IsNoTarget(string text, string beside) =>
        Assert.All(fixture.Read(text, Day, Day).Reports, r => Assert.DoesNotContain(r.TargetPhrases, t => t.Text == beside));

    [Theory]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday during a robbery.", "robbery")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The families asked the state to find the murderers.", "murderers")]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. A second one was defused by the police.", "police")]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. La police recherche les meurtriers.", "police")]
    public void Read_BesideTheEvent_IsNoDoer(string text, string beside) =>
        Assert.All(fixture.Read(text, Day, Day).Reports, r => Assert.DoesNotContain(r.Actors, a => a.Name == beside));
}
