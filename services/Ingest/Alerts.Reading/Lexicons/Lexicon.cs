using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

/// <summary>The authored lexicons, loaded once. English and French stand in the same tables.</summary>
internal sealed class Lexicon
{
    private const string LocalPrefix = "LOCAL.";
    private const string Unknown = "Unknown";

    public PhraseTable<EventKind> Triggers { get; } = new(LexiconFile.Entries("triggers.txt")
        .SelectMany((entry, order) => entry.Phrases.Select(p => (p, KindOf(entry.Key, order)))));

    public PhraseTable<KnownActor> Actors { get; } = new(LexiconFile.Lines("actors.txt").SelectMany(ActorLine));

    public PhraseTable<ActorType?> Roles { get; } = new(LexiconFile.Entries("roles.txt")
        .SelectMany(e => e.Phrases.Select(p => (p, e.Key == Unknown ? (ActorType?)null : Enum.Parse<ActorType>(e.Key)))));

    public PhraseTable<TargetKind> Targets { get; } = new(LexiconFile.Entries("targets.txt")
        .SelectMany(e => e.Phrases.Select(p => (p, Enum.Parse<TargetKind>(e.Key)))));

    public PhraseTable<string> Background { get; } = Keyed("background.txt");

    public PhraseTable<string> Standings { get; } = Keyed("standing.txt");

    public PhraseTable<string> States { get; } = Keyed("states.txt");

    public PhraseTable<string> Countries { get; } = Keyed("countries.txt");

    public IReadOnlySet<string> StopNames { get; } = Words("Stop");

    public IReadOnlySet<string> AdminWords { get; } = Words("AdminWords");

    public IReadOnlySet<string> AdminWordsBefore { get; } = Words("AdminWordsBefore");

    private static EventKind KindOf(string key, int order) => key.StartsWith(LocalPrefix, StringComparison.Ordinal)
        ? new EventKind(null, Enum.Parse<LocalType>(key.AsSpan(LocalPrefix.Length)), order)
        : new EventKind(Enum.Parse<SubEventType>(key), null, order);

    private static IEnumerable<(string Phrase, KnownActor Value)> ActorLine(string line)
    {
        string[] part = line.Split(';', StringSplitOptions.TrimEntries);
        var actor = new KnownActor(part[0], Enum.Parse<ActorType>(part[1]), part[2].Split(' '));
        return LexiconFile.Phrases(part[3]).Select(alias => (alias, actor));
    }

    private static PhraseTable<string> Keyed(string name) =>
        new(LexiconFile.Entries(name).SelectMany(e => e.Phrases.Select(p => (p, e.Key))));

    private static HashSet<string> Words(string key) =>
        [.. LexiconFile.Entries("stopnames.txt").Where(e => e.Key == key).SelectMany(e => e.Phrases)];
}
