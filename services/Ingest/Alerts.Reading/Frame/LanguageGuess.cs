using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Tells a text's language by its small words and those of the lexicons.</summary>
internal static class LanguageGuess
{
    private const int WordsToLookAt = 120;

    // A small word tells more than one of the lexicons, many of which look alike in both languages.
    private const int SmallWord = 2;

    /// <summary>The language whose words are most frequent; the first one when none is.</summary>
    public static Language Of(Document document, Lexicon lexicon)
    {
        Language best = lexicon.Languages[Lexicon.Codes[0]];
        int most = 0;
        foreach (string code in Lexicon.Codes)
        {
            Language language = lexicon.Languages[code];
            int count = 0;
            int end = Math.Min(document.Words.Count, WordsToLookAt);
            for (int word = 0; word < end; word++)
            {
                if (language.ClassesOf(document.Words[word].Text).HasFlag(WordClass.Function)) count += SmallWord;
                if (language.Phrases.MatchAt(document.Words, word, end).Values is not null) count++;
            }

            if (count <= most) continue;
            most = count;
            best = language;
        }

        return best;
    }
}
