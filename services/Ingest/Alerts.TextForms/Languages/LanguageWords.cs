namespace Alerts.TextForms.Languages;

// The small words of languages in Latin letters: articles, pronouns, prepositions, auxiliaries, common verbs of news. Own lists.
internal static class LanguageWords
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["am"] = "Amharic or Tigrinya",
        ["ar"] = "Arabic",
        ["bm"] = "Bambara",
        ["bn"] = "Bengali",
        ["de"] = "German",
        ["el"] = "Greek",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fa"] = "Persian or Dari",
        ["fr"] = "French",
        ["ha"] = "Hausa",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi or Nepali",
        ["ht"] = "Haitian Creole",
        ["hy"] = "Armenian",
        ["id"] = "Indonesian or Malay",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ka"] = "Georgian",
        ["km"] = "Khmer",
        ["ko"] = "Korean",
        ["my"] = "Burmese",
        ["nl"] = "Dutch",
        ["pl"] = "Polish",
        ["ps"] = "Pashto",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["rw"] = "Kinyarwanda or Kirundi",
        ["si"] = "Sinhala",
        ["so"] = "Somali",
        ["sw"] = "Swahili",
        ["ta"] = "Tamil",
        ["th"] = "Thai",
        ["tl"] = "Tagalog",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["ur"] = "Urdu",
        ["vi"] = "Vietnamese",
        ["zh"] = "Chinese",
    };

    // From a word to the languages that have it.
    public static IReadOnlyDictionary<string, string[]> ByWord { get; } = Lists()
        .SelectMany(l => l.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (Word: w, l.Language)))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(p => p.Language).Distinct().ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string Language, string Words)> Lists() =>
    [
        ("en", "the of and to in a is was were been be that for on with by at from it its this they their has have had are an as or but not after who which when where said "
            + "near some two three people men man killed police soldiers attack heard please no we he she his her you your there here still now today yesterday last"),
        ("fr", "le la les l de du des d un une et à a au aux en dans sur par pour avec est sont était été ont ce cette ces qui que qu ne pas plus se sa son ses leur leurs il ils "
            + "elle elles nous vous on selon après avant vers près pres depuis entre deux trois hommes tués morts blessés attaque hier ce matin matin soir nuit ville été ete n s y "
            + "j ai tirs entendus encore chez sans mais ou où très je c"),
        ("es", "el la los las un una y de del en que por con para se su sus al lo es fue son fueron ha han había como más pero no este esta ese según tras ayer hombres muertos "
            + "heridos ataque contra desde entre hasta cuando donde también sobre hoy ya muy dos tres o"),
        ("pt", "o os as um uma e de do da dos das em no na nos nas que por com para se seu sua ao aos à é foi são foram não mais mas como segundo ontem homens mortos feridos "
            + "ataque contra desde entre até quando onde também sobre hoje já muito dois três ou pelo pela"),
        ("it", "il lo la gli le un una di del della dei delle che e è in nel nella per con da dal dalla si sono stato stati ha hanno non più ma come secondo dopo ieri uomini morti "
            + "feriti attacco contro tra fra anche oggi questo questa al alla o due tre"),
        ("de", "der die das den dem des ein eine einen einem einer und in im ist war sind waren wurde wurden hat haben mit von vom zu zum zur auf für bei nach nicht auch sich dass "
            + "aus am an als es er sie wie oder aber gestern heute über noch zwei drei"),
        ("nl", "de het een en van in op is was zijn waren werd werden heeft hebben met voor bij naar niet ook dat die te aan als er om uit door over gisteren vandaag twee drie maar of"),
        ("ro", "și în la de cu pe un o este sunt a fost au au care din pentru că nu mai după ieri sau dar prin doi trei oameni"),
        ("pl", "w i na z do nie się że jest są był była było po od o za przez dla oraz jak ale już co to wczoraj dziś lub ludzi"),
        ("tr", "ve bir bu da de için ile olarak olan oldu olduğu daha çok en kadar gibi ama dün bugün sonra önce iki üç kişi saldırı tarafından her ne değil"),
        ("sw", "na ya wa za la kwa ni katika cha vya kuwa hii huo hiyo yake wake watu baada ya kabla jana leo wawili watatu mji polisi wanajeshi shambulio lakini pia alisema kama"),
        ("ha", "da a na ta ya ba su cikin wani wata sun an ne ce don kan daga zuwa amma kuma mutane bayan jiya yau sojoji hari garin yan biyu uku wanda wadanda"),
        ("so", "iyo ka ku oo ay waa in ee la uu ah soo lagu waxaa waxay kale magaalada dadka ciidamada weerar shalay maanta kadib laba saddex ayaa isagoo degmada"),
        ("rw", "mu ku na ni ya wa ba bya cya mwa rya ko nk abantu umuntu igitero ejo uyu iyi avuga nyuma bari yari ariko kandi babiri batatu"),
        ("bm", "ye ka ni ka la ma bɛ be tun mɔgɔ mogo kɛra don o ani min dugu kɔnɔ cɛ fila saba"),
        ("id", "yang dan di ke dari untuk dengan pada ini itu adalah tidak akan telah oleh dalam juga orang setelah kemarin hari dua tiga atau karena sebagai ada"),
        ("tl", "ang ng sa na mga at ay ni si kay para hindi ito iyon nang kung pero may mga tao kahapon ngayon dalawa tatlo"),
        ("ht", "yo nan la ki ak pou te ap gen sou moun li mwen nou men se pa fè yon jodi a ayè de twa lapolis"),
        ("vi", "và của là có trong được cho với các một những này đã người không tại từ đến sau hôm hai ba"),
    ];
}
