using Alerts.Gazetteer;

namespace Alerts.Ingest.Sources;

// The words of a text that carry its content, cut to their stems: how two accounts of one event are known by their words, and a text that was
// reworded by its original. Pure; immutable.
internal sealed class ContentWords
{
    // A word of fewer letters is grammar in English and in French.
    private const int ShortestWord = 4;

    // Plurals, genders and tenses of both languages differ behind the fifth letter.
    private const int StemLetters = 5;

    // So many words in common, and this share of the shorter text's, and one was written from the other: two people who saw the same share
    // the place, the toll and little more.
    private const int RewordedWords = 7;
    private const double RewordedShare = 0.55;

    private static readonly HashSet<string> Grammar =
    [
        "said", "says", "were", "that", "with", "from", "their", "they", "this", "have", "been", "after", "near", "into", "over", "when", "where", "which", "while", "about",
        "also", "there", "those", "people", "morning", "evening", "night", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "dans", "pour", "avec", "sont", "plus", "selon", "leur", "leurs", "cette", "apres", "avant", "pres", "entre", "dont", "elle", "elles", "nous", "vous", "matin", "soir", "nuit",
        "personnes", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ];

    private readonly HashSet<string> _stems;

    private ContentWords(HashSet<string> stems) => _stems = stems;

    public static ContentWords Of(string text) =>
        new([.. NameFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsContent).Select(w => w.Length > StemLetters ? w[..StemLetters] : w)]);

    // How many words both have, and which share of the shorter text's they are, 0 to 1.
    public (int Words, double Share) SharedWith(ContentWords other)
    {
        (HashSet<string> fewer, HashSet<string> more) = _stems.Count <= other._stems.Count ? (_stems, other._stems) : (other._stems, _stems);
        int shared = fewer.Count(more.Contains);
        return (shared, fewer.Count == 0 ? 0 : (double)shared / fewer.Count);
    }

    // Whether one text was written from the other, as far as words tell. Holds among reports of one incident only: two agencies' accounts of
    // different days of one war share as much.
    public bool IsRewordingOf(ContentWords other) => SharedWith(other) is { Words: >= RewordedWords, Share: >= RewordedShare };

    private static bool IsContent(string word) => (word.Length >= ShortestWord || char.IsAsciiDigit(word[0])) && !Grammar.Contains(word);
}
