using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Texts in the words of an attack that tell an accident, a film, an exercise, or why somebody was arrested. Own wording, invented events.
public sealed class SetAsideTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [InlineData("A lorry with mining explosives blew up near Kolwezi, DR Congo, on Monday, killing six. The police ruled out foul play: the engine had caught fire first.")]
    [InlineData("Un dépôt de carburant a explosé lundi à Moundou, au Tchad : sept morts. Le gouverneur écarte toute piste criminelle.")]
    [InlineData("Four workers died in an explosion at a fireworks factory near Toluca, Mexico, on Monday.")]
    [InlineData("Weekly note, CAR\n[1] Mon. 23, Bangui: fuel store destroyed by fire. Accidental, for information.\n[2] Tue. 24, Bria: quiet.")]
    public void Read_Accident_IsNoAttack(string text) => AssertNothing(text);

    [Fact]
    public void Read_AccidentInOneEntry_LeavesTheOthers()
    {
        ReadingResult result = Read("Weekly note, CAR\n[1] Mon. 23, Bangui: fuel store destroyed by fire. Accidental, for information.\n[2] Tue. 24, Bria: gunmen killed two traders.");

        Assert.Equal("Bria", Assert.Single(result.Reports).Place.Name);
    }

    [Theory]
    [InlineData("At nine on Tuesday three hooded men with rifles jumped out of a van in Tecate, Mexico, opened fire on a patrol car and dragged a banker away. Then somebody called cut. For two weeks the town lends its streets to a television series; the extras drink coffee, and the stuntmen smoke.")]
    [InlineData("OUAGADOUGOU – Trois hommes sont exécutés contre un mur, le village flambe. Puis la caméra recule : c'est un plateau de tournage, des figurants se relèvent, une actrice réclame du thé. Le film de la jeune réalisatrice a été projeté lundi.")]
    [InlineData("Pirates took a tug and nine hostages off Walvis Bay, Namibia, on Monday; marines shot two of them. Exercise \"Sea Shield\" lasts until Thursday, when a bomb will be found in a terminal and a tanker will be set on fire for the benefit of the fire brigade. Those who live at the lagoon and hear bangs or see smoke should stay calm; the number for real emergencies is the same as ever, said the captain of the port.")]
    public void Read_FilmOrExercise_IsNoAttack(string text) => AssertNothing(text);

    [Theory]
    [InlineData("Police on Monday arrested four persons in Okigwe, Nigeria, connected with the abduction of a priest on the 11th of this month.")]
    [InlineData("Une dizaine de personnes ont été arrêtées lundi à Goma, en RDC, à la suite de l'assassinat d'un avocat.")]
    public void Read_WhyTheyAreHeld_IsNoEventOfItsOwn(string text) => Assert.Equal(Alerts.Terms.SubEventType.Arrests, Assert.Single(Read(text).Reports).SubEventType);

    [Fact]
    public void Read_TitleThatDeniesADeath_KeepsTheEvents()
    {
        ReadingResult result = fixture.Read("Gunmen fired at the police in Cabaret, Haiti, on Monday and killed an officer.", Day, Day, title: "No, the gang leader is not dead");

        Assert.Single(result.Reports);
    }

    [Fact]
    public void Read_ToldWrongAndTakenBack_IsDenied() => AssertNothing("We told our readers on Monday that a roadside bomb had killed five passengers near Wajir, Kenya. That was wrong and we regret it.");

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);

    private void AssertNothing(string text)
    {
        ReadingResult result = Read(text);
        Assert.Empty(result.Reports);
        Assert.Empty(result.Unplaced);
    }
}
