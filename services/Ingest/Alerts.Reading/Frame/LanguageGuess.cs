using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Tells a text's language by its small words and, where these do not settle it, by those of the lexicons.</summary>
internal static class LanguageGuess
{
    private const int WordsToLookAt = 120;

    // A small word tells more than one of the lexicons, many of which look alike in both languages.
    private const int SmallWord = 2;

    // So many small words, and so many times more than of any other language, settle it: the lexicons need not be asked.
    private const int Enough = 15;
    private const int Times = 3;

    /// <summary>The language whose words are most frequent; the first one when none is.</summary>
    public static Language Of(Document document, Lexicon lexicon)
    {
        Language[] languages = [.. Lexicon.Codes.Select(code => lexicon.Languages[code])];
        int end = Math.Min(document.Words.Count, WordsToLookAt);
        int[] small = [.. languages.Select(language => SmallWords(language, document, end))];
        int most = small.Max();
        if (most >= Enough && small.Count(s => s * Times > most) == 1) return languages[Array.IndexOf(small, most)];
        int[] all = [.. languages.Select((language, i) => (small[i] * SmallWord) + Phrases(language, document, end))];
        return languages[Array.IndexOf(all, all.Max())];
    }

    private static int SmallWords(Language language, Document document, int end)
    {
        int count = 0;
        for (int word = 0; word < end; word++)
        {
            if ((language.ClassesOf(document.Words[word].Text) & WordClass.Function) != 0) count++;
        }

        return count;
    }

    private static int Phrases(Language language, Document document, int end)
    {
        int count = 0;
        for (int word = 0; word < end; word++)
        {
            if (language.Phrases.MatchAt(document.Words, word, end).Values is not null) count++;
        }

        return count;
    }
}
