using System.Globalization;
using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

/// <summary>All authored lexicons, loaded once: one <see cref="Language"/> each, and what languages share.</summary>
internal sealed class Lexicon
{
    // An alias of so many words spells out what a short name stands for.
    private const int FullNameWords = 3;

    private readonly Dictionary<string, HashSet<string>> _speakers = Codes.ToDictionary(code => code, code => Words("Writes " + code));

    public Lexicon()
    {
        (string, KnownActor)[] actors = [.. LexiconFile.Lines("actors.txt").SelectMany(ActorLine)];
        Languages = Codes.ToDictionary(code => code, code => new Language(code, actors), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>ISO 639-1 codes of the languages that are read; the first is the default.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["en", "fr"];

    public IReadOnlyDictionary<string, Language> Languages { get; }

    /// <summary>Names of countries and of their people, which say less: "Rwandan troops" may be anywhere.</summary>
    public PhraseTable<(string Code, bool IsOfPeople)> Countries { get; } = new(LexiconFile.Entries("countries.txt").SelectMany(e => e.Phrases.Select(p => (p.TrimStart('~'), (e.Key, p[0] == '~')))));

    /// <summary>The forces of each country, by its code: who stands behind "Russian artillery".</summary>
    public IReadOnlyDictionary<string, KnownActor> Forces { get; } = LexiconFile.Entries("countries.txt").DistinctBy(e => e.Key).ToDictionary(
        e => e.Key, e => new KnownActor(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(e.Phrases[0].TrimStart('~')), ActorType.StateForces, [e.Key], null));

    /// <summary>Regions that everybody knows: their country, their name, and the town that stands for them.</summary>
    public IReadOnlyList<(string Country, string Name, string Seat)> Regions { get; } =
        [.. LexiconFile.Entries("regions.txt").SelectMany(e => e.Phrases.Select(p => p.Split(" = ") is [var name, var seat] ? (e.Key, name, seat) : throw new InvalidDataException($"regions.txt: \"{p}\" has no town.")))];

    /// <summary>Words that are no places although a place bears the name.</summary>
    public IReadOnlySet<string> StopNames { get; } = Words("Stop");

    /// <summary>First names of people.</summary>
    public IReadOnlySet<string> GivenNames { get; } = Words("Given");

    /// <summary>The countries from which field offices write in a language; none for one in which everybody writes.</summary>
    public IReadOnlySet<string> SpeakersOf(string language) => _speakers.GetValueOrDefault(language, []);

    private static IEnumerable<(string Phrase, KnownActor Value)> ActorLine(string line)
    {
        string[] part = line.Split(';', StringSplitOptions.TrimEntries);
        string[] aliases = LexiconFile.Phrases(part[3]);
        string? full = part[0].Any(char.IsAsciiLetterLower) ? null : aliases.FirstOrDefault(alias => alias.Count(c => c == ' ') >= FullNameWords - 1);
        var actor = new KnownActor(part[0], Enum.Parse<ActorType>(part[1]), part[2].Split(' '), full);
        return aliases.Select(alias => (alias, actor));
    }

    private static HashSet<string> Words(string key) =>
        [.. LexiconFile.Entries("names.txt").Where(e => e.Key == key).SelectMany(e => e.Phrases)];
}
