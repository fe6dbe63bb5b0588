using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events and groups.
public sealed class NamedGroupTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("A charge went off at a bank in Gao, Mali, on Monday. In a leaflet the so-called Patriotic Organization of the Dunes took responsibility.", "Patriotic Organization of the Dunes")]
    [InlineData("Members of the Dignity Battalions attacked a bus near Gao, Mali, on Monday.", "Dignity Battalions")]
    [InlineData("A group calling itself Lions of the Sands attacked a convoy near Gao, Mali, on Monday.", "Lions of the Sands")]
    [InlineData("Un groupe se faisant appeler Lions du Fleuve a attaqué lundi un convoi près de Gao, au Mali.", "Lions du Fleuve")]
    [InlineData("Lundi, des combattants du Front de libération des dunes ont attaqué un convoi près de Gao, au Mali.", "Front de libération")]
    public void Read_GroupThatNoLexiconKnows_IsNamed(string text, string name) =>
        Assert.Contains(fixture.Read(text, Day, Day).Reports[0].Actors, a => a.Written.Contains(name, StringComparison.Ordinal));

    [Fact]
    public void Read_PlaceInTheNameOfAGroup_IsNotWhereItHappened() =>
        Assert.Equal("Gao", fixture.Read("Members of a group calling itself the Lions of the Dunes opened fire on a bus near Gao, Mali, on Monday.", Day, Day).Reports[0].Place.Name);

    [Theory]
    [InlineData("Gunmen attacked a convoy of the World Food Organization near Gao, Mali, on Monday.", "Organization")]
    [InlineData("Gunmen attacked a bus near Gao, Mali, on Monday. The Fire Brigade put out the flames.", "Brigade")]
    [InlineData("JNIM attacked a post near Gao, Mali, on Monday. The Islamic State, which is active farther east, was not involved.", "Islamic State")]
    public void Read_OthersOfTheText_DidNotDoIt(string text, string name) =>
        Assert.DoesNotContain(fixture.Read(text, Day, Day).Reports[0].Actors, a => a.Written.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("A candidate was gunned down on Monday in Gao, Mali, by a youth with a pistol.", "youth")]
    [InlineData("A student was killed on Monday in Gao, Mali. The soldier who opened fire was suspended.", "soldier")]
    [InlineData("A student was killed on Monday in Gao, Mali. The shots came from soldiers at the gate.", "soldiers")]
    [InlineData("Sept paysans ont été tués lundi à Gao, au Mali, par des éleveurs venus récupérer du bétail.", "éleveurs")]
    [InlineData("De violents combats ont opposé lundi à Gao, au Mali, l'armée aux rebelles.", "rebelles")]
    [InlineData("Un obus a tué trois femmes lundi à Gao, au Mali. Les autorités ont mis en cause l'artillerie syrienne.", "syrienne")]
    public void Read_WhoeverDidIt_IsTold(string text, string doer) =>
        Assert.Contains(fixture.Read(text, Day, Day).Reports[0].Actors, a => a.Written.Contains(doer, StringComparison.Ordinal));
}
