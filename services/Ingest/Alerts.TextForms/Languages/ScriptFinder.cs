using System.Text;

namespace Alerts.TextForms.Languages;

// The language of a text in another script than Latin; where several share a script, letters that only one of them has decide. Pure.
internal static class ScriptFinder
{
    // Below this share a name or a quotation is in another script.
    private const double LeastShare = 0.5;
    private const int LeastLetters = 8;
    private const int MostLetters = 5_000;

    private static readonly (int From, int To, string Language)[] Scripts =
    [
        (0x0370, 0x03FF, "el"), (0x0400, 0x052F, "ru"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"), (0x0750, 0x077F, "ar"),
        (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0B80, 0x0BFF, "ta"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"), (0x1000, 0x109F, "my"),
        (0x10A0, 0x10FF, "ka"), (0x1200, 0x139F, "am"), (0x1780, 0x17FF, "km"), (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "zh"), (0xAC00, 0xD7AF, "ko"),
        (0xFB50, 0xFDFF, "ar"), (0xFE70, 0xFEFE, "ar"),
    ];

    // Letters of one language within a script that several share, the most telling first.
    private static readonly (string Language, string Script, string Letters)[] Telling =
    [
        ("ps", "ar", "ټډړږښګڼې"), ("ur", "ar", "ٹڈڑےں"), ("fa", "ar", "پچژگکی"), ("uk", "ru", "іїєґ"),
    ];

    // A letter of a relative in a name is an accident; this share of all letters is not.
    private const double TellingShare = 0.01;

    // Null for a text in Latin letters, or without letters enough.
    public static string? LanguageOf(string text)
    {
        var counts = new Dictionary<string, int>();
        var letters = new Dictionary<char, int>();
        int all = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            if (++all > MostLetters) break;
            if (Array.Find(Scripts, s => rune.Value >= s.From && rune.Value <= s.To).Language is not { } language) continue;
            counts[language] = counts.GetValueOrDefault(language) + 1;
            char letter = (char)rune.Value;
            letters[letter] = letters.GetValueOrDefault(letter) + 1;
        }

        int foreign = counts.Values.Sum();
        if (all < LeastLetters || foreign < LeastShare * all) return null;
        string script = counts.MaxBy(c => c.Value).Key;
        // Kana stand in Japanese only.
        if (script == "zh" && counts.ContainsKey("ja")) return "ja";
        foreach ((string language, string of, string telling) in Telling)
        {
            if (of == script && telling.Sum(l => letters.GetValueOrDefault(l)) > TellingShare * all) return language;
        }

        return script;
    }
}
