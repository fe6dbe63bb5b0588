using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// How many events a text tells, where and on which day each: what an officer of each of the towns is woken for. Own wording, invented events.
public sealed class SeveralEventsTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Attack = "Gunmen attacked the market of Gao, Mali, on Sunday and killed six people. ";
    private static readonly DateOnly Day = new(2025, 9, 29);

    [Theory]
    [InlineData("In 2015 gunmen killed 20 people in a hotel in Bamako.")]
    [InlineData("Last year 300 people were killed in the region.")]
    [InlineData("The attack came two weeks after a bombing in Mopti in which 12 people died.")]
    [InlineData("Three attackers were killed by soldiers.")]
    [InlineData("Six of the wounded were flown to Bamako.")]
    [InlineData("The president, who was in Paris on Monday, condemned the attack.")]
    [InlineData("Protesters in Bamako said that they would march on Friday.")]
    [InlineData("On Monday the governor visited the market.")]
    [InlineData("France condemned the attack on Monday.")]
    [InlineData("The United States evacuated its citizens from Bamako in 2020 after an attack.")]
    [InlineData("Residents buried the dead on Monday.")]
    [InlineData("Security was tightened in Bamako and Sikasso.")]
    [InlineData("An explosion had been heard before the shooting.")]
    [InlineData("The attackers burned two shops and stole a car.")]
    [InlineData("The gunmen came from the direction of Ansongo.")]
    [InlineData("A similar attack killed 30 people in Ansongo in March.")]
    [InlineData("The UN says that 400 civilians have been killed this year.")]
    [InlineData("In Bamako, parliament debated the budget on Monday.")]
    public void Read_MoreToldOfAnAttack_IsStillOne(string more)
    {
        var report = Assert.Single(fixture.Read(Attack + more, Day, Day).Reports);

        Assert.Equal(("Gao", Day.AddDays(-1)), (report.Place.Name, report.Time.LocalDate));
    }

    [Theory]
    [InlineData("Six people were killed on Sunday when gunmen attacked the market of Gao, Mali, in the deadliest raid since an attack on Mopti in 2023 that killed 30.")]
    [InlineData("Gao, Mali. Sunday's market had just begun. Then gunmen came on motorbikes and fired at the traders. Six people died.")]
    [InlineData("\"They fired at everybody,\" said a trader in Gao, Mali, where gunmen killed six people on Sunday.")]
    [InlineData("The head of the hospital of Gao, Mali, said it had received six bodies after an attack on the market on Sunday.")]
    [InlineData("Six people lost their lives in Gao, Mali, on Sunday in an attack that nobody has claimed.")]
    [InlineData("It was about noon on Sunday when the shooting began at the market of Gao, Mali. Six people are dead.")]
    [InlineData("Nobody expected it: on Sunday, gunmen attacked the market of Gao, Mali.")]
    [InlineData("We lost six friends on Sunday in the attack on the market of Gao, Mali.")]
    [InlineData("SECURITY ALERT: shooting ongoing at the market of Gao, Mali. Avoid the area.")]
    [InlineData("shooting now in gao market mali, 6 dead, avoid")]
    [InlineData("Gao, Mali: attack on market today, six dead")]
    [InlineData("Attack at Gao market (Mali) this morning - casualties feared")]
    [InlineData("Urgent: heavy gunfire heard near the airport of Gao, Mali")]
    [InlineData("We hear gunfire and explosions near the barracks of Gao, Mali.")]
    [InlineData("Gunfire at Gao airport, Mali. Staff please stay inside.")]
    [InlineData("There has been a shooting at the market of Gao, Mali.")]
    [InlineData("Gao (Mali): roadblock by armed men on the road to Ansongo, two trucks burnt")]
    [InlineData("An IED hit a convoy near Gao, Mali, on Sunday; two soldiers injured.")]
    [InlineData("Armed men stopped our car near Gao, Mali, on Sunday and took the driver.")]
    [InlineData("Our colleague has been taken by armed men in Gao, Mali.")]
    [InlineData("Someone threw a grenade into a bar in Gao, Mali, last night.")]
    [InlineData("A mortar round landed in the camp in Gao, Mali, last night; no casualties.")]
    [InlineData("The guard of our office in Gao, Mali, was beaten by robbers last night.")]
    [InlineData("Thieves broke into the office in Gao, Mali, last night and stole two laptops.")]
    [InlineData("Crowds threw stones at UN vehicles in Gao, Mali, on Sunday.")]
    [InlineData("Hundreds marched in Gao, Mali, on Sunday against the price of fuel.")]
    [InlineData("Soldiers fired on protesters in Gao, Mali, on Sunday, killing two.")]
    [InlineData("The army has taken the town of Gao, Mali, its spokesman said on Sunday.")]
    [InlineData("A drone strike hit a wedding near Gao, Mali, on Sunday.")]
    [InlineData("Attaque ce matin au marché de Gao, Mali : six morts.")]
    [InlineData("Tirs nourris à l'aéroport de Gao, au Mali, évitez la zone.")]
    [InlineData("Des tirs ont retenti dimanche près de la caserne de Gao, au Mali.")]
    [InlineData("Notre collègue a été enlevé hier à Gao, au Mali.")]
    [InlineData("Un engin explosif a touché un convoi près de Gao, au Mali, dimanche.")]
    [InlineData("Des inconnus ont braqué notre bureau de Gao, au Mali, hier soir.")]
    [InlineData("Une grenade a été lancée dans un bar de Gao, au Mali, hier soir.")]
    [InlineData("Manifestation dimanche à Gao, au Mali, contre la vie chère.")]
    [InlineData("Le marché de Gao, au Mali, a été attaqué dimanche par des hommes à moto.")]
    [InlineData("Un obus est tombé dimanche sur le camp de Gao, au Mali, sans faire de victime.")]
    [InlineData("Braquage d'un véhicule d'ONG à Gao, au Mali, ce matin.")]
    [InlineData("Affrontements entre l'armée et des rebelles à Gao, au Mali, depuis ce matin.")]
    [InlineData("Les forces armées ont repris Gao, au Mali, dimanche.")]
    [InlineData("Une frappe de drone a tué six civils dimanche près de Gao, au Mali.")]
    public void Read_PlainReport_IsOneEvent(string text) =>
        Assert.Equal("gao", Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name, ignoreCase: true);

    [Theory]
    [InlineData("Gunmen killed six people in Gao, Mali, on Sunday. On Saturday a bomb exploded in Mopti, injuring three.", "Gao 28, Mopti 27")]
    [InlineData("Two attacks hit Mali on Sunday. In Gao gunmen killed six people. In Mopti a mine killed two soldiers.", "Gao 28, Mopti 28")]
    [InlineData("Six people were killed in Gao and four in Mopti, Mali, on Sunday, when gunmen attacked the two towns.", "Gao 28, Mopti 28")]
    [InlineData("Gunmen attacked Gao and Mopti in Mali on Sunday.", "Gao 28, Mopti 28")]
    [InlineData("On Friday a trader was kidnapped in Gao, Mali. On Saturday two nurses were kidnapped in the same town.", "Gao 26, Gao 27")]
    [InlineData("Soldiers killed a shepherd near Gao, Mali, on Saturday. The next day angry youths burned the town hall.", "Gao 27, Gao 28")]
    [InlineData("A bomb exploded at the market of Gao, Mali, on Sunday, killing six. A second bomb went off at the hospital an hour later.", "Gao 28")]
    [InlineData("A bomb exploded in Gao, Mali, on Sunday. It was the second in a week: on Tuesday one had killed three people in Mopti.", "Gao 28, Mopti 23")]
    [InlineData("Gunmen attacked a convoy near Gao, Mali, on Sunday. The soldiers fired back. Six people were killed, the army said. A nurse spoke of nine dead.", "Gao 28")]
    [InlineData("The army says that it killed 20 rebels near Gao, Mali, on Sunday. The rebels say that they killed 12 soldiers in the same battle.", "Gao 28")]
    [InlineData("Residents of Gao, Mali, fled on Monday after gunmen attacked the town on Sunday. The attackers burned the market. They also killed the mayor.", "Gao 28")]
    [InlineData("Dimanche, des hommes armés ont tué six personnes à Gao, au Mali. Samedi, une bombe avait blessé trois soldats à Mopti.", "Gao 28, Mopti 27")]
    [InlineData("Des hommes armés ont attaqué dimanche Gao et Mopti, au Mali.", "Gao 28, Mopti 28")]
    [InlineData("Deux attaques dimanche au Mali : l'une à Gao, six morts, l'autre à Mopti, deux blessés.", "Gao 28, Mopti 28")]
    [InlineData("- Gao (Mali): attack on a checkpoint on Sunday, two police killed\n- Mopti: carjacking of an NGO vehicle on Saturday", "Gao 28, Mopti 27")]
    [InlineData("At dawn on Sunday rebels overran the barracks of Gao, Mali. By noon they had taken the airport too. In the evening the army bombed the town.", "Gao 28")]
    [InlineData("On Sunday, explosions were heard in Gao, Timbuktu and Kidal in Mali.", "Gao 28, Kidal 28, Timbuktu 28")]
    [InlineData("The body of a doctor kidnapped in Gao, Mali, on Friday was found on Sunday near Ansongo.", "Gao 26")]
    [InlineData("A suicide bomber killed six people in Gao, Mali, on Sunday, a day after gunmen killed four soldiers in Mopti.", "Gao 28, Mopti 27")]
    [InlineData("Police said that gunmen had killed six people in Gao, Mali, on Sunday and denied that a second attack had taken place in Mopti.", "Gao 28")]
    [InlineData("On Friday rebels raided a camp in Kidal, Mali, killing seven soldiers. Gunmen killed six people in Gao on Sunday.", "Gao 28, Kidal 26")]
    [InlineData("A bomb killed two people in Mopti, Mali, on Saturday. Gunmen killed six people in Gao on Sunday.", "Gao 28, Mopti 27")]
    [InlineData("Samedi, une bombe a tué deux personnes à Mopti, au Mali. Des hommes armés ont tué six personnes à Gao dimanche.", "Gao 28, Mopti 27")]
    public void Read_EventsOfSeveralTownsOrDays_AreToldApart(string text, string events) =>
        Assert.Equal(events, string.Join(", ", fixture.Read(text, Day, Day).Reports.Select(r => $"{r.Place.Name} {r.Time.LocalDate.Day}").Order(StringComparer.Ordinal)));

    // How it ended is told with a day of its own.
    [Theory]
    [InlineData("On Friday gunmen abducted three nurses near Pantelhó, Mexico. All were let go the next morning.")]
    [InlineData("Fighters lay in wait for a supply column near Goma, DR Congo, on Monday and killed two soldiers. The highway was closed till Friday.")]
    [InlineData("Coupeurs de route sur l'axe Bria-Ippy, RCA, vers 14h. Camion vidé, apprenti tué. Axe fermé.")]
    public void Read_Aftermath_IsNoEventOfItsOwn(string text) => Assert.Single(fixture.Read(text, Day, Day).Reports);

    // Nothing stands before the first town of the text.
    [Fact]
    public void Read_TextThatBeginsWithItsTowns_IsAnEventInEach() =>
        Assert.Equal(["Gao", "Mopti"], fixture.Read("Gao, Mopti: gunmen killed six people in Mali on Sunday.\n\nKidal: quiet.", Day, Day).Reports.Select(r => r.Place.Name).Order());

    // The gazetteer knows neither village; their dead are counted apart.
    [Fact]
    public void Read_UnknownVillagesWithTollsOfTheirOwn_AreTwoEvents()
    {
        ReadingResult result = fixture.Read("Gunmen killed 70 people in Tchombangoudu and 30 in Zaroumadareyedu, in Niger, on Saturday.", Day, Day);

        Assert.Equal([70, 30], result.Reports.Concat(result.Unplaced).Select(r => r.Killed?.Count.Estimate ?? 0));
    }

    // The town of the crowd stands in the sentence before; the fire of another town is no part of it.
    [Fact]
    public void Read_FireInAnotherTownThanTheCrowd_IsAnEventOfItsOwn() =>
        Assert.Equal(["Kutaisi", "Zugdidi"], fixture.Read("Beans were the weapon of the day in Kutaisi, Georgia. On Monday evening police used a water cannon against four hundred demonstrators, who threw stones.\n\nIn Zugdidi unknown men set fire to the bureau of the party on Sunday.", Day, Day).Reports.Select(r => r.Place.Name).Order());

    [Theory]
    [InlineData("Near Gao, Mali, residents blocked the airport road for two hours on Sunday over unpaid wages.", SubEventType.PeacefulProtest, null)]
    [InlineData("À Gao, au Mali, des chauffeurs ont bloqué dimanche le pont de Wabaria.", SubEventType.PeacefulProtest, null)]
    [InlineData("On Sunday gunmen blocked the bridge of Gao, Mali, for two hours.", null, LocalType.MovementRestriction)]
    [InlineData("Gao, Mali. On Sunday gunmen blocked the road to Bourem.", null, LocalType.MovementRestriction)]
    [InlineData("Gao, au Mali. Dimanche, des hommes armés ont bloqué la route de Bourem.", null, LocalType.MovementRestriction)]
    public void Read_BlockedRoad_IsAProtestOrTheArmedsBarrier(string text, SubEventType? sub, LocalType? local)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((sub, local), (report.SubEventType, report.LocalType));
    }

    [Fact]
    public void Read_RoadThatALandslideBlocked_IsNoEvent() => Assert.Empty(fixture.Read("A landslide blocked the road to Gao, Mali, on Sunday.", Day, Day).Reports);
}
