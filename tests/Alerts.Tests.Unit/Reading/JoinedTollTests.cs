using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: whom one word of harm joins, and what is said of them between.
public sealed class JoinedTollTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string English = "Gunmen attacked a convoy near Gao, Mali, on Monday. ";
    private const string French = "Lundi, des hommes armés ont attaqué un convoi près de Gao, au Mali. ";

    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData(English + "The driver and six of his passengers lost their lives.", 7, null)]
    [InlineData(English + "They shot dead a herder, Amadou Tall, and his two sons.", 3, null)]
    [InlineData(English + "A customs officer, who had opened the gate, and a porter were killed.", 2, null)]
    [InlineData(English + "Nine conscripts and two sergeants of a company guarding the bridge at Bara, near Gao, died.", 11, null)]
    [InlineData(English + "They killed the mayor of Gao and her husband.", 2, null)]
    [InlineData(English + "Three of its staff, all women, and their driver had been shot dead.", 4, null)]
    [InlineData(English + "Losses amount to 12 policemen and four soldiers dead.", 16, null)]
    [InlineData(English + "Two nuns, a cook and a gardener, were wounded.", null, 2)]
    [InlineData(English + "A mother, her three-year-old son and a lodger were killed.", 3, null)]
    [InlineData(English + "Four traders died on the spot and two in hospital.", 6, null)]
    [InlineData(English + "Four traders, aged 24 to 41, were killed; a fifth died in hospital.", 5, null)]
    [InlineData(English + "Twelve hostages were killed. Two policemen also died.", 14, null)]
    [InlineData(English + "Nine U.S. soldiers were injured.", null, 9)]
    [InlineData(English + "The head nurse was killed. Three of her colleagues were killed along with her.", 4, null)]
    [InlineData(English + "A headmistress was killed.", 1, null)]
    [InlineData(English + "The pilot died at once. The other two occupants were executed later.", 3, null)]
    [InlineData(English + "Of the nine men aboard, three rangers and a corporal perished.", 4, null)]
    [InlineData(English + "Eight traders died on the spot and three in hospital, and one is convalescing.", 11, 1)]
    [InlineData(English + "Thirteen persons, including a pregnant woman, were martyred.", 13, null)]
    [InlineData(French + "Un couple a été tué.", 2, null)]
    [InlineData(French + "Une marchande de 34 ans atteinte d'une balle perdue a rendu l'âme à l'hôpital.", 1, null)]
    [InlineData(French + "Un homme s'est fait tuer et un autre a été atteint de quatre balles.", 1, null)]
    [InlineData(French + "Le sous-préfet adjoint et son neveu ont trouvé la mort.", 2, null)]
    [InlineData(French + "Un douanier et son épouse, enceinte de sept mois, ont été tués.", 2, null)]
    [InlineData(French + "Sept personnes ont été tuées, quatre agriculteurs et trois éleveurs, et au moins dix autres blessées.", 7, 10)]
    [InlineData(French + "Six personnes dont le pasteur et deux de ses fils ont été tuées.", 6, null)]
    [InlineData(French + "Trois casques bleus bangladais blessés.", null, 3)]
    [InlineData(French + "Quatre passagers sont morts sur place et un cinquième à l'hôpital.", 5, null)]
    [InlineData(French + "Deux civils, un berger et sa nièce, ont été tués.", 2, null)]
    [InlineData(English + "Nine people, two customs officers among them, were treated for cuts.", null, 9)]
    [InlineData(English + "Nine people - two customs officers among them - were wounded.", null, 9)]
    [InlineData(English + "Nine people were wounded, including two customs officers.", null, 9)]
    [InlineData(English + "Nine people, a cook and two porters among them, were killed.", 9, null)]
    [InlineData(English + "Nine people were killed and four others, including a nurse, were wounded.", 9, 4)]
    [InlineData(English + "Five people, three women and two men, were killed.", 5, null)]
    [InlineData(English + "Nine people, three of them under the age of ten, were killed.", 9, null)]
    [InlineData(English + "The clinic received 21 wounded, of whom two died.", 2, 21)]
    [InlineData(French + "Neuf personnes, un imam et ses deux fils notamment, ont été tuées.", 9, null)]
    [InlineData(French + "Neuf personnes, parmi lesquelles deux douaniers, ont été soignées.", null, 9)]
    [InlineData(English + "A young conscript was brought dead to the hospital, and two more lay in the ward with shrapnel wounds.", 1, 2)]
    [InlineData(English + "The driver, the father of two small children, died on the way to the clinic.", 1, null)]
    [InlineData(French + "Le chef du quartier a été abattu chez lui, dans la nuit, par des hommes en tenue militaire.", 1, null)]
    [InlineData(French + "L'hôpital a reçu 14 blessés, dont trois n'ont pas survécu.", 3, 14)]
    public void Read_ThoseJoined_AreAddedUp(string text, int? killed, int? wounded)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData(English + "Nine people died. Some 200 have died in the conflict so far.", 9)]
    [InlineData(English + "The minister put the number of dead at 89, of whom 31 were women and five children.", 89)]
    [InlineData(English + "51 wounded in both forces.", null)]
    [InlineData(English + "A guard was killed, the army said, correcting an earlier message which had mentioned three dead.", 1)]
    [InlineData(French + "Le bilan passe de deux à cinq morts.", 5)]
    [InlineData(English + "A tailor, Idrissa Tall, father of five, was killed.", 1)]
    [InlineData(English + "Police lowered the toll from nine to seven dead.", 7)]
    [InlineData(English + "Two herders and forty cows were killed.", 2)]
    [InlineData(English + "A horse was killed.", null)]
    [InlineData(French + "Ils ont abattu douze bœufs.", null)]
    [InlineData(French + "Deux bergers et quarante vaches ont été tués.", 2)]
    [InlineData(English + "Three villagers and two soldiers were killed. The command confirmed the loss of its two men.", 5)]
    [InlineData(English + "The company regretted the loss of two vehicles.", null)]
    [InlineData(English + "They shot a guard dog dead.", null)]
    public void Read_OtherNumbers_AddNobody(string text, int? killed) => Assert.Equal(killed, fixture.Read(text, Day, Day).Reports[0].Killed?.Count.Estimate);
}
