namespace Alerts.Feeds.Ucdp;

// The names that UCDP gives to countries (Gleditsch and Ward's list, with their older names in brackets) as ISO 3166-1 codes; own compilation.
// A state that fell apart stands for its successor of the same seat: the point of a row still tells where it was.
internal static class UcdpCountries
{
    // Code, then every spelling that releases use. XK for Kosovo, as GeoNames has it.
    private const string Table = """
        AF Afghanistan
        AL Albania
        DZ Algeria
        AO Angola
        AR Argentina
        AM Armenia
        AU Australia
        AT Austria
        AZ Azerbaijan
        BS Bahamas
        BH Bahrain
        BD Bangladesh
        BB Barbados
        BY Belarus
        BE Belgium
        BZ Belize
        BJ Benin
        BT Bhutan
        BO Bolivia
        BA Bosnia-Herzegovina|Bosnia and Herzegovina
        BW Botswana
        BR Brazil
        BN Brunei
        BG Bulgaria
        BF Burkina Faso
        BI Burundi
        KH Cambodia|Cambodia (Kampuchea)
        CM Cameroon
        CA Canada
        CV Cape Verde
        CF Central African Republic
        TD Chad
        CL Chile
        CN China
        CO Colombia
        KM Comoros
        CG Congo|Republic of Congo
        CR Costa Rica
        HR Croatia
        CU Cuba
        CY Cyprus
        CZ Czech Republic|Czechia
        CD DR Congo|DR Congo (Zaire)
        DK Denmark
        DJ Djibouti
        DO Dominican Republic
        TL East Timor|Timor-Leste
        EC Ecuador
        EG Egypt
        SV El Salvador
        GQ Equatorial Guinea
        ER Eritrea
        EE Estonia
        ET Ethiopia
        FJ Fiji
        FI Finland
        FR France
        GA Gabon
        GM Gambia
        GE Georgia
        DE Germany|German Federal Republic
        GH Ghana
        GR Greece
        GT Guatemala
        GN Guinea
        GW Guinea-Bissau
        GY Guyana
        HT Haiti
        HN Honduras
        HU Hungary
        IS Iceland
        IN India
        ID Indonesia
        IR Iran
        IQ Iraq
        IE Ireland
        IL Israel
        IT Italy
        CI Ivory Coast|Cote d'Ivoire|Côte d'Ivoire
        JM Jamaica
        JP Japan
        JO Jordan
        KZ Kazakhstan
        KE Kenya
        SZ Kingdom of eSwatini (Swaziland)|Swaziland|Eswatini
        XK Kosovo
        KW Kuwait
        KG Kyrgyzstan
        LA Laos
        LV Latvia
        LB Lebanon
        LS Lesotho
        LR Liberia
        LY Libya
        LT Lithuania
        LU Luxembourg
        MG Madagascar|Madagascar (Malagasy)
        MW Malawi
        MY Malaysia
        MV Maldives
        ML Mali
        MT Malta
        MR Mauritania
        MU Mauritius
        MX Mexico
        MD Moldova
        MN Mongolia
        ME Montenegro
        MA Morocco
        MZ Mozambique
        MM Myanmar (Burma)|Myanmar|Burma
        NA Namibia
        NP Nepal
        NL Netherlands
        NZ New Zealand
        NI Nicaragua
        NE Niger
        NG Nigeria
        KP North Korea
        MK North Macedonia|Macedonia, FYR|Macedonia, FYRO|Macedonia
        NO Norway
        OM Oman
        PK Pakistan
        PS Palestine
        PA Panama
        PG Papua New Guinea
        PY Paraguay
        PE Peru
        PH Philippines
        PL Poland
        PT Portugal
        QA Qatar
        RO Romania|Rumania
        RU Russia (Soviet Union)|Russia
        RW Rwanda
        SA Saudi Arabia
        SN Senegal
        RS Serbia (Yugoslavia)|Serbia|Yugoslavia
        SL Sierra Leone
        SG Singapore
        SK Slovakia
        SI Slovenia
        SB Solomon Islands
        SO Somalia
        ZA South Africa
        KR South Korea
        SS South Sudan
        ES Spain
        LK Sri Lanka|Sri Lanka (Ceylon)
        SD Sudan
        SR Surinam|Suriname
        SE Sweden
        CH Switzerland
        SY Syria
        TW Taiwan
        TJ Tajikistan
        TZ Tanzania
        TH Thailand
        TG Togo
        TT Trinidad and Tobago
        TN Tunisia
        TR Turkey|Turkey (Ottoman Empire)|Türkiye
        TM Turkmenistan
        UG Uganda
        UA Ukraine
        AE United Arab Emirates
        GB United Kingdom
        US United States of America|United States
        UY Uruguay
        UZ Uzbekistan
        VE Venezuela
        VN Vietnam (North Vietnam)|Vietnam
        YE Yemen (North Yemen)|Yemen
        ZM Zambia
        ZW Zimbabwe (Rhodesia)|Zimbabwe
        """;

    private static readonly Dictionary<string, string> Codes = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line[3..].Split('|').Select(name => (Name: name, Code: line[..2])))
        .ToDictionary(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    // Empty when the name is not known; an unknown name in front of a bracket is tried without it.
    public static string CodeOf(string name)
    {
        if (Codes.TryGetValue(name, out string? code)) return code;
        int bracket = name.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? Codes.GetValueOrDefault(name[..bracket].TrimEnd(), "") : "";
    }
}
