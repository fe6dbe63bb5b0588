using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events and names.
public sealed class NamedSuspectTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Police arrested two men suspected of the murder: Amadou Keita and Ousmane Toure.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The two suspects, arrested on Tuesday, were identified as Amadou Keita, 23, a driver, and Ousmane Toure.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Four men are suspected of the murder. Their names are Amadou Keita, Ousmane Toure and Moussa Diarra, said Colonel Ali Ba.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Amadou Keita and Ousmane Toure were arrested and charged with the murder.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Amadou Keita and Ousmane Toure are the people directly responsible for the crime, a witness said.")]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. La police a arrêté deux hommes soupçonnés du meurtre : Amadou Keita et Ousmane Toure.")]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. Les suspects ont été identifiés comme Amadou Keita et Ousmane Toure.")]
    public void Read_NamedSuspects_AreAccused(string text)
    {
        IReadOnlyList<ReadActor> actors = fixture.Read(text, Day, Day).Reports[0].Actors;

        Assert.Contains(actors, a => a is { Name: "Amadou Keita", Attribution: Attribution.Accused or Attribution.Suspected });
        Assert.Contains(actors, a => a is { Name: "Ousmane Toure", Attribution: Attribution.Accused });
        Assert.DoesNotContain(actors, a => a.Name.Contains("Ali Ba", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Four people involved in the murder have been arrested.", "Four people", true)]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The people involved in the murder will be found, the mayor said.", "people", false)]
    [InlineData("A banker was kidnapped today by four people in Gao, Mali.", "four people", true)]
    [InlineData("A banker was kidnapped in Gao, Mali, on Monday; four people were freed.", "four people", false)]
    public void Read_CountedPeople_AreTheDoersWhereTheTextSaysSo(string text, string name, bool isDoer) =>
        Assert.Equal(isDoer, fixture.Read(text, Day, Day).Reports[0].Actors.Any(a => a.Name == name));

    [Theory]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The victims were identified as Amadou Keita and Ousmane Toure.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The mayor, Amadou Keita, condemned the mastermind.")]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. A new judge was named as head of the court: Amadou Keita.")]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. Les victimes ont été identifiées comme Amadou Keita et Ousmane Toure.")]
    public void Read_OtherNames_AreNotAccused(string text) =>
        Assert.All(fixture.Read(text, Day, Day).Reports, r => Assert.DoesNotContain(r.Actors, a => a.Name.Contains("Keita", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The killers were soldiers, a witness said.", "soldiers", true)]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The murderers of the farmers are members of the army, a witness said.", "army", true)]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. Those responsible for the murder come from the army, a witness said. They were soldiers.", "army", false)]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The killers were not soldiers, a witness said.", "soldiers", false)]
    [InlineData("Two farmers were killed in Gao, Mali, on Monday. The killers were pursued by soldiers.", "soldiers", false)]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. Les meurtriers sont des soldats.", "soldats", true)]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. Les assaillants étaient des soldats.", "soldats", true)]
    [InlineData("Deux paysans ont été tués lundi à Gao, au Mali. Les meurtriers sont poursuivis par des soldats.", "soldats", false)]
    public void Read_WhoTheGuiltyWere_IsAccused(string text, string name, bool accused) =>
        Assert.Equal(accused, Assert.Single(fixture.Read(text, Day, Day).Reports).Actors.Any(a => a.Name == name));
}
