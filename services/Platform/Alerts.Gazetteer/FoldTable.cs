namespace Alerts.Gazetteer;

/// <summary>Base letters of accented and special letters.</summary>
/// <remarks>
/// The process runs with invariant globalization, where <see cref="string.Normalize()"/> leaves letters outside ASCII as they are,
/// so the decompositions are written down. Source: canonical decompositions of the Unicode Character Database (Latin, Greek,
/// Cyrillic, Arabic); the letters without a decomposition (ø, ł, đ, ı, ɓ, ɔ …) are mapped to what people type instead.
/// </remarks>
internal static class FoldTable
{
    private const int Size = 0x2000;

    private static readonly string[] Groups =
    [
        "a|àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "b|ḃḅḇɓ", "c|çćĉċčḉ", "d|ďḋḍḏḑḓđðɗɖ", "e|èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệɛəǝ", "f|ḟƒ", "g|ĝğġģǧǵḡǥɠ",
        "h|ĥȟḣḥḧḩḫẖħ", "i|ìíîïĩīĭįǐȉȋḭḯỉịıİɨ", "j|ĵǰ", "k|ķǩḱḳḵƙ", "l|ĺļľḷḹḻḽłŀ", "m|ḿṁṃ", "n|ñńņňǹṅṇṉṋŋɲ", "o|òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿɔ",
        "p|ṕṗ", "r|ŕŗřȑȓṙṛṝṟ", "s|śŝşšſșṡṣṥṧṩẛ", "t|ţťțṫṭṯṱẗŧ", "u|ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ", "v|ṽṿ", "w|ŵẁẃẅẇẉẘ", "x|ẋẍ", "y|ýÿŷȳẏẙỳỵỷỹƴ",
        "z|źżžẑẓẕƶ", "ʒ|ǯ", "α|άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ", "β|ϐ", "ε|έϵἐἑἒἓἔἕὲέ", "η|ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ", "θ|ϑ", "ι|ίΐϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ", "κ|ϰ",
        "ο|όὀὁὂὃὄὅὸό", "π|ϖ", "ρ|ϱῤῥ", "σ|ςϲ", "υ|ύϋΰὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ", "φ|ϕ", "ω|ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ", "а|ӑӓ", "г|ѓ", "е|ѐёӗ", "ж|ӂӝ", "з|ӟ", "и|ѝйӣӥ",
        "к|ќ", "о|ӧ", "у|ўӯӱӳ", "ч|ӵ", "ы|ӹ", "э|ӭ", "і|ї", "ѵ|ѷ", "ә|ӛ", "ө|ӫ", "ا|آأإ", "و|ؤ", "ي|ئ", "ہ|ۂ", "ے|ۓ", "ە|ۀ",
    ];

    private static readonly char[] Bases = Build();

    /// <summary>The base letter of a lower-case letter; the letter itself when it has none.</summary>
    public static char BaseOf(char lower) => lower < Size && Bases[lower] != 0 ? Bases[lower] : lower;

    /// <summary>The letters that are written with two.</summary>
    public static string? TwoLettersOf(char lower) => lower switch
    {
        'ß' => "ss",
        'æ' or 'ǣ' or 'ǽ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        _ => null,
    };

    private static char[] Build()
    {
        var bases = new char[Size];
        foreach (string group in Groups)
        {
            foreach (char accented in group.AsSpan(2)) bases[accented] = group[0];
        }

        return bases;
    }
}
