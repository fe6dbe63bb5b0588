using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Reports;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>What speaks for and against a noun as doer or target of one event: how its clause ties it, where it stands, what it is, what the event is.</summary>
internal sealed class RoleSigns
{
    private const int CloseWords = 2;
    private const int NearWords = 7;
    private const int SayReach = 3;
    private const int BeReach = 2;
    private const int JointReach = 3;
    private const int MountReach = 4;
    private const int ListWords = 40;
    private const string And = "And";
    private const string Comma = "Comma";

    private readonly Analysis _analysis;
    private readonly EventDraft _draft;
    private readonly HashSet<Noun> _doers;
    private readonly HashSet<Noun> _targets;
    private readonly ILookup<Sentence, Mark> _triggers;
    private readonly HashSet<int> _paragraphs;
    private readonly HashSet<Noun> _fallen = [];
    private readonly HashSet<Noun> _attackers = [];
    private readonly Dictionary<string, int> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doerHeads;
    private readonly bool _isSole;
    private readonly Dictionary<Noun, Attribution> _culprits = [];
    private readonly BesideSigns _beside;
    private readonly HashSet<string> _targetHeads;

    public RoleSigns(Analysis analysis, EventDraft draft, IReadOnlyList<TellingSentence> sentences)
    {
        _analysis = analysis;
        _draft = draft;
        _beside = new BesideSigns(analysis, draft.Group);
        _doers = [.. draft.Doers];
        _targets = [.. draft.Mentions.SelectMany(m => m.Targets)];
        _triggers = draft.Mentions.SelectMany(m => m.Triggers.Select(t => (m.Sentence, Trigger: t))).ToLookup(t => t.Sentence, t => t.Trigger);
        _paragraphs = [.. draft.Mentions.Select(m => m.Sentence.Paragraph)];
        foreach (Casualties.Toll toll in draft.Mentions.SelectMany(m => m.Tolls))
        {
            if (toll.Who is { } who) (toll.OfAttackers ? _attackers : _fallen).Add(who);
        }

        foreach (Noun noun in sentences.SelectMany(s => s.Nouns)) _heads[HeadOf(noun)] = _heads.GetValueOrDefault(HeadOf(noun)) + 1;
        // Who is arrested for a murder did the murder, not the arrest.
        var deeds = new DeedFinder(analysis);
        IEnumerable<Doer> accused = draft.Group == EventGroup.Arrest ? [] : sentences.SelectMany(deeds.Find).Concat(new NamedSuspects(analysis, deeds).Find(sentences));
        foreach (Doer culprit in accused.Where(d => !_targets.Contains(d.Noun) && !_fallen.Contains(d.Noun))) _culprits.TryAdd(culprit.Noun, culprit.Attribution);
        _doerHeads = [.. _doers.Select(HeadOf)];
        IsDoerKnown = _doers.Any(d => d.Actor is not null || analysis.Is(d.First, WordClass.Definite) || analysis.Is(d.First - 1, WordClass.Definite));
        _targetHeads = [.. _targets.Concat(_fallen).Select(HeadOf)];
        _isSole = sentences.SelectMany(s => s.Nouns).Where(n => n.CanAct && !n.IsState && !_targets.Contains(n)).Select(HeadOf).Distinct().Take(2).Count() == 1;
    }

    /// <summary>How a sentence makes somebody responsible in other words than those that tell the event; null when none does.</summary>
    public Attribution? CulpritAs(Noun noun) => _culprits.TryGetValue(noun, out Attribution attribution) ? attribution : null;

    /// <summary>Whether a clause makes somebody without a name its target, and none its doer: "a column was ambushed".</summary>
    public bool IsOnlyHit(Noun noun) => noun.Actor is null && (_targets.Contains(noun) || (_fallen.Contains(noun) && _draft.Group != EventGroup.Unrest)) && !_doers.Contains(noun) && !_culprits.ContainsKey(noun);

    /// <summary>Whether a clause makes somebody the doer whom the text takes for known: "the rebels", not "armed rebels".</summary>
    public bool IsDoerKnown { get; }

    /// <summary>Whether a group is named in sentences only that tell nothing of the event, whose doers are strangers.</summary>
    public bool IsToldApart(Noun noun, Sentence sentence) => noun.Actor is not null && _doers.Count > 0 && !IsDoerKnown && !_triggers.Contains(sentence) && !_doerHeads.Contains(HeadOf(noun));

    /// <summary>The signs that are present, by their names in the data file.</summary>
    public IEnumerable<string> Of(Noun noun, TellingSentence telling)
    {
        yield return "Bias";
        yield return $"Kind.{KindOf(noun)}";
        string what = noun.IsPerson ? "Person" : noun.IsThing ? "Thing" : noun.Actor is not null ? "Group" : "Role";
        foreach (string sign in Ties(noun).Concat(Place(noun, telling.Sentence, what)).Concat(Words(noun, telling.Sentence)).Concat(_beside.Of(noun, telling.Sentence, LeftOf(noun, telling.Sentence), _culprits.ContainsKey(noun)))) yield return sign;
        if (_doers.Contains(noun) && IsAgent(noun, telling.Sentence)) yield return $"Doing.By.{what}";
        yield return $"{what}.{_draft.Group}";
        if (noun.IsState && _draft.Group == EventGroup.Arrest && _doers.Contains(noun)) yield return "Arrests";
        if (noun.IsState && _draft.Group == EventGroup.Unrest && !_triggers.Contains(telling.Sentence) && _doers.Any(d => !d.IsState)) yield return "Keeper";
        if (_draft.Group == EventGroup.Violence)
        {
            yield return $"{what}.{_draft.Sub}";
            if (!_doers.Contains(noun) && _analysis.GrammarAt(noun.Head, noun.End, "Formation").Entry is not null) yield return "Formation";
        }

        bool again = _heads.GetValueOrDefault(HeadOf(noun)) > 1;
        if (again) yield return "Again";
        if (again && _draft.First.Sentence == telling.Sentence) yield return "Again.First";
        if (noun is { IsRole: true, ActorType: ActorType.PoliticalMilitias } && noun.First < noun.Head) yield return "Described.Gang";
        foreach (string sign in Company(noun, telling, what)) yield return sign;
    }

    private static string KindOf(Noun noun) =>
        noun.IsName ? "Name"
        : noun.Actor is { } actor ? $"Actor.{actor.Type}"
        : noun is { IsRole: true, IsPerson: false } ? $"Role.{noun.ActorType}"
        : noun.IsThing ? $"Thing.{noun.Target}"
        : $"Person.{noun.Target}";

    private string HeadOf(Noun noun) => noun.Actor?.Name ?? _analysis.Words[noun.Head].Text;

    private IEnumerable<string> Ties(Noun noun)
    {
        bool doer = _doers.Contains(noun);
        bool target = _targets.Contains(noun);
        if (doer) yield return "Doer";
        if (doer && noun is { IsPerson: true, CanAct: false }) yield return "Doer.Person";
        if (target) yield return "Target";
        if (target && noun.CanAct) yield return "Target.Armed";
        if (_fallen.Contains(noun)) yield return "Fallen";
        if (_attackers.Contains(noun)) yield return "Fallen.Attacker";
        if (!doer) yield return _doers.Count == 0 ? "NoDoer" : "OtherDoer";
        if (!target) yield return _targets.Count == 0 ? "NoTarget" : "OtherTarget";
    }

    private IEnumerable<string> Place(Noun noun, Sentence sentence, string what)
    {
        Mark? nearest = _triggers[sentence].MinBy(t => Distance(t, noun));
        if (nearest is null)
        {
            yield return _paragraphs.Contains(sentence.Paragraph) ? "Beside" : "Apart";
        }
        else
        {
            bool before = noun.IsBefore(nearest);
            int distance = Distance(nearest, noun);
            string far = distance <= CloseWords ? "Close" : distance <= NearWords ? "Near" : "Far";
            yield return before ? $"Before.{far}" : $"Behind.{far}";
            yield return HasClauseBetween(noun, nearest) ? "OtherClause" : "Clause";
            if (_draft.First.Sentence == sentence) yield return "First";
        }

        int left = LeftOf(noun, sentence);
        if (left < sentence.First) yield return "Opens";
        else if (_analysis.Is(left, WordClass.By)) yield return "By";
        else if (_analysis.Is(left, WordClass.Of)) yield return "Of";
        else if (_analysis.Is(left, WordClass.Against)) yield return "Against";
        else if (_analysis.Is(left, WordClass.Prep)) yield return "Prep";
        if (left < sentence.First) yield break;
        if (_analysis.Is(left, WordClass.Of)) yield return $"Of.{what}";
        else if (_analysis.Is(left, WordClass.Prep)) yield return $"Prep.{what}";
    }

    private IEnumerable<string> Words(Noun noun, Sentence sentence)
    {
        if (noun.Number is not null) yield return "Number";
        if (noun.IsOne) yield return "One";
        if (noun.Name is not null) yield return "Named";
        if (noun.First < noun.Head) yield return "Described";
        if (_analysis.GrammarAt(noun.Head, noun.End, "Adjectival").Entry is not null) yield return "Adjectival";
        if (_analysis.HasCue("Suspected", noun.First - SayReach, noun.Head + 1)) yield return "Suspected";
        if (_analysis.Over(noun.Head)?.Entries.Any(e => e.Sort == Sort.Cue && e.Key.StartsWith("SAYER", StringComparison.Ordinal)) == true) yield return "Sayer";
        int end = noun.PhraseEnd;
        for (int at = end; at < Math.Min(sentence.End, end + SayReach); at++)
        {
            if (!_analysis.Is(at, WordClass.Say)) continue;
            yield return "Says";
            break;
        }
    }

    // What the rest of the event says of the same people and things, and how the closest word of the event stands to them.
    private IEnumerable<string> Company(Noun noun, TellingSentence telling, string what)
    {
        string head = HeadOf(noun);
        if (!IsHit(noun) && _targetHeads.Contains(head)) yield return "Kin.Target";
        if (!_doers.Contains(noun) && _doerHeads.Contains(head)) yield return "Kin.Doer";
        if (IsHit(noun)) yield return $"Target.{what}";
        if (_culprits.ContainsKey(noun)) yield return noun.CanAct ? "Culprit" : "Culprit.Person";
        if (noun.CanAct && !noun.IsState && _isSole) yield return "Sole";
        if (_analysis.GrammarAt(noun.Head, noun.End, "Spot").Entry is not null) yield return "Spot";
        if (noun is { IsPerson: true, IsOne: false, Number: null, Name: null } && _analysis.GrammarAt(noun.Head, noun.End, "Anybody").Entry is not null) yield return "Anybody";
        if ((noun.IsName || noun.Name is not null) && IsListed(noun, telling.Sentence)) yield return "Victim";
        if (_draft.Lead.Sentence == telling.Sentence) yield return "Lead";
        if (IsQuoted(telling.Sentence)) yield return "Quoted";
        if (!_culprits.ContainsKey(noun) && FormOf(noun, telling.Sentence) is { } form) yield return $"{form}.{what}";
        int index = IndexOf(telling.Nouns, noun);
        if (index > 0 && noun is { IsThing: true, Target: TargetKind.Transport } && telling.Nouns[index - 1] is { CanAct: true, IsPerson: false } rider && IsOn(rider, noun)) yield return "Mount";
        if (index > 0 && IsHit(telling.Nouns[index - 1]) && Joint(telling.Nouns[index - 1], noun) == Comma) yield return "Comma.Target";
        if (index >= 0 && index + 1 < telling.Nouns.Count && IsHit(telling.Nouns[index + 1]) && Joint(noun, telling.Nouns[index + 1]) == And) yield return "Leads.And.Target";
    }

    // "The dead are X and Y", "the wounded were identified as Z", "the body of W".
    private bool IsListed(Noun noun, Sentence sentence)
    {
        int start = noun.PhraseFirst;
        for (int at = Math.Max(sentence.First, start - ListWords); at < start; at++)
        {
            if (_analysis.GrammarAt(at, sentence.End, "Victims") is { Entry: not null } victims && at + victims.Count <= start) return true;
        }

        return false;
    }

    private bool IsHit(Noun noun) => _targets.Contains(noun) || _fallen.Contains(noun);

    private bool IsQuoted(Sentence sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (_analysis.Document.GapBefore(at).ContainsAny('"', '«', '“')) return true;
        }

        return false;
    }

    // "Before.Passive", "Behind.Noun": on which side of the closest word of the event, and what form that has.
    private string? FormOf(Noun noun, Sentence sentence)
    {
        Mark? nearest = _triggers[sentence].MinBy(t => Distance(t, noun));
        if (nearest?.Of(Sort.Trigger)?.Event is not { } kind) return null;
        bool verb = kind.Form is TriggerForm.Verb or TriggerForm.Kill;
        string form = !verb ? kind.Form.ToString() : HasBe(nearest, sentence) ? "Passive" : "Active";
        return $"{(noun.IsBefore(nearest) ? "Before" : "Behind")}.{form}";
    }

    private bool HasBe(Mark trigger, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, trigger.First - BeReach); at < trigger.First; at++)
        {
            if (_analysis.Is(at, WordClass.Be)) return true;
        }

        return false;
    }

    private static int IndexOf(IReadOnlyList<Noun> nouns, Noun noun)
    {
        for (int i = 0; i < nouns.Count; i++)
        {
            if (ReferenceEquals(nouns[i], noun)) return i;
        }

        return -1;
    }

    // How two neighbours are joined: by "and", by a comma, or by neither.
    private string? Joint(Noun left, Noun right)
    {
        int end = left.PhraseEnd;
        int start = right.PhraseFirst;
        if (start < end || start > end + JointReach) return null;
        bool and = false;
        for (int at = end; at < start; at++)
        {
            and |= _analysis.Is(at, WordClass.And);
            if (!_analysis.Is(at, WordClass.And | WordClass.Det | WordClass.Near | WordClass.Singular)) return null;
        }

        return and ? And : _analysis.Document.GapBefore(end).Contains(',') ? Comma : null;
    }

    // "gunmen on two motorbikes", "des hommes armés à bord d'un pick-up": what doers come on.
    private bool IsOn(Noun rider, Noun mount)
    {
        int start = mount.PhraseFirst;
        if (start <= rider.End || start > rider.End + MountReach || _analysis.GrammarAt(rider.End, start, "Mounted") is not { Entry: not null } mounted) return false;
        for (int at = rider.End + mounted.Count; at < start; at++)
        {
            if (!_analysis.Is(at, WordClass.Det | WordClass.Near | WordClass.Singular | WordClass.Prep | WordClass.Of)) return false;
        }

        return true;
    }

    // The nearest word of the sentence before a noun that is no article or number.
    private int LeftOf(Noun noun, Sentence sentence)
    {
        int left = noun.PhraseFirst - 1;
        while (left >= sentence.First && _analysis.Is(left, WordClass.Det | WordClass.Near) && (!_analysis.Is(left, WordClass.Prep) || IsArticle(left, sentence))) left--;
        return left;
    }

    // "shot dead by soldiers".
    private bool IsAgent(Noun noun, Sentence sentence) => LeftOf(noun, sentence) is var left && left >= sentence.First && _analysis.Is(left, WordClass.By);

    // "par des soldats", "Des femmes": there "des" governs nobody.
    private bool IsArticle(int word, Sentence sentence) => _analysis.Is(word, WordClass.Of) && (word == sentence.First || (_analysis.Is(word - 1, WordClass.Prep) && !_analysis.Is(word - 1, WordClass.Det)));

    private bool HasClauseBetween(Noun noun, Mark trigger)
    {
        (int from, int to) = noun.End <= trigger.First ? (noun.End, trigger.First) : (trigger.End, noun.First);
        for (int at = from; at < to; at++)
        {
            if (_analysis.Is(at, WordClass.Clause) && !_analysis.Is(at, WordClass.And)) return true;
        }

        return false;
    }

    private static int Distance(Mark trigger, Noun noun) => noun.End <= trigger.First ? trigger.First - noun.End : Math.Max(0, noun.First - trigger.End);
}
