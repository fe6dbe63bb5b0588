using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>Who did it: doers by their clause, groups that claim or are blamed, else the armed that the event's sentences name.</summary>
internal sealed class ActorBuilder(Analysis analysis, RoleScale scale)
{
    private const int SuspicionReach = 3;
    private const int BesideReach = 2;

    private readonly GroupPhrase _phrases = new(analysis);
    private readonly Claims _claims = new(analysis);

    /// <param name="draft">The event.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="signs">What speaks for its nouns.</param>
    /// <param name="onlyGroup">The only rebel group that the text names; null when it names several or none.</param>
    public List<ReadActor> Build(EventDraft draft, IReadOnlyList<TellingSentence> sentences, RoleSigns signs, Noun? onlyGroup)
    {
        var found = new ActorList(analysis);
        IReadOnlyList<ReadActor> actors = found.Actors;
        var doers = draft.Doers.ToHashSet();
        IEnumerable<TellingSentence> antecedents = draft.Mentions.Select(m => m.Antecedent).OfType<TellingSentence>().DistinctBy(a => a.Nouns[0]).Where(a => !sentences.Any(s => s.Sentence == a.Sentence));
        IEnumerable<(Noun Noun, TellingSentence Telling, double Weight)> likely = sentences.Concat(antecedents)
            .SelectMany(t => t.Nouns.Where(n => n.CanAct || doers.Contains(n) || signs.CulpritAs(n) is not null).Select(n => (n, t, scale.WeighDoer(signs.Of(n, t)))))
            .Where(c => c.Item3 >= RoleScale.LeastDoer && !signs.IsOnlyHit(c.n))
            .OrderBy(c => IsStranger(c.n, draft, signs)).ThenByDescending(c => c.Item3);
        foreach ((Noun noun, TellingSentence telling, _) in likely)
        {
            if (IsStranger(noun, draft, signs) && actors.Any(a => a.Attribution == Attribution.Stated)) continue;
            Noun? group = noun.Actor is null && !noun.IsState ? telling.Nouns.FirstOrDefault(n => n.Actor is not null && n.CanAct && (IsBeside(noun, n) || _phrases.Holds(n, noun, telling.Sentence))) : null;
            if (group is null && Owner(noun, telling) is { } owner) found.Add(owner, AttributionOf(owner, telling.Sentence, signs), _phrases.Whole(owner, telling.Sentence));
            else if (group is not null) found.Add(group, AttributionOf(noun, telling.Sentence, signs), (Math.Min(noun.First, group.First), Math.Max(noun.End, group.End)));
            else if (!IsAgain(noun, actors)) found.Add(noun, AttributionOf(noun, telling.Sentence, signs), _phrases.Whole(noun, telling.Sentence), noun.First);
        }

        foreach (TellingSentence telling in sentences) Claims(found, telling);
        if (actors.Count == 0 && draft.Mentions.Select(m => m.Scene).FirstOrDefault(s => s is not null) is { } scene) found.Add(scene.Nouns[0], Attribution.Assumed);

        // "The guerrillas" of a text that names one group are that group; of "armed rebels" it is only assumed.
        var targets = draft.Mentions.SelectMany(m => m.Targets).ToHashSet();
        bool unnamed = actors.Count > 0 && actors.All(a => a.Type == ActorType.RebelGroups && a.Name == a.Written && a.Name != onlyGroup?.Actor?.Name);
        if (unnamed && onlyGroup is not null && !targets.Contains(onlyGroup)) found.Add(onlyGroup, signs.IsDoerKnown ? actors[0].Attribution : Attribution.Assumed);

        // Where nobody is said to have done it, the reader assumes the same, and says so.
        bool assumes = actors.Count == 0 && onlyGroup is not null && draft.Group is EventGroup.Violence or EventGroup.Abduction or EventGroup.Property;
        if (assumes && !targets.Any(t => t.Actor == onlyGroup!.Actor) && !sentences.Any(t => _claims.AreMissing(t.Sentence))) found.Add(onlyGroup!, Attribution.Assumed);
        return [.. actors.OrderBy(a => a.Attribution == Attribution.Assumed)];
    }

    // "A man blew himself up", "men shot at a car": nothing more is said of them than that they did it, which others of the text tell better.
    private static bool IsStranger(Noun noun, EventDraft draft, RoleSigns signs) => noun is { IsPerson: true, CanAct: false } && draft.Group != EventGroup.Unrest && signs.CulpritAs(noun) is null;

    // "Al-Shabaab said that its fighters had attacked": they are the group that speaks.
    private Noun? Owner(Noun noun, TellingSentence telling) => noun.Actor is null && noun.First > telling.Sentence.First && analysis.GrammarAt(noun.First - 1, noun.First, "Its").Entry is not null
        ? telling.Nouns.LastOrDefault(n => n.Actor is not null && n.CanAct && n.End < noun.First) : null;

    // "FMLN guerrillas", "fighters from JNIM", "members of the ELN": group and role are one doer.
    private bool IsBeside(Noun role, Noun group)
    {
        (int from, int to) = role.End <= group.First ? (role.End, group.First) : (group.End, role.First);
        if (to < from || to - from > BesideReach) return false;
        for (int at = from; at < to; at++)
        {
            if (!analysis.Is(at, WordClass.Of | WordClass.Origin | WordClass.Det)) return false;
        }

        return from == to ? analysis.Document.JoinsNext(from - 1) : role.End <= group.First && !analysis.Document.GapAfter(from - 1).Contains(',');
    }

    // "the raiders", "the attackers", "the gunmen": the unnamed of one event are the same people, whatever the text calls them next.
    private static bool IsAgain(Noun noun, IReadOnlyList<ReadActor> actors) =>
        noun.Actor is null && !noun.IsState && !noun.IsPerson && actors.Any(a => a.Type == noun.ActorType && a.Name == a.Written);

    private void Claims(ActorList found, TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        Mark? claim = _claims.In(sentence);
        Mark? blame = analysis.Cue("Blamed", sentence.First, sentence.End);
        Mark? denial = analysis.Cue("Denied", sentence.First, sentence.End);
        if (claim is not null)
        {
            Noun? claimant = telling.Nouns.LastOrDefault(n => n.Actor is not null && n.CanAct && n.First <= claim.First) ?? telling.Nouns.FirstOrDefault(n => n.Actor is not null && n.CanAct)
                ?? telling.Nouns.LastOrDefault(n => n.CanAct && !n.IsState && n.First <= claim.First);
            if (claimant is not null) found.Add(claimant, Attribution.Claimed);
        }

        if (blame is not null)
        {
            Noun? accused = telling.Nouns.FirstOrDefault(n => n.CanAct && n.First >= blame.First) ?? telling.Nouns.LastOrDefault(n => n.CanAct && !n.IsState && n.End <= blame.First);
            if (accused is not null) found.Add(accused, denial is null ? Attribution.Accused : Attribution.Denied);
        }
    }

    private Attribution AttributionOf(Noun noun, Sentence whole, RoleSigns signs)
    {
        if (analysis.HasCue("Suspected", noun.First - SuspicionReach, noun.Head + 1)) return Attribution.Suspected;
        if (noun.Actor is not null && _claims.In(whole) is not null) return Attribution.Claimed;
        if (analysis.HasCue("Blamed", whole.First, whole.End)) return Attribution.Accused;
        if (analysis.HasCue("Suspected", whole.First, whole.End)) return Attribution.Suspected;
        return signs.CulpritAs(noun) ?? (signs.IsToldApart(noun, whole) ? Attribution.Assumed : Attribution.Stated);
    }
}
