using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Who did it, and to whom. Own wording, invented events.
public sealed class DoerTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly string[] NoDoers = ["fighters", "combattants", "Perpetrators", "Auteurs"];
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("Around ten masked settlers walked down towards Nablus on Monday. Then they set a tractor alight in Nablus.", "settlers")]
    [InlineData("A group of about a dozen armed men entered Mopti, Mali, on Sunday. They shot dead the imam of the mosque.", "armed men")]
    [InlineData("Masked men came to Mopti, Mali, on Sunday night. They shot dead the imam and burned the clinic.", "Masked men")]
    [InlineData("Des hommes armés sont arrivés à Mopti (Mali) dimanche. Ils ont tué l'imam et incendié le dispensaire.", "hommes armés")]
    [InlineData("The horsemen came down from the ridge before dawn on Sunday near Kutum, Sudan. By noon eleven villagers lay dead and the mill was burning.", "horsemen")]
    [InlineData("Armed men came into the market of Gao, Mali, on Monday. Two traders were shot dead.", "Armed men")]
    public void Read_ToldInTheSentenceBefore_IsDoer(string text, string doer) => AssertDoer(text, doer);

    [Theory]
    [InlineData("A trader was shot dead by two men in Bogota, Colombia, on Monday.", "two men")]
    [InlineData("A boy stabbed a teacher in Nablus on Monday.", "boy")]
    [InlineData("Three men stole a UN car in Mopti, Mali, on Monday.", "Three men")]
    [InlineData("Des jeunes ont incendié le commissariat de Mopti (Mali) lundi.", "jeunes")]
    [InlineData("Villagers with machetes killed two bandits in Jos, Nigeria, on Monday.", "Villagers")]
    [InlineData("Lundi soir, des motards ont ouvert le feu sur le poste de contrôle de Gao (Mali).", "motards")]
    [InlineData("Lundi à Djibo (Burkina Faso), deux fillettes ont été enlevées par des hommes venus à cheval.", "hommes venus à cheval")]
    [InlineData("Une dizaine de porteurs d'armes, visages découverts, ont attaqué la base d'une ONG à Bria (RCA) lundi.", "porteurs d'armes")]
    [InlineData("Boys with rifles took eleven passengers hostage near Gusau, Nigeria, on Monday.", "Boys")]
    [InlineData("Un adolescent bardé d'explosifs s'est fait exploser à Kolofata (Cameroun) lundi, tuant deux vigiles.", "adolescent")]
    [InlineData("On Monday in Goma, DRC, a policeman shot dead a money changer and fled.", "policeman")]
    public void Read_NoKnownGroup_IsDoerByItsClause(string text, string doer) => AssertDoer(text, doer);

    [Theory]
    [InlineData("Teachers, nurses and clerks marched through Lodwar, Kenya, on Monday to demand their pay.", "Teachers")]
    [InlineData("Several thousand people filled the square of Juliaca, Peru, on Monday and marched through the town to demand elections. Police stayed in the side streets.", "people")]
    [InlineData("Clan militia and police fought for two hours in Baidoa, Somalia, on Monday.", "police")]
    [InlineData("Fighting between the Sakar and Kii clans outside Wabag, Papua New Guinea, on Saturday left eleven men dead.", "clans")]
    [InlineData("In Wau, South Sudan, the police on Monday detained three journalists.", "police")]
    public void Read_MarchFightArrest_HasItsPeople(string text, string doer) => AssertDoer(text, doer);

    [Theory]
    [InlineData("Lieu : Bria (RCA). Date : lundi 23 novembre.\nType : braquage du bureau d'une ONG.\nAuteurs : éléments du FPRC", "FPRC")]
    [InlineData("Location: Juba, South Sudan\nDate: 23 November 2026\nWhat: looting of the warehouse of an NGO\nWho: soldiers", "soldiers")]
    [InlineData("Date: 23 November 2026\nPlace: Mubi, Nigeria\nIncident: armed attack on a convoy, two dead\nPerpetrators: Boko Haram", "Boko Haram")]
    [InlineData("Al-Shabaab said on its radio that its fighters had attacked the base of Afgooye, Somalia, on Sunday and killed six soldiers.", "Al-Shabaab")]
    [InlineData("Le JNIM affirme que ses combattants ont attaqué dimanche le camp de Gao (Mali) et tué six soldats.", "JNIM")]
    [InlineData("Sixteen shells hit Abu Shouk camp in El Fasher, Sudan, on Monday, all from the RSF-held side; seven died.", "RSF")]
    public void Read_FormOrClaim_NamesTheGroup(string text, string doer)
    {
        AssertDoer(text, doer);
        Assert.All(Reports(text).SelectMany(r => r.Actors), a => Assert.DoesNotContain(a.Written, NoDoers));
    }

    [Theory]
    [InlineData("Villagers fled Mopti, Mali, on Sunday. They said that gunmen had shot dead the imam.", "Villagers")]
    [InlineData("Three men were carried to the hospital dead after a shooting in Basra, Iraq, on Monday.", "Three men")]
    [InlineData("Four men, accused by al-Shabaab of spying, were beheaded in Jilib, Somalia, on Friday.", "Four men")]
    [InlineData("Several thousand people marched through Juliaca, Peru, on Monday to demand elections. Police stayed in the side streets.", "Police")]
    [InlineData("Soldiers shot dead a baker in Nablus on Monday. The army said he was a senior Hamas operative.", "Hamas")]
    [InlineData("A bomb stuck under a Taliban police vehicle killed the driver in Kunduz, Afghanistan, on Monday.", "Taliban")]
    [InlineData("A car exploded at the Security Belt checkpoint in Zinjibar, Yemen, on Monday and killed a guard.", "Security Belt")]
    [InlineData("Four people were killed in an air raid on Aden, Yemen, on Monday, according to the Houthi-run health ministry.", "Houthi")]
    [InlineData("The attackers separated the men, killed them and let the women leave in Silgadji, Burkina Faso, on Monday.", "men")]
    public void Read_VictimOwnerOrBystander_IsNoDoer(string text, string beside)
    {
        IReadOnlyList<ReadReport> reports = Reports(text);

        Assert.NotEmpty(reports);
        Assert.DoesNotContain(reports.SelectMany(r => r.Actors), a => a.Written.Equals(beside, StringComparison.OrdinalIgnoreCase) || a.Written.StartsWith($"senior {beside}", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_GroupOfAnotherEntry_IsNotAssumed()
    {
        IReadOnlyList<ReadReport> reports = Reports(
            "- Mozogo (Cameroun) : lundi, des combattants de Boko Haram ont égorgé deux gardiens.\n- Kolofata (Cameroun) : mardi, des inconnus ont enlevé un infirmier.");

        Assert.Single(reports, r => r.Actors.Any(a => a.Name == "Boko Haram"));
    }

    [Theory]
    [InlineData("A motorcycle packed with explosives went off beside the police station of Cali, Colombia, on Monday.", "motorcycle")]
    [InlineData("Six pickups with men in turbans came to Magumeri, Nigeria, on Monday and burned two classrooms.", "pickups")]
    [InlineData("Soldiers shot dead a baker in Nablus on Monday. He was on his way, says his father, to light the oven.", "father")]
    [InlineData("Une trentaine de tonnes de vivres ont brûlé lundi dans l'entrepôt de Mopti (Mali) attaqué par des bandits, estime un chauffeur.", "chauffeur")]
    [InlineData("Gunmen burned two classrooms in Magumeri, Nigeria, on Monday; no guard was hurt.", "guard")]
    public void Read_SourceMountOrSpared_IsNoTarget(string text, string beside) =>
        Assert.All(Reports(text), r => Assert.DoesNotContain(r.TargetPhrases, t => t.Text == beside));

    // Whether the gazetteer knows a place of it is no matter here.
    private IReadOnlyList<ReadReport> Reports(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);
        return [.. result.Reports, .. result.Unplaced];
    }

    private void AssertDoer(string text, string doer) =>
        Assert.Contains(Reports(text).SelectMany(r => r.Actors), a => a.Written.Contains(doer, StringComparison.Ordinal));
}
