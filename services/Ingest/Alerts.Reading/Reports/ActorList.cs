using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Reports;

/// <summary>The doers of one event in the order in which they were found: each once, under the fullest of its names. Holds state of one event only.</summary>
internal sealed class ActorList(Analysis analysis)
{
    private const int MostActors = 4;

    private readonly List<ReadActor> _actors = [];
    private readonly List<HashSet<string>> _words = [];

    public IReadOnlyList<ReadActor> Actors => _actors;

    /// <summary>Adds somebody, or what is said of him to the one who is the same.</summary>
    /// <param name="noun">Who it is.</param>
    /// <param name="attribution">How the text ties him to the event.</param>
    /// <param name="words">The words that tell him, when they are more than the noun's: first, and the word behind.</param>
    /// <param name="from">Where his evidence begins, when that is behind the first of his words.</param>
    public void Add(Noun noun, Attribution attribution, (int First, int End)? words = null, int? from = null)
    {
        (int first, int end) = words ?? (CountedFrom(noun), noun.IsPerson || !noun.IsState ? noun.PhraseEnd : noun.End);
        first = analysis.Document.WithoutElision(first, end);
        string written = Unquoted(analysis.Document.TextOf(first, end).Replace('\n', ' '));
        string name = noun.Actor?.Name ?? written;
        HashSet<string> told = Told(first, end);
        int known = _actors.FindIndex(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
        bool fuller = words is not null && known >= 0 && written.Length > _actors[known].Written.Length;
        if (known < 0 && noun.Actor is null)
        {
            known = SameAs(told);
            fuller = known >= 0 && told.Count > _words[known].Count;
        }

        if (known < 0)
        {
            if (_actors.Count == MostActors) return;
            _actors.Add(new ReadActor(name, noun.ActorType, analysis.Document.SpanOf(Math.Max(first, from ?? first), end)) { Attribution = attribution, Written = written, FullName = noun.Actor?.FullName });
            _words.Add(told);
            return;
        }

        ReadActor one = _actors[known];
        if (fuller)
        {
            one = one with { Name = noun.Actor is null ? written : one.Name, Written = written };
            _words[known] = told;
        }

        _actors[known] = attribution != Attribution.Assumed && one.Attribution is Attribution.Stated or Attribution.Assumed ? one with { Attribution = attribution } : one;
    }

    // 'Red Path" fighters': of a name that was written in quotation marks the first stands outside.
    private static string Unquoted(string written) => written.Count(c => c == '"') % 2 == 0 ? written : written.Replace("\"", "", StringComparison.Ordinal);

    // "Two men", "four individuals", not "men": where nothing else is known of them the number says something.
    private int CountedFrom(Noun noun) => noun.Number is { } number && !analysis.Is(number.First, WordClass.Singular)
        && (noun is { IsPerson: true, CanAct: false } || (noun is { IsRole: true, ActorType: null, Actor: null } && number.End == noun.First && noun.First == noun.Head)) ? number.First : noun.First;

    // "Honduran army troops" and "the Honduran troops", "Pedro Ruiz Vega" and "Ruiz": who is told in words of another's name is the same, unless two bear them.
    private int SameAs(HashSet<string> told)
    {
        if (told.Count == 0) return -1;
        int same = -1;
        for (int i = 0; i < _actors.Count; i++)
        {
            if (_actors[i].Name != _actors[i].Written || !(told.IsSubsetOf(_words[i]) || _words[i].IsSubsetOf(told))) continue;
            if (same >= 0) return -1;
            same = i;
        }

        return same;
    }

    private HashSet<string> Told(int first, int end)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (int word = first; word < end; word++)
        {
            if (!analysis.Is(word, WordClass.Det | WordClass.Of | WordClass.Singular)) told.Add(analysis.Words[word].Text);
        }

        return told;
    }
}
