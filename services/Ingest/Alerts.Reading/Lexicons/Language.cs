using Alerts.Reading.Events;
using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

/// <summary>The authored lexicons and word classes of one language, loaded once from its folder of data files.</summary>
/// <remarks>Immutable after it is built; thread safe.</remarks>
internal sealed class Language
{
    private const string Any = "Any";
    private const string Unknown = "Unknown";
    private const string Gap = " * ";

    private readonly Dictionary<string, WordClass> _classes = new(StringComparer.Ordinal);

    public Language(string code, IReadOnlyList<(string Phrase, KnownActor Actor)> actors)
    {
        Code = code;
        List<(string, Entry)> entries = [];
        Grammar = new PhraseTable<Entry>(LoadGrammar());
        Acronyms = actors.Where(a => IsAcronym(a.Phrase)).Select(a => a.Phrase.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        entries.AddRange(actors.Select(a => (a.Phrase.ToLowerInvariant(), new Entry(Sort.Actor, a.Actor.Name) { Actor = a.Actor, ActorType = a.Actor.Type, IsAcronym = IsAcronym(a.Phrase) })));
        int order = 0;
        foreach ((string key, string[] phrases) in Entries("triggers"))
        {
            EventKind kind = EventKind.Parse(key, order++);
            entries.AddRange(phrases.Select(p => (p, new Entry(Sort.Trigger, key) { Event = kind })));
        }

        Add(entries, Sort.Harm, "casualties", static (key, _) => new Entry(Sort.Harm, key));
        Add(entries, Sort.Person, "people", static (key, title) => new Entry(Sort.Person, key) { Target = Kind(key), IsTitle = title });
        Add(entries, Sort.Thing, "things", static (key, _) => new Entry(Sort.Thing, key) { Target = Kind(key) });
        Add(entries, Sort.Role, "roles", static (key, _) => new Entry(Sort.Role, key) { ActorType = key == Unknown ? null : Enum.Parse<ActorType>(key) });
        Add(entries, Sort.Cue, "cues", static (key, _) => new Entry(Sort.Cue, key));
        entries.AddRange(Elided(entries));
        entries.AddRange(Inherited(entries));
        Apart = entries.Where(e => IsApart(e.Item1)).Select(e => (Words: e.Item1.Split(Gap), Meaning: e.Item2))
            .GroupBy(e => e.Words[0], e => (e.Words[1].Split(' '), e.Meaning)).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Phrases = new PhraseTable<Entry>(entries.Where(e => !IsApart(e.Item1)));
        Nobody = Keys("nobody");
        Groups = Keys("groups");
    }

    /// <summary>ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>Everything with a meaning: triggers, harm, people, things, roles, named actors, cues.</summary>
    public PhraseTable<Entry> Phrases { get; }

    /// <summary>Verbs that other words complete behind their object ("took five nuns hostage"), by the verb: what stands behind, and what both mean.</summary>
    public IReadOnlyDictionary<string, (string[] Behind, Entry Meaning)[]> Apart { get; }

    /// <summary>Phrases of time, number and place: their key is the line's, their value its number.</summary>
    public PhraseTable<Entry> Grammar { get; }

    /// <summary>Phrases that say that nobody came to harm, and the words that make or break one, by the key of their line.</summary>
    public PhraseTable<string> Nobody { get; }

    /// <summary>Words that names of armed groups are made of, and what leads to one ("calling itself"), by the key of their line.</summary>
    public PhraseTable<string> Groups { get; }

    /// <summary>Names of groups that are other words where they stand in small letters ("IS", "AS"), folded.</summary>
    public IReadOnlySet<string> Acronyms { get; }

    public WordClass ClassesOf(string word) => _classes.GetValueOrDefault(word);

    // "Shots heard", "maisons brûlées": messages and titles leave out the "were" of "shots were heard". Of what is closed, found or changes hands only the whole phrase tells an event of its own.
    private List<(string, Entry)> Elided(List<(string Phrase, Entry Meaning)> entries)
    {
        HashSet<string> known = [.. entries.Select(e => e.Phrase)];
        List<(string, Entry)> elided = [];
        foreach ((string phrase, Entry meaning) in entries)
        {
            if (meaning.Event is not { } kind || IsApart(phrase) || EventGroups.Of(kind) is not (EventGroup.Violence or EventGroup.Unrest or EventGroup.Abduction or EventGroup.Property or EventGroup.Crime)) continue;
            string[] words = phrase.Split(' ');
            bool IsBe(int at) => (ClassesOf(words[at]) & WordClass.Be) != 0;
            bool IsAux(int at) => (ClassesOf(words[at]) & WordClass.Aux) != 0;
            int be = Array.FindIndex(words, 1, Math.Max(0, words.Length - 2), w => (ClassesOf(w) & WordClass.Be) != 0);
            if (be < 1 || (ClassesOf(words[0]) & (WordClass.Function | WordClass.Be | WordClass.Aux)) != 0) continue;
            int first = be > 1 && IsAux(be - 1) ? be - 1 : be;
            int end = be + 1 < words.Length - 1 && IsBe(be + 1) ? be + 2 : be + 1;
            string rest = string.Join(' ', words.Where((_, i) => i < first || i >= end));
            if (rest.Contains(' ', StringComparison.Ordinal) && known.Add(rest)) elided.Add((rest, meaning));
        }

        return elided;
    }

    // "a massacré", "killed instantly", "fighting continues": the longest phrase wins, so that one that says more of a deed tells the deed as well as its own word does.
    private static List<(string, Entry)> Inherited(List<(string Phrase, Entry Meaning)> entries)
    {
        ILookup<string, Entry> meanings = entries.ToLookup(e => e.Phrase, e => e.Meaning);
        List<(string, Entry)> inherited = [];
        foreach ((string phrase, Entry meaning) in entries)
        {
            bool harms = meaning.Sort == Sort.Harm && meaning.Key is "Killed active" or "Killed finite";
            if (!(harms || meaning is { Sort: Sort.Cue, Key: "Ongoing" }) || IsApart(phrase) || meanings[phrase].Any(m => m.Sort == Sort.Trigger)) continue;
            foreach (string part in PartsOf(phrase))
            {
                if (meanings[part].FirstOrDefault(m => m.Sort == Sort.Trigger && !Provisos.Bind(m.Event!) && (!harms || m.Event!.Form == TriggerForm.Kill)) is not { } deed) continue;
                inherited.Add((phrase, deed));
                break;
            }
        }

        inherited.AddRange(entries.Where(e => e.Meaning.Sort == Sort.Trigger && !IsApart(e.Phrase) && !meanings[e.Phrase].Any(m => m.Sort == Sort.Harm))
            .Select(e => (e.Phrase, HarmIn(e.Phrase, e.Meaning.Event!, meanings))).Where(e => e.Item2 is not null).Select(e => (e.Phrase, e.Item2!)));
        return inherited;
    }

    // "beaten to death by a mob", "crowd killed", "grazed by a bullet": a deed that begins, or a killing that ends, with a word of harm says what that says of those who suffered it.
    private static Entry? HarmIn(string phrase, EventKind deed, ILookup<string, Entry> meanings)
    {
        bool kills = deed.Form is TriggerForm.Kill or TriggerForm.KillNoun;
        bool byMob = deed is { Form: TriggerForm.Verb, Sub: SubEventType.MobViolence };
        if (!kills && !byMob && deed is not { Form: TriggerForm.Verb, Sub: SubEventType.Attack }) return null;
        foreach (string part in PartsOf(phrase))
        {
            bool atAnEnd = phrase.StartsWith(part + ' ', StringComparison.Ordinal) || ((kills || byMob) && phrase.EndsWith(' ' + part, StringComparison.Ordinal));
            if (atAnEnd && meanings[part].FirstOrDefault(m => m.Sort == Sort.Harm && Tells(m.Key)) is { } harm) return harm;
        }

        return null;

        // "a fait feu" makes no dead, as "a fait trois morts" does.
        bool Tells(string harm) => harm is "Killed participle" || (kills && harm is "Killed noun") || (byMob && harm is "Killed active" or "Wounded active") || (!kills && harm is "Wounded participle");
    }

    // The runs of words within a phrase, the longest first.
    private static IEnumerable<string> PartsOf(string phrase)
    {
        string[] words = phrase.Split(' ');
        for (int count = words.Length - 1; count > 0; count--)
        {
            for (int first = 0; first + count <= words.Length; first++) yield return string.Join(' ', words, first, count);
        }
    }

    private static bool IsAcronym(string phrase) => char.IsAsciiLetterUpper(phrase[0]);

    private static bool IsApart(string phrase) => phrase.Contains(Gap, StringComparison.Ordinal);

    private static TargetKind? Kind(string key) => key == Any ? null : Enum.Parse<TargetKind>(key);

    private IEnumerable<(string Key, string[] Phrases)> Entries(string file) => LexiconFile.Entries($"{Code}/{file}.txt");

    private PhraseTable<string> Keys(string file) => new(Entries(file).SelectMany(e => e.Phrases.Select(p => (p, e.Key))));

    private void Add(List<(string, Entry)> entries, Sort sort, string file, Func<string, bool, Entry> make)
    {
        foreach ((string key, string[] phrases) in Entries(file))
        {
            Entry plain = make(key, false) with { Sort = sort };
            Entry title = make(key, true) with { Sort = sort };
            entries.AddRange(phrases.Select(p => p[0] == '~' ? (p[1..], title) : (p, plain)));
        }
    }

    // A line whose key is a word class gives single words a bit; every line is a phrase as well, its value behind the last space or its place in the line.
    private List<(string, Entry)> LoadGrammar()
    {
        List<(string, Entry)> phrases = [];
        foreach ((string key, string[] list) in Entries("grammar").Concat(Entries("frame")))
        {
            bool isClass = Enum.TryParse(key, out WordClass bit);
            for (int index = 0; index < list.Length; index++)
            {
                if (isClass && !list[index].Contains(' ')) _classes[list[index]] = _classes.GetValueOrDefault(list[index]) | bit;
                if (isClass && key is not ("None" or "AdminAfter" or "PlaceNoun")) continue;
                AddGrammar(phrases, key, list[index], index + 1);
            }
        }

        return phrases;
    }

    private static void AddGrammar(List<(string, Entry)> phrases, string key, string item, int index)
    {
        int space = item.LastIndexOf(' ');
        bool valued = space > 0 && int.TryParse(item.AsSpan(space + 1), out _);
        string text = valued ? item[..space] : item;
        int value = valued ? int.Parse(item.AsSpan(space + 1)) : index;
        // Names of days and months stand side by side with their short forms: "monday mon".
        string[] forms = key is "Weekday" or "Month" ? text.Split(' ') : [text];
        phrases.AddRange(forms.Select(form => (form, new Entry(Sort.Grammar, key) { Value = value })));
    }
}
