using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Reading.Reports;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Finds what a sentence tells: one mention for each group of events, its strongest word deciding the type.</summary>
internal sealed class EventFinder(Analysis analysis, CountryTally countries, DateOnly reference)
{
    // How many words before an event its article may stand.
    private const int DefiniteReach = 3;

    // Words between "over", "suspected of" and the deed of which somebody is accused.
    private const int WhyReach = 5;

    // A deed farther back than this is why somebody is held, whatever day stands beside it.
    private const int FreshDays = 7;

    // Words between an explosion and who heard it.
    private const int HeardReach = 4;

    private readonly RoleFinder _roles = new(analysis);
    private readonly TollFinder _tolls = new(analysis);
    private readonly TriggerSense _sense = new(analysis, countries);
    private readonly Circumstances _circumstances = new(analysis, countries, reference);
    private readonly Aftermath _aftermath = new(analysis);
    private readonly Scenes _scenes = new(analysis);

    public List<EventMention> Find(Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        if (_aftermath.In(sentence, places) is { } earlier) return FindEarlier(sentence, earlier.At, earlier.Days, nouns, times, places);
        return _scenes.In(sentence, nouns, places) is { } other ? FindBoth(sentence, other, nouns, times, places) : FindIn(sentence, sentence, nouns, times, places);
    }

    // What happened in one town, and some days before in another.
    private List<EventMention> FindEarlier(Sentence sentence, int at, int days, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        (List<EventMention> later, List<EventMention> before) = FindEach(sentence, at, nouns, times, places);
        foreach (EventMention mention in before)
        {
            if (mention.Time is not { From: not null } own || own.First <= at) mention.Time = Aftermath.Before(later.Find(m => m.Time is not null)?.Time, at, days) ?? mention.Time;
            mention.IsSeparate = true;
        }

        return [.. later, .. before];
    }

    private (List<EventMention> One, List<EventMention> Other) FindEach(Sentence sentence, int at, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places) =>
        (FindIn(sentence, sentence with { End = at }, [.. nouns.Where(n => n.End <= at)], [.. times.Where(t => t.End <= at)], [.. places.Where(p => p.End <= at)]),
        FindIn(sentence, sentence with { First = at }, [.. nouns.Where(n => n.First >= at)], [.. times.Where(t => t.First >= at)], [.. places.Where(p => p.First >= at)]));

    // What happened in two towns, on the one day that the sentence names, or each on its own.
    private List<EventMention> FindBoth(Sentence sentence, int at, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        (List<EventMention> one, List<EventMention> other) = FindEach(sentence, at, nouns, times, places);
        TimeMention? day = one.Concat(other).Select(m => m.Time).FirstOrDefault(t => t is { From: not null });
        foreach (EventMention mention in one.Concat(other)) mention.Time ??= day;
        foreach (EventMention mention in other) mention.IsSeparate |= one.Count > 0;
        return [.. one, .. other];
    }

    // What a part of a sentence tells: the whole of it, or the later and the earlier event one by one.
    private List<EventMention> FindIn(Sentence whole, Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        var mentions = new List<EventMention>();
        EventKind? means = null;
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (_sense.Of(mark, sentence, nouns, places) is not { } kind) continue;
            if (kind.Detail == Means)
            {
                means ??= kind;
                continue;
            }

            EventMention? same = mentions.Find(m => Joins(m, kind));
            if (same is null) mentions.Add(same = new EventMention(whole, mark, kind));
            else same.Triggers.Add(mark);
            if (Outranks(mark, kind, same, sentence)) (same.Kind, same.Trigger) = (kind, mark);
            _roles.Tie(same, mark, kind, nouns);
        }

        if (means is not null && mentions.Find(m => m.Kind is { Sub: SubEventType.Attack } or { Sub: SubEventType.LootingPropertyDestruction, Detail: not Arson }) is { } deed && EventGroups.MayBeOf(means, deed.Doers.Select(d => d.Noun))) deed.Kind = means with { Form = deed.Kind.Form, Detail = "" };
        if (mentions.Count > 1) mentions.RemoveAll(IsStopped);
        List<Toll> tolls = _tolls.Find(sentence, nouns);
        mentions.RemoveAll(m => TellsOfNobody(m, tolls));
        if (mentions.Count == 0 && tolls.Count > 0 && Harmed(whole, tolls) is { } harmed) mentions.Add(harmed);
        foreach (EventMention mention in mentions)
        {
            if (mention.Group is EventGroup.Violence or EventGroup.Unrest || mentions.Count == 1) mention.Tolls.AddRange(tolls);
            _circumstances.Settle(mention, times, places);
            mention.IsPlural = IsPlural(mention);
            mention.PointsBack = PointsBack(mention);
            mention.IsBombing = IsBombing(mention);
            mention.IsHeard = IsHeard(mention.Trigger, mention.Kind, sentence);
            mention.IsTicked = TickBoxes.Before(analysis, mention.Trigger.First, sentence) == true;
            mention.IsOfAnyDead = analysis.GrammarAt(mention.Trigger.First, mention.Trigger.First + 1, "AnyDead").Entry is not null;
        }

        Search(mentions);
        Accuse(mentions);
        Fold(mentions);
        foreach (EventMention mention in mentions.Where(m => m.Targets.Count == 0)) Nearby(mention, nouns);
        mentions.AddRange([.. mentions.SelectMany(m => TownList.Others(analysis, countries, m, places, nouns, times))]);
        return mentions;
    }

    /// <summary>What a sentence tells that has no word for it and names a day and the armed who do something: "on Monday gunmen led off three drivers".</summary>
    public EventMention? OfArmed(TellingSentence telling, IReadOnlyList<PlaceMention> places)
    {
        Sentence sentence = telling.Sentence;
        if (!telling.Times.Any(t => t is { From: not null, IsOfOther: false }) || telling.Nouns.FirstOrDefault(n => IsOutlaw(n, telling)) is not { } armed) return null;
        var mention = new EventMention(sentence, new Mark([], armed.First, armed.End), new EventKind(SubEventType.Attack, null, TriggerForm.Verb, "", int.MaxValue));
        mention.Doers.Add(new Doer(armed, Attribution.Stated));
        mention.Targets.AddRange(telling.Nouns.Where(n => n.IsPerson && n.First >= armed.End).Take(1));
        _circumstances.Settle(mention, telling.Times, [.. places.Where(p => p.First >= sentence.First && p.First < sentence.End)]);
        return mention;
    }

    /// <summary>Gives what a message reports the time and the place that it names closest by.</summary>
    public void Settle(EventMention mention, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places) => _circumstances.Settle(mention, times, places);

    /// <summary>The tolls of a sentence that tells no event: they belong to the one before.</summary>
    public List<Toll> Tolls(Sentence sentence, IReadOnlyList<Noun> nouns) => _tolls.Find(sentence, nouns);

    // "At least 5 people died": a toll without a word for what happened is violence that the text tells elsewhere. The sick are treated and buried, too.
    private static EventMention? Harmed(Sentence sentence, List<Toll> tolls) => tolls.Exists(t => t is { IsAfter: false, Count.Estimate: > 0 })
        ? new EventMention(sentence, new Mark([], tolls[0].First, tolls[0].End), new EventKind(SubEventType.Attack, null, TriggerForm.Event, HarmOnly, int.MaxValue))
        : null;

    // "Nobody was hit", "no one injured": it only counts what came of an event that the text tells elsewhere.
    private static bool TellsOfNobody(EventMention mention, List<Toll> tolls) =>
        mention.Group == EventGroup.Violence && mention.Triggers.TrueForAll(t => tolls.Exists(z => z.Count.Estimate == 0 && z.First <= t.First && t.End <= z.End));

    /// <summary>Detail of a mention that only tells damage.</summary>
    public const string Damage = "damage";

    /// <summary>Detail of a word that only says with what it was done.</summary>
    public const string Means = "means";

    /// <summary>Detail of a mention that tells a fire.</summary>
    public const string Arson = "arson";

    /// <summary>Detail of a mention that only tells harm.</summary>
    public const string HarmOnly = "harm";

    // "armed men", "by bandits", but not "fear of bandits" nor "he spoke of armed men": they open the sentence, or stand behind "by". French "des" is an article at its beginning.
    private bool IsOutlaw(Noun noun, TellingSentence telling)
    {
        int first = telling.Sentence.First;
        int before = noun.First - 1;
        while (before >= first && analysis.Is(before, WordClass.Det | WordClass.Near) && (before == first || !analysis.Is(before, WordClass.Prep))) before--;
        bool isAgent = before >= first && analysis.Is(before, WordClass.By);
        bool opens = telling.Nouns.FirstOrDefault(n => n.IsPerson || n.CanAct) == noun && !(before >= first && analysis.Is(before, WordClass.Prep));
        return noun is { CanAct: true, IsState: false } && (isAgent || opens) && analysis.HasGrammar(noun.First, noun.End, "Outlaw");
    }

    private static bool Joins(EventMention mention, EventKind kind)
    {
        EventGroup group = EventGroups.Of(kind);
        return group == mention.Group;
    }

    // "des camions arrêtés par des individus armés", who set fire to them: whom no state stops is not arrested.
    private static bool IsStopped(EventMention mention) => mention.Kind.Sub == SubEventType.Arrests && mention.Doers.Count > 0 && mention.Doers.TrueForAll(d => d.Noun.CanAct && !d.Noun.IsState);

    // "bombings", but not "three bombings".
    private bool IsPlural(EventMention mention)
    {
        int before = mention.Trigger.First - 1;
        bool counted = before >= mention.Sentence.First
            && (char.IsAsciiDigit(analysis.Words[before].Text[0]) || analysis.GrammarAt(before, before + 1, "Number", "Tens").Entry is not null);
        return mention.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && analysis.Words[mention.Trigger.End - 1].Text.EndsWith('s') && !counted;
    }

    // "The bombing of the capital", "is bombed", but not "three bombings".
    private bool IsBombing(EventMention mention) =>
        analysis.GrammarAt(mention.Trigger.First, mention.Trigger.End, "Bombing").Entry is not null && (mention.IsPlural || !analysis.Words[mention.Trigger.First].Text.EndsWith('s'));

    // "Gunmen attacked the school and explosions were heard": what was done says more of it than what was heard; "a missile struck the hotel; the blast killed three" is no bomb.
    private bool Outranks(Mark mark, EventKind kind, EventMention told, Sentence sentence) => !IsOfTold(mark, kind, told) && ((EventGroups.IsAssault(kind) && IsHeard(told.Trigger, told.Kind, sentence)) || (kind.Order < told.Kind.Order && !(EventGroups.IsAssault(told.Kind) && IsHeard(mark, kind, sentence))));

    private bool IsOfTold(Mark mark, EventKind kind, EventMention told) =>
        EventGroups.IsExplosion(kind) && kind.Form == TriggerForm.Noun && EventGroups.IsBlast(told.Kind) && !EventGroups.IsExplosion(told.Kind) && analysis.Is(mark.First - 1, WordClass.Definite);

    // "An explosion was heard", "residents heard explosions".
    private bool IsHeard(Mark mark, EventKind kind, Sentence sentence) => EventGroups.IsExplosion(kind) && kind.Form is TriggerForm.Noun or TriggerForm.Event
        && (analysis.HasGrammar(mark.First, Math.Min(sentence.End, mark.End + HeardReach), "Heard") || analysis.HasGrammar(Math.Max(sentence.First, mark.First - HeardReach), mark.First, "Heard"));

    // "Police raided a house and arrested three men": the forces' search is the arrest's, unless somebody came to harm in it.
    private void Search(List<EventMention> mentions)
    {
        EventMention? arrest = mentions.Find(m => m.Group == EventGroup.Arrest);
        EventMention? raid = mentions.Find(m => m.Kind.Sub == SubEventType.Attack);
        if (arrest is null || raid is null || raid.Tolls.Exists(t => t.Count.Estimate > 0)) return;
        if (!raid.Triggers.TrueForAll(t => analysis.GrammarAt(t.First, t.End, "Search").Entry is not null)) return;
        if (raid.Doers.Exists(d => d.Noun.CanAct && !d.Noun.IsState) || !(raid.Doers.Exists(d => d.Noun.IsState) || arrest.Doers.Exists(d => d.Noun.IsState))) return;
        foreach (Doer doer in raid.Doers.Where(d => !arrest.Doers.Exists(a => a.Noun == d.Noun))) arrest.Doers.Add(doer);
        mentions.Remove(raid);
    }

    // "Arrested four persons connected with the abduction of a priest": why they are held is no news of its own, unless it has a day of its own.
    private void Accuse(List<EventMention> mentions)
    {
        if (mentions.Find(m => m.Group == EventGroup.Arrest) is not { } arrest) return;
        mentions.RemoveAll(m => m.Group is EventGroup.Violence or EventGroup.Abduction && m.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && m.Trigger.First >= arrest.Trigger.End
            && (m.Time is not { From: not null } day || m.Time == arrest.Time || day.To < reference.AddDays(-FreshDays)) && analysis.HasGrammar(Math.Max(arrest.Trigger.End, m.Trigger.First - WhyReach), m.Trigger.First, "Why"));
    }

    // "the explosion", "this latest attack", but not "the attack on a bus" or "the murder of a judge".
    private bool PointsBack(EventMention mention)
    {
        if (mention.Kind.Form is not (TriggerForm.Noun or TriggerForm.KillNoun) || mention.Targets.Count > 0) return false;
        for (int word = mention.Trigger.First - 1; word >= Math.Max(mention.Sentence.First, mention.Trigger.First - DefiniteReach); word--)
        {
            if (analysis.Is(word, WordClass.Definite)) return true;
            if (analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Be)) return false;
        }

        return false;
    }

    // A bomb or shell is told with what stood there: "exploded in front of the embassy". The thing behind it, else before it, is the target.
    private static void Nearby(EventMention mention, IReadOnlyList<Noun> nouns)
    {
        if (!EventGroups.IsBlast(mention.Kind) && mention.Kind.Detail != Damage) return;
        Noun? thing = nouns.FirstOrDefault(n => n.IsThing && n.First >= mention.Trigger.End) ?? nouns.LastOrDefault(n => n.IsThing && n.End <= mention.Trigger.First);
        if (thing is not null) mention.Targets.Add(thing);
    }

    // Fire and looting told with the violence are part of it; who falls when forces fire on a crowd is one of the crowd; who is shot in an abduction fell in it.
    private static void Fold(List<EventMention> mentions)
    {
        EventMention? crowd = mentions.Find(m => m.Kind.Sub == SubEventType.ExcessiveForceAgainstProtesters);
        EventMention? fallen = mentions.Find(m => m.Group == EventGroup.Violence && m.Doers.TrueForAll(d => d.Noun.IsState));
        Absorb(mentions, crowd, fallen);

        // "Four soldiers were injured in a road accident", "was killed in one": nobody did it; but "was murdered after a road accident".
        Absorb(mentions, mentions.Find(m => m.Group == EventGroup.Hazard), mentions.Find(m => m.Group == EventGroup.Violence && IsOnlyHarm(m)));

        EventMention? abduction = mentions.Find(m => m.Group == EventGroup.Abduction);
        EventMention? attack = mentions.Find(m => m.Kind.Sub == SubEventType.Attack && m.Group == EventGroup.Violence);
        if (abduction is not null && attack is not null && AreOfSame(abduction, attack)) Absorb(mentions, abduction, attack);

        EventMention? violence = mentions.Find(m => m.Group is EventGroup.Violence or EventGroup.Unrest && m.Kind.Detail != HarmOnly);
        Absorb(mentions, violence, mentions.Find(m => m.Group == EventGroup.Property));
    }

    // What befell somebody, and nobody who did it: "was injured", "was killed".
    private static bool IsOnlyHarm(EventMention mention) => !mention.Doers.Exists(d => d.Noun.CanAct)
        && (mention is { IsOfAnyDead: true, Triggers.Count: 1 } || mention.Triggers.TrueForAll(t => t.Of(Sort.Harm) is not null && t.Of(Sort.Trigger)?.Event is { Form: TriggerForm.Verb }));

    // Whether both may be the deed of the same doers.
    private static bool AreOfSame(EventMention one, EventMention other) =>
        one.Doers.Count == 0 || other.Doers.Count == 0 || one.Doers.Exists(d => other.Doers.Exists(o => o.Noun == d.Noun));

    private static void Absorb(List<EventMention> mentions, EventMention? into, EventMention? from)
    {
        if (into is null || from is null) return;
        into.Triggers.AddRange(from.Triggers);
        into.Tolls.AddRange(from.Tolls.Except(into.Tolls));
        foreach (Noun target in from.Targets.Where(t => !into.Targets.Contains(t))) into.Targets.Add(target);
        foreach (Doer doer in from.Doers.Where(d => !into.Doers.Exists(v => v.Noun == d.Noun))) into.Doers.Add(doer);
        mentions.Remove(from);
    }
}
