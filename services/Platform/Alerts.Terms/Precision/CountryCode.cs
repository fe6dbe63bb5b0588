using System.Collections.Frozen;

namespace Alerts.Terms;

/// <summary>Codes of countries: a mistyped one is refused at the door, since a watch or a filter on it would stay silent for ever.</summary>
/// <remarks>Source: ISO 3166-1 alpha-2, officially assigned codes, as of 2024; and XK, which GeoNames and most feeds use for Kosovo. Thread safe.</remarks>
public static class CountryCode
{
    private static readonly FrozenSet<string> Known = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR " +
        "CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR " +
        "HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM " +
        "MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB " +
        "SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU " +
        "WF WS XK YE YT ZA ZM ZW").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a country or territory has this code.</summary>
    /// <param name="code">Two capital letters; anything else, the empty text and null too, is no code.</param>
    public static bool IsKnown(string? code) => code is not null && Known.Contains(code);

    /// <summary>What is wrong with a code that <see cref="IsKnown"/> does not know, for whoever sent it.</summary>
    /// <param name="code">The code as it was sent.</param>
    public static string Refusal(string? code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
        ? $"must be an ISO 3166-1 alpha-2 code, such as \"ML\"; no country has \"{code}\"."
        : "must be an ISO 3166-1 alpha-2 code in upper case, such as \"ML\".";
}
