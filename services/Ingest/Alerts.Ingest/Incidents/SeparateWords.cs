using System.Buffers;
using Alerts.Gazetteer;

namespace Alerts.Ingest.Incidents;

// Whether a text says that it speaks of a different event from the one before: "another attack", "une deuxième explosion". English and
// French, own word lists. Pure.
internal static class SeparateWords
{
    // A word between the two is common: "a second suicide bombing", "une nouvelle violente attaque".
    private const int WordsBetween = 2;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;:,\n");

    private static readonly HashSet<string> Different =
    [
        "another", "second", "2nd", "third", "3rd", "new", "fresh", "separate", "unrelated",
        "autre", "autres", "2e", "2eme", "3e", "deuxieme", "seconde", "troisieme", "nouvelle", "nouvel", "nouveau", "nouvelles", "nouveaux", "distincte", "distinct",
    ];

    // Folded, so that accents and apostrophes do not matter. "Attack" as a verb is left out: "militants attacked a new camp".
    private static readonly HashSet<string> Events =
    [
        "attack", "attacks", "raid", "assault", "ambush", "explosion", "explosions", "blast", "bombing", "bomb", "strike", "airstrike", "strikes",
        "shelling", "shooting", "gunfire", "firing", "clash", "clashes", "fighting", "incident", "kidnapping", "abduction", "robbery", "carjacking",
        "protest", "demonstration", "riot",
        "attaque", "attaques", "assaut", "embuscade", "attentat", "attentats", "deflagration", "frappe", "frappes", "bombardement", "bombardements",
        "tir", "tirs", "fusillade", "affrontement", "affrontements", "combat", "combats", "enlevement", "braquage", "manifestation", "emeute",
    ];

    // French puts some of the words behind: "une attaque distincte".
    private static readonly HashSet<string> Behind = ["distincte", "distinct", "separate"];

    // A second source, a second day, a new toll or bridge do not make a second event: the event word must follow at once or nearly so,
    // and none of these may stand between.
    private static readonly HashSet<string> Breaks =
    [
        "toll", "bilan", "day", "jour", "source", "report", "reports", "statement", "video", "of", "in", "after", "since", "by", "from", "on", "de", "du",
        "des", "apres", "dans", "par", "que", "who", "that", "the", "la", "le", "les",
    ];

    public static bool Says(string text)
    {
        IReadOnlyList<FoldedWord> words = NameFolding.Words(text);
        for (int i = 0; i < words.Count; i++)
        {
            if (Different.Contains(words[i].Text) && LeadsToEvent(words, i, text))
                return true;
        }

        return false;
    }

    private static bool LeadsToEvent(IReadOnlyList<FoldedWord> words, int at, string text)
    {
        if (at > 0 && Behind.Contains(words[at].Text) && Events.Contains(words[at - 1].Text))
            return true;
        for (int next = at + 1; next < words.Count && next <= at + 1 + WordsBetween; next++)
        {
            if (EndsSentence(words[next - 1], words[next], text) || Breaks.Contains(words[next].Text))
                return false;
            if (Events.Contains(words[next].Text))
                return true;
        }

        return false;
    }

    private static bool EndsSentence(FoldedWord word, FoldedWord next, string text) =>
        text.AsSpan(word.End, next.Start - word.End).IndexOfAny(SentenceEnds) >= 0;
}
