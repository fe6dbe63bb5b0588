using System.Collections.Frozen;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Reads numbers as people write them: "12", "2,500", "twenty-three", "une dizaine", "dozens", with "at least" before them.</summary>
internal static class NumberReader
{
    private static readonly FrozenDictionary<string, int> Units = Table(
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 "
        + "seventeen 17 eighteen 18 nineteen 19 un 1 deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 "
        + "quatorze 14 quinze 15 seize 16");

    private static readonly FrozenDictionary<string, int> Tens = Table(
        "twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 vingt 20 trente 30 quarante 40 cinquante 50 soixante 60");

    // Vague words count as the least they can mean: dozens are two dozen or more.
    private static readonly FrozenDictionary<string, int> Vague = Table("dozens 24 scores 40 hundreds 200 several 2 plusieurs 2 dizaines 20 centaines 200");

    private static readonly FrozenDictionary<string, int> About = Table(
        "dozen 12 dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 centaine 100");

    public static NumberPhrase? At(Document document, int at, int end)
    {
        IReadOnlyList<FoldedWord> words = document.Words;
        string word = words[at].Text;
        if (Vague.TryGetValue(word, out int least)) return new NumberPhrase(at, at + 1, least, true, false);
        if (About.TryGetValue(word, out int about)) return new NumberPhrase(at, at + 1, about, false, false);
        (int value, int next) = char.IsAsciiDigit(word[0]) ? Digits(document, at, end) : Spelled(words, at, end);
        if (next == at || value > CasualtyRange.Limit) return null;
        return new NumberPhrase(at, next, value, Has(words, at, "at least", "more than", "over", "au moins", "plus de"), Has(words, at, "as many as", "up to", "jusqu a"));
    }

    private static (int Value, int Next) Digits(Document document, int at, int end)
    {
        string digits = document.Words[at].Text;
        int next = at + 1;
        while (next < end && next - at < 3 && digits.Length <= 6 && document.Words[next].Text.Length == 3 && document.Words[next].Text.All(char.IsAsciiDigit)
            && document.GapAfter(next - 1) is "," or "\u00A0" or "\u202F") digits += document.Words[next++].Text;

        // "12.5", "30%", "5:40" and "17/09" are no numbers of people.
        bool part = document.GapAfter(next - 1) is ['%' or ':' or '/', ..] or [' ', '%', ..] or ['.' or ','] || (at > 0 && document.GapAfter(at - 1) is "." or ":" or "/" or "-");
        return !part && int.TryParse(digits, out int value) ? (value, next) : (0, at);
    }

    private static (int Value, int Next) Spelled(IReadOnlyList<FoldedWord> words, int at, int end)
    {
        if (!Tens.TryGetValue(words[at].Text, out int tens)) return Units.TryGetValue(words[at].Text, out int unit) ? (unit, at + 1) : (0, at);
        int next = at + 1;
        if (next + 1 < end && words[next].Text == "et" && Units.ContainsKey(words[next + 1].Text)) next++;
        return next < end && Units.TryGetValue(words[next].Text, out int more) && (more < 10 || tens == 60) ? (tens + more, next + 1) : (tens, at + 1);
    }

    // Whether one of the phrases stands right before a word.
    private static bool Has(IReadOnlyList<FoldedWord> words, int at, params ReadOnlySpan<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            string[] parts = phrase.Split(' ');
            bool fits = at >= parts.Length;
            for (int i = 0; fits && i < parts.Length; i++) fits = words[at - parts.Length + i].Text == parts[i];
            if (fits) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, int> Table(string wordsAndValues) => wordsAndValues.Split(' ').Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1]), StringComparer.Ordinal);
}
