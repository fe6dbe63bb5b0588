namespace Alerts.TextForms.Languages;

/// <summary>Tells the language of a text by its script and its small words. Pure, thread safe; time grows linearly with the text.</summary>
/// <remarks>
/// It decides between "read it" and "say that it is not read", so it answers only when it is sure: a text in a language that it does not know gets
/// null, and is then tried as English and French.
/// </remarks>
public static class LanguageFinder
{
    private static readonly HashSet<string> Read = ["en", "fr"];

    // Words that are looked at: a language does not change within an article.
    private const int MostWords = 2_000;

    // With fewer small words found, chance decides.
    private const int LeastHits = 3;

    // Prose has a small word of its language in three or four; lists of names and numbers have fewer.
    private const double LeastShare = 0.12;

    // The best language must beat the next by so much: close relatives share small words.
    private const double LeastLead = 1.3;

    /// <summary>The language of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>ISO 639-1 code; null when it is too short or of no language that is known here.</returns>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ScriptFinder.LanguageOf(text) ?? OfLatin(text);
    }

    /// <summary>Whether texts in it are read.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public static bool IsRead(string language) => Read.Contains(language);

    /// <summary>Its English name; the code itself when it is not known here.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public static string NameOf(string language) => LanguageWords.Names.GetValueOrDefault(language, language);

    private static string? OfLatin(string text)
    {
        var hits = new Dictionary<string, double>();
        int words = 0;
        foreach (string word in Words(text))
        {
            words++;
            if (!LanguageWords.ByWord.TryGetValue(word, out string[]? languages)) continue;
            // A word of many languages tells little.
            foreach (string language in languages) hits[language] = hits.GetValueOrDefault(language) + (1.0 / languages.Length);
        }

        KeyValuePair<string, double>[] ranked = [.. hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal)];
        if (ranked.Length == 0 || ranked[0].Value < LeastHits || ranked[0].Value < LeastShare * words) return null;
        return ranked.Length == 1 || ranked[0].Value >= LeastLead * ranked[1].Value ? ranked[0].Key : null;
    }

    // Lower case, cut at everything but letters: "l'attaque" is two words.
    private static IEnumerable<string> Words(string text)
    {
        int start = -1, found = 0;
        for (int i = 0; i <= text.Length && found < MostWords; i++)
        {
            bool letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            found++;
            start = -1;
        }
    }
}
