using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Tells a text's language by its small words.</summary>
internal static class LanguageGuess
{
    private const int WordsToLookAt = 400;

    /// <summary>The language whose small words are most frequent; the first one when none is.</summary>
    public static Language Of(Document document, Lexicon lexicon)
    {
        Language best = lexicon.Languages[Lexicon.Codes[0]];
        int most = 0;
        foreach (string code in Lexicon.Codes)
        {
            Language language = lexicon.Languages[code];
            int count = document.Words.Take(WordsToLookAt).Count(w => language.ClassesOf(w.Text).HasFlag(WordClass.Function));
            if (count <= most) continue;
            most = count;
            best = language;
        }

        return best;
    }
}
