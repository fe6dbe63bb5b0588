using Xunit;

namespace Alerts.Tests.Unit.Reading;

// What one sentence tells of several towns: each has its own day and its own dead. Own wording, invented events.
public sealed class TownShareTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [InlineData("Gunmen killed four villagers in Gao, Mali, and two traders in Mopti on Sunday.", "Gao 22 k4, Mopti 22 k2")]
    [InlineData("Gunmen killed four villagers in Quetta on Sunday and two traders in Khuzdar on Monday.", "Khuzdar 23 k2, Quetta 22 k4")]
    [InlineData("Gunmen killed two policemen in Quetta and a tribal elder in Khuzdar on Monday.", "Khuzdar 23 k1, Quetta 23 k2")]
    [InlineData("Eight people were killed in Titao on Sunday, four in Ouahigouya on Monday and two in Djibo on Tuesday.", "Djibo 24 k2, Ouahigouya 23 k4, Titao 22 k8")]
    [InlineData("Twelve people were killed in two attacks in Burkina Faso: eight in Titao on Sunday and four in Ouahigouya on Monday.", "Ouahigouya 23 k4, Titao 22 k8")]
    [InlineData("Bandits kidnapped six farmers in Gusau on Sunday and a priest in Jos on Monday.", "Gusau 22 k, Jos 23 k")]
    [InlineData("Des hommes armés ont tué quatre personnes à Gao dimanche et deux à Mopti lundi.", "Gao 22 k4, Mopti 23 k2")]
    [InlineData("Un gendarme a été tué à Dori et deux civils à Sebba, au Burkina Faso, lundi.", "Dori 23 k1, Sebba 23 k2")]
    [InlineData("Une mine a tué deux soldats lundi à Boni et blessé un chauffeur mardi à Hombori, au Mali.", "Boni 23 k2, Hombori 24 k")]
    public void Read_TownsThatShareAVerb_HaveTheirOwnDaysAndDead(string text, string events) => Assert.Equal(events, Told(text));

    [Theory]
    [InlineData("A car bomb exploded in central Mogadishu on Monday, killing three, while a mortar attack in Baidoa wounded five.", "Baidoa 23 k, Mogadishu 23 k3")]
    [InlineData("A policeman was shot dead in Quetta on Sunday and a mine killed two soldiers in Khuzdar on Monday.", "Khuzdar 23 k2, Quetta 22 k1")]
    [InlineData("In Gao, Mali, a policeman was killed on Sunday, and in Mopti a truck was burned on Monday.", "Gao 22 k1, Mopti 23 k")]
    [InlineData("Un policier a été tué lundi à Gao, au Mali, tandis qu'une mine a blessé trois soldats à Mopti.", "Gao 23 k1, Mopti 23 k")]
    public void Read_ClausesOfTwoTowns_AreTwoEvents(string text, string events) => Assert.Equal(events, Told(text));

    [Theory]
    [InlineData("Gunmen killed four people in Quetta on Monday and took two hostages to Khuzdar.")]
    [InlineData("Four people were killed in Quetta on Monday while they were travelling to Khuzdar.")]
    [InlineData("Four people were killed in Quetta on Monday and the wounded were taken to a hospital in Khuzdar.")]
    public void Read_TownWherePeopleWentAfterIt_IsNoEvent(string text) => Assert.Equal("Quetta 23 k4", Told(text));

    [Theory]
    [InlineData("Gunmen killed the mayor of Yako in Kaya, Burkina Faso, on Monday.", "Kaya 23 k1")]
    [InlineData("Gunmen killed the mayor of Yako, Burkina Faso, on Monday.", "Yako 23 k1")]
    [InlineData("Le maire de Yako a été tué lundi à Kaya, au Burkina Faso.", "Kaya 23 k1")]
    public void Read_TownOfAMayorKilledElsewhere_IsNotWhereItHappened(string text, string events) => Assert.Equal(events, Told(text));

    [Theory]
    [InlineData("Unknown men threw a grenade into a bar in the Kinshasa quarter of Bukavu, DR Congo, on Tuesday.", "Bukavu")]
    [InlineData("Un homme a été abattu dimanche au quartier Dakar à Bobo-Dioulasso, au Burkina Faso.", "Bobo-Dioulasso")]
    [InlineData("Un homme a été abattu dimanche sur l'avenue de Dakar à Bobo-Dioulasso, au Burkina Faso.", "Bobo-Dioulasso")]
    [InlineData("Gunmen shot dead a trader on Lagos Street in Maiduguri, Nigeria, on Monday.", "Maiduguri")]
    [InlineData("Sixteen soldiers died in an ambush on Monday in the Tillia area of Tahoua region, Niger.", "Tillia")]
    [InlineData("The rebels, based in Kidal, killed three soldiers near Gao, Mali, on Tuesday.", "Gao")]
    [InlineData("Gunmen killed three soldiers based in Kidal, Mali, on Tuesday.", "Kidal")]
    public void Read_NameOfAQuarterStreetOrSeat_IsNotWhereItHappened(string text, string place) => Assert.EndsWith(place, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name, StringComparison.Ordinal);

    private string Told(string text) => string.Join(", ", fixture.Read(text, Day, Day).Reports.Select(r => $"{r.Place.Name} {r.Time.LocalDate.Day} k{r.Killed?.Count.Estimate}").Order(StringComparer.Ordinal));
}
