using Alerts.TextForms;
using Alerts.TextForms.Languages;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

/// <summary>Sentences in own words.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "Armed men attacked a village near the border on Monday, and at least four people were killed, the mayor said.")]
    [InlineData("en", "Two killed in attack on market in Gao, say police")]
    [InlineData("fr", "Des hommes armés ont attaqué un village près de la frontière lundi, et au moins quatre personnes ont été tuées, selon le maire.")]
    [InlineData("fr", "tirs entendus ce matin a gao pres du marche restez chez vous")]
    [InlineData("es", "Hombres armados atacaron un pueblo cerca de la frontera el lunes y al menos cuatro personas murieron, según el alcalde.")]
    [InlineData("pt", "Homens armados atacaram uma aldeia perto da fronteira na segunda-feira e pelo menos quatro pessoas morreram, segundo o autarca.")]
    [InlineData("it", "Uomini armati hanno attaccato un villaggio vicino al confine e almeno quattro persone sono state uccise, secondo il sindaco.")]
    [InlineData("de", "Bewaffnete Männer haben am Montag ein Dorf nahe der Grenze angegriffen, und mindestens vier Menschen wurden getötet.")]
    [InlineData("sw", "Watu wenye silaha walishambulia kijiji cha mpakani na watu wanne waliuawa, alisema mkuu wa wilaya ya hiyo kwa polisi.")]
    [InlineData("tr", "Silahlı kişiler sınıra yakın bir köye saldırdı ve en az dört kişi öldü, bu olay için bir açıklama yapıldı.")]
    [InlineData("ar", "هاجم مسلحون قرية قرب الحدود يوم الاثنين وقتل أربعة أشخاص على الأقل")]
    [InlineData("fa", "مردان مسلح به روستایی نزدیک مرز حمله کردند و چهار نفر کشته شدند گفته پلیس")]
    [InlineData("ru", "Вооружённые люди напали на деревню у границы, погибли четыре человека")]
    [InlineData("uk", "Озброєні люди напали на село біля кордону, загинули четверо мешканців її околиці")]
    [InlineData("zh", "武装人员周一袭击了边境附近的一个村庄，至少四人死亡")]
    [InlineData("am", "ታጣቂዎች በድንበር አቅራቢያ የምትገኝ መንደርን አጠቁ")]
    public void Language_OfASentence_IsTold(string language, string text) => Assert.Equal(language, LanguageFinder.Of(text));

    [Theory]
    [InlineData("Gao Ansongo Labbezanga 14:30")]
    [InlineData("tirs a gao")]
    [InlineData("")]
    public void Language_OfAFewWords_IsNotTold(string text) => Assert.Null(LanguageFinder.Of(text));

    [Fact]
    public void Language_NotRead_IsRefusedByName()
    {
        ReducedText text = Reduced.One("Hombres armados atacaron un pueblo cerca de la frontera el lunes y al menos cuatro personas murieron, según el alcalde.");
        var refusal = Assert.Throws<TextFormException>(() => TextReducer.RequireReadLanguage(text));
        Assert.Equal(TextRefusal.Language, refusal.Reason);
        Assert.Contains("Spanish", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("English and French", refusal.Message, StringComparison.Ordinal);
    }
}
