using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Who did it, where one phrase tells the deed and who did it, or only whose the arms are. Own wording, invented events.
public sealed class HiddenDoerTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [InlineData("The air force bombed a market in Nyala, Sudan, on Monday, killing eleven people.", "air force")]
    [InlineData("The military bombed Loikaw, Myanmar, on Monday, killing seven.", "military")]
    [InlineData("A crowd lynched a thief in Kananga, DR Congo, on Monday.", "crowd")]
    [InlineData("Youths threw stones at the police in Dakar, Senegal, on Monday.", "Youths")]
    [InlineData("La foule a lynché un voleur à Bangui (RCA) lundi.", "foule")]
    public void Read_DoerInThePhrase_IsNamed(string text, string doer) => Assert.Contains(Read(text).Actors, a => a.Written.Contains(doer, StringComparison.Ordinal));

    [Theory]
    [InlineData("The Malian army said it had killed nine terrorists in Gao on Monday.", "Malian army")]
    [InlineData("The army said that it had shelled rebel positions near Sake, DR Congo, on Monday.", "army")]
    public void Read_SpeaksOfItsOwn_IsDoer(string text, string doer) => Assert.Contains(Read(text).Actors, a => a.Written == doer);

    [Theory]
    [InlineData("Two people were killed by a drone near Qamishli, Syria, on Monday. The SDF accuses Turkey.", "Turkey")]
    [InlineData("Des obus sont tombés lundi sur Sake, en RDC, tuant trois civils. L'armée accuse le Rwanda.", "Rwanda")]
    public void Read_StateThatIsBlamed_IsAccused(string text, string state) => Assert.Equal(Attribution.Accused, Assert.Single(Read(text).Actors, a => a.Name == state).Attribution);

    [Theory]
    [InlineData("IS claimed an attack in Macomia, Mozambique, on Monday that killed two soldiers.", "Islamic State")]
    [InlineData("BAIDOA, Somalia: AS attacked a checkpoint on Monday. Two soldiers killed.", "Al-Shabaab")]
    [InlineData("Deux soldats ont été tués lundi près de Deir ez-Zor, en Syrie. L'EI revendique.", "Islamic State")]
    public void Read_GroupInCapitals_IsNamed(string text, string group) => Assert.Contains(Read(text).Actors, a => a.Name == group);

    [Theory]
    [InlineData("Gunmen killed two traders in Gao, Mali, on Monday. The shooting is over, as far as is known.")]
    [InlineData("Gunmen killed two traders in Gao, Mali, on Monday. THE SHOOTING IS OVER.")]
    public void Read_SmallWordLikeAGroup_IsNone(string text) => Assert.DoesNotContain(Read(text).Actors, a => a.Name is "Islamic State" or "Al-Shabaab");

    [Theory]
    [InlineData("Hezbollah fired rockets at Kiryat Shmona, Israel, on Monday, wounding two people.", "Hezbollah")]
    [InlineData("No claim so far, everybody thinks JNIM attacked the camp of Gao, Mali, on Monday.", "JNIM")]
    public void Read_GroupBesideOtherWords_IsWrittenAlone(string text, string group) => Assert.Contains(Read(text).Actors, a => a.Written == group);

    [Fact]
    public void Read_BarricadesOfAnArmedGroup_AreNoRiot() =>
        Assert.NotEqual(SubEventType.ViolentDemonstration, Read("Rebels put up barricades on the road to Lashio, Myanmar, on Monday and stopped two hundred cars.").SubEventType);

    [Fact]
    public void Read_DrCongo_IsNoDoctor() => Assert.DoesNotContain(Read("Gunmen killed two people in Rutshuru, DR Congo, on Monday.").TargetPhrases, t => t.Text == "DR");

    private ReadReport Read(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);
        return Assert.Single(result.Reports.Concat(result.Unplaced));
    }
}
