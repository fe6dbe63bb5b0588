namespace Alerts.Reading.Lexicons;

/// <summary>The lexicons' file format: "# comment" or "KEY: phrase | phrase"; see the README beside the files.</summary>
internal static class LexiconFile
{
    private const string Separator = ": ";

    public static IEnumerable<(string Key, string[] Phrases)> Entries(string name) => Lines(name).Select(line =>
    {
        int at = line.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 ? (line[..at], Phrases(line[(at + Separator.Length)..])) : throw new InvalidDataException($"{name}: \"{line}\" has no key.");
    });

    /// <summary>Lines of an embedded lexicon without comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The program was built without the lexicon {name}.");
        using var text = new StreamReader(stream);
        while (text.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    public static string[] Phrases(string list) => list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
