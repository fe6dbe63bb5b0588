using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Examples;

/// <summary>What a message or a sentence is made of, as signs for <see cref="ExampleScale"/>: its words, their stems and pairs, and what the lexicons say of them. Names say nothing.</summary>
internal static class ExampleSigns
{
    private const int StemLetters = 5;
    private const int LongestCount = 2;
    private const string Opening = "^";

    /// <summary>What signs for single words begin with.</summary>
    public const string Word = "w:";

    private const string Name = "NAME";

    /// <summary>The signs of the words from one to another, each once, with the first word that shows it.</summary>
    public static Dictionary<string, int> Of(Analysis analysis, int first, int end)
    {
        var signs = new Dictionary<string, int>(StringComparer.Ordinal);
        Words(analysis, first, end, signs);
        Meanings(analysis, first, end, signs);
        return signs;
    }

    private static void Words(Analysis analysis, int first, int end, Dictionary<string, int> signs)
    {
        Document document = analysis.Document;
        string before = Opening;
        for (int at = first; at < end; at++)
        {
            string word = IsName(analysis, at, first) ? Name : Numberless(analysis.Words[at].Text);
            signs.TryAdd(Word + word, at);
            if (word != Name)
            {
                if (word.Length > StemLetters) signs.TryAdd("s:" + word[..StemLetters], at);
                signs.TryAdd($"p:{before} {word}", at);
            }

            ReadOnlySpan<char> gap = document.GapAfter(at);
            if (gap.Contains('?')) signs.TryAdd("Question", at);
            if (gap.Contains('!')) signs.TryAdd("Exclamation", at);
            if (gap.Contains(':')) signs.TryAdd("Colon", at);
            before = gap.ContainsAny('.', '!', '?') ? Opening : word;
        }

        if (document.IsCapitalised(first)) signs.TryAdd("High", first);
    }

    private static void Meanings(Analysis analysis, int first, int end, Dictionary<string, int> signs)
    {
        for (int at = first; at < end; at++)
        {
            if (analysis.GrammarAt(at, end).Entry is { } grammar) signs.TryAdd("Grammar." + grammar.Key, at);
            if (analysis.NobodyAt(at, end, "Harmed", "Killed", "Wounded").Key is { } nobody) signs.TryAdd("Nobody." + nobody, at);
        }

        foreach (Mark mark in analysis.Marks(first, end))
        {
            foreach (Entry entry in mark.Entries)
            {
                signs.TryAdd(Meaning(entry), mark.First);
                if (entry.Sort is Sort.Role or Sort.Actor) signs.TryAdd("Armed", mark.First);
            }
        }
    }

    private static string Meaning(Entry entry) => entry.Sort switch
    {
        Sort.Trigger => $"Trigger.{entry.Event!.Sub}{entry.Event.Local}",
        Sort.Harm => "Harm." + entry.Key.Split(' ')[0],
        Sort.Role or Sort.Actor => "Armed." + entry.ActorType,
        _ => $"{entry.Sort}.{entry.Key}",
    };

    // What is written with a capital within a sentence, and no lexicon knows.
    private static bool IsName(Analysis analysis, int at, int first) =>
        at > first && analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(at) && analysis.Over(at) is null
        && !analysis.Is(at, WordClass.Function | WordClass.Det | WordClass.Prep) && !analysis.Document.GapBefore(at).ContainsAny('.', '!', '?');

    // Numbers, hours and years say that there is one, not which.
    private static string Numberless(string word) =>
        !char.IsAsciiDigit(word[0]) ? word : !word.All(char.IsAsciiDigit) ? "CLOCK" : word.Length <= LongestCount ? "COUNT" : "NUMBER";
}
