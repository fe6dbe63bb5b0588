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
internal sealed class EventFinder(Analysis analysis, CountryTally countries)
{
    // How many words before a country a verb of saying may stand that it goes with.
    private const int SayReach = 3;

    // How many words before an event its article may stand.
    private const int DefiniteReach = 3;

    private const int OtherClauseCost = 4;

    // "The deadliest attack since 2019 killed sixty on Sunday."
    private const int SinceCost = 8;

    // How many words before a weapon the verb may stand that says that somebody only has it with him.
    private const int CarryReach = 5;
    private const int FoeReach = 3;

    private readonly RoleFinder _roles = new(analysis);
    private readonly TollFinder _tolls = new(analysis);
    private readonly Provisos _provisos = new(analysis, new RoleFinder(analysis));
    private readonly Aftermath _aftermath = new(analysis);

    public List<EventMention> Find(Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        if (_aftermath.In(sentence, places) is not { } earlier) return FindIn(sentence, sentence, nouns, times, places);
        int at = earlier.At;
        List<EventMention> later = FindIn(sentence, sentence with { End = at }, [.. nouns.Where(n => n.End <= at)], [.. times.Where(t => t.End <= at)], [.. places.Where(p => p.End <= at)]);
        List<EventMention> before = FindIn(sentence, sentence with { First = at }, [.. nouns.Where(n => n.First >= at)], [.. times.Where(t => t.First >= at)], [.. places.Where(p => p.First >= at)]);
        foreach (EventMention mention in before)
        {
            mention.Time ??= Aftermath.Before(later.Find(m => m.Time is not null)?.Time, at, earlier.Days);
            mention.IsSeparate = true;
        }

        return [.. later, .. before];
    }

    // What a part of a sentence tells: the whole of it, or the later and the earlier event one by one.
    private List<EventMention> FindIn(Sentence whole, Sentence sentence, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        var mentions = new List<EventMention>();
        EventKind? means = null;
        foreach (Mark mark in analysis.Marks(sentence.First, sentence.End))
        {
            if (mark.Of(Sort.Trigger) is null || IsName(mark, nouns) || KindOf(sentence, mark, nouns, places) is not { } kind || IsAdjective(mark, kind, nouns) || IsCarried(mark, kind) || IsFigure(mark, kind)) continue;
            if (kind.Detail == Means)
            {
                means ??= kind;
                continue;
            }

            EventMention? same = mentions.Find(m => Joins(m, kind));
            if (same is null) mentions.Add(same = new EventMention(whole, mark, kind));
            else same.Triggers.Add(mark);
            if (kind.Order < same.Kind.Order) (same.Kind, same.Trigger) = (kind, mark);
            _roles.Tie(same, mark, kind, nouns);
        }

        if (means is not null && mentions.Find(m => m.Kind is { Sub: SubEventType.Attack } or { Sub: SubEventType.LootingPropertyDestruction, Detail: not Arson }) is { } deed) deed.Kind = means with { Form = deed.Kind.Form, Detail = "" };
        if (mentions.Count > 1) mentions.RemoveAll(IsStopped);
        List<Toll> tolls = _tolls.Find(sentence, nouns);
        if (mentions.Count == 0 && tolls.Count > 0 && Harmed(whole, tolls) is { } harmed) mentions.Add(harmed);
        foreach (EventMention mention in mentions)
        {
            if (mention.Group is EventGroup.Violence or EventGroup.Unrest || mentions.Count == 1) mention.Tolls.AddRange(tolls);
            Place(mention, times, places);
            mention.IsPlural = IsPlural(mention);
            mention.PointsBack = PointsBack(mention);
            mention.IsBombing = IsBombing(mention);
            mention.IsOfAnyDead = analysis.GrammarAt(mention.Trigger.First, mention.Trigger.First + 1, "AnyDead").Entry is not null;
        }

        Search(mentions);
        Fold(mentions);
        foreach (EventMention mention in mentions.Where(m => m.Targets.Count == 0)) Nearby(mention, nouns);
        mentions.AddRange([.. mentions.SelectMany(m => TownList.Others(analysis, m, places, nouns, times))]);
        return mentions;
    }

    /// <summary>What a sentence tells that has no word for it and names a day and the armed who do something: "on Monday gunmen led off three drivers".</summary>
    public EventMention? OfArmed(TellingSentence telling, IReadOnlyList<PlaceMention> places)
    {
        Sentence sentence = telling.Sentence;
        if (!telling.Times.Any(t => t is { From: not null, IsOfStatement: false }) || telling.Nouns.FirstOrDefault(n => IsOutlaw(n, telling)) is not { } armed) return null;
        var mention = new EventMention(sentence, new Mark([], armed.First, armed.End), new EventKind(SubEventType.Attack, null, TriggerForm.Verb, "", int.MaxValue));
        mention.Doers.Add(new Doer(armed, Attribution.Stated));
        mention.Targets.AddRange(telling.Nouns.Where(n => n.IsPerson && n.First >= armed.End).Take(1));
        Place(mention, telling.Times, places);
        return mention;
    }

    /// <summary>The tolls of a sentence that tells no event: they belong to the one before.</summary>
    public List<Toll> Tolls(Sentence sentence, IReadOnlyList<Noun> nouns) => _tolls.Find(sentence, nouns);

    // "At least 5 people died": a toll without a word for what happened is violence that the text tells elsewhere. The sick are treated and buried, too.
    private static EventMention? Harmed(Sentence sentence, List<Toll> tolls) => tolls.Exists(t => t is { IsAfter: false, Count.Estimate: > 0 })
        ? new EventMention(sentence, new Mark([], tolls[0].First, tolls[0].End), new EventKind(SubEventType.Attack, null, TriggerForm.Event, HarmOnly, int.MaxValue))
        : null;

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
        if (!noun.CanAct || noun.IsState || !(isAgent || opens)) return false;
        for (int word = noun.First; word < noun.End; word++)
        {
            if (analysis.GrammarAt(word, noun.End, "Outlaw").Entry is not null) return true;
        }

        return false;
    }

    private static bool Joins(EventMention mention, EventKind kind)
    {
        EventGroup group = EventGroups.Of(kind);
        return group == mention.Group;
    }

    // One word may stand in several lines ("took" a teacher, a car, a town): it tells what the first of them says whose proviso holds.
    private EventKind? KindOf(Sentence sentence, Mark mark, IReadOnlyList<Noun> nouns, IReadOnlyList<PlaceMention> places)
    {
        foreach (Entry entry in mark.Entries)
        {
            if (entry is { Sort: Sort.Trigger, Event: { } kind } && _provisos.Hold(sentence, mark, kind, nouns, places)) return kind;
        }

        return null;
    }

    // "fourteen kidnapped villagers": a participle before its noun tells what they were, not what happened.
    private bool IsAdjective(Mark mark, EventKind kind, IReadOnlyList<Noun> nouns) =>
        kind.Form is TriggerForm.Verb or TriggerForm.Kill && mark.First > 0 && mark.End - mark.First == 1
        && (analysis.Is(mark.First - 1, WordClass.Det | WordClass.Near) || analysis.GrammarAt(mark.First - 1, mark.First, "Number", "Tens").Entry is not null || char.IsAsciiDigit(analysis.Words[mark.First - 1].Text[0]))
        && nouns.Any(n => n.IsPerson && n.First == mark.End);

    // "They carried iron rods and petrol bombs": what somebody only has with him has not gone off.
    private bool IsCarried(Mark mark, EventKind kind)
    {
        if (kind.Form != TriggerForm.Noun || !EventGroups.IsExplosion(kind)) return false;
        for (int word = mark.First - 1; word >= Math.Max(0, mark.First - CarryReach) && analysis.Document.JoinsNext(word); word--)
        {
            if (analysis.GrammarAt(word, mark.First, "Carries").Entry is not null) return true;
            if (analysis.Is(word, WordClass.Clause) && !analysis.Is(word, WordClass.And)) return false;
        }

        return false;
    }

    // "The price of millet exploded", "fighting cholera".
    private bool IsFigure(Mark mark, EventKind kind)
    {
        if (kind.Sub == SubEventType.ArmedClash && IsBefore(mark.End, "NoFoe")) return true;
        if (kind.Form != TriggerForm.Event || !EventGroups.IsExplosion(kind)) return false;
        for (int word = mark.First - 1; word >= Math.Max(0, mark.First - CarryReach) && analysis.Document.JoinsNext(word); word--)
        {
            if (analysis.GrammarAt(word, mark.First, "Figure").Entry is not null) return true;
            if (analysis.Is(word, WordClass.Clause)) return false;
        }

        return false;
    }

    private bool IsBefore(int first, string key)
    {
        for (int word = first; word < Math.Min(analysis.Words.Count, first + FoeReach) && analysis.Document.JoinsNext(word - 1); word++)
        {
            if (analysis.GrammarAt(word, analysis.Words.Count, key).Entry is not null) return true;
            if (!analysis.Is(word, WordClass.Det | WordClass.Against)) return false;
        }

        return false;
    }

    // "des camions arrêtés par des individus armés", who set fire to them: whom no state stops is not arrested.
    private static bool IsStopped(EventMention mention) => mention.Kind.Sub == SubEventType.Arrests && mention.Doers.Count > 0 && mention.Doers.TrueForAll(d => d.Noun.CanAct && !d.Noun.IsState);

    // "the Attack Squad", "Mine Action": a word of a longer name tells nothing, nor does "bomb" in "bomb squad".
    private bool IsName(Mark mark, IReadOnlyList<Noun> nouns) => nouns.Any(n => n.First < mark.First && n.End > mark.First) || countries.IsCountry(mark.First)
        || (mark.End < analysis.Words.Count && analysis.Document.JoinsNext(mark.End - 1) && analysis.GrammarAt(mark.End, analysis.Words.Count, "OfWeapons").Entry is not null);

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

    private void Place(EventMention mention, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        int at = mention.Trigger.First;
        mention.Time = times.Where(t => !t.IsOfStatement && t.From is not null).MinBy(t => Distance(t.First, t.End, at) + (t.Precision > TimePrecision.Day ? 4 : 0) + (t.IsSince ? SinceCost : 0) + (IsOfOtherClause(t, mention.Trigger) ? OtherClauseCost : 0));
        TimeMention? part = times.Where(t => t.From is null).MinBy(t => Distance(t.First, t.End, at));
        if (mention.Time is { } time && part is not null)
            mention.Time = time with { Part = time.Part ?? part.Part, Clock = part.Clock, ClockToTheMinute = part.ClockToTheMinute };
        mention.Time ??= part;

        // "A doctor in Gao" that was kidnapped is no source.
        mention.Place = places.Select(p => p.IsOfSource && mention.Targets.Exists(t => t.End <= p.First && p.First <= t.End + 1) ? p with { IsOfSource = false } : p).MinBy(p => Cost(p, at));
        if (mention.Place is { IsWay: true, IsLocative: false } or { IsOfSource: true }) mention.Place = null;
        NameCountry(mention);
    }

    // "was closed on Tuesday after gunmen had killed a trader the evening before".
    private bool IsOfOtherClause(TimeMention time, Mark trigger)
    {
        (int from, int to) = time.First < trigger.First ? (time.End, trigger.First) : (trigger.End, time.First);
        for (int word = from; word < to; word++)
        {
            if (analysis.Is(word, WordClass.Clause) && !analysis.Is(word, WordClass.And)) return true;
        }

        return false;
    }

    // "in Guatemala" places an event; "the Salvadoran leader" only says whose he is.
    private void NameCountry(EventMention mention)
    {
        int nearest = -1;
        int at = mention.Trigger.First;
        for (int word = mention.Sentence.First; word < mention.Sentence.End; word++)
        {
            if (countries.At(word) is not { } country) continue;
            mention.Country ??= country;
            bool placed = word > mention.Sentence.First && analysis.Is(word - 1, WordClass.Locative) && !CountryTally.IsOutsider(country) && !IsOfSpeaker(word, mention.Trigger) && !IsElsewhere(word);
            if (placed && (nearest < 0 || Distance(word, word + 1, at) < Distance(nearest, nearest + 1, at))) nearest = word;
        }

        if (nearest < 0) return;
        (mention.Country, mention.IsCountryPlaced) = (countries.At(nearest), true);

        // "was kidnapped in Colombia, sources in Caracas said": of two countries the one closer by.
        if (mention.Place is { CountryCode: { } other } place && other != mention.Country && Distance(nearest, nearest + 1, at) < Distance(place.First, place.End, at)) mention.Place = null;
    }

    // "took refuge in Panama", "the talks in Oslo": where somebody fled or met.
    private bool IsElsewhere(int word) => word >= 2 && analysis.GrammarAt(word - 2, word, "Carried").Entry is not null;

    // "said in Mexico that …": where somebody spoke.
    private bool IsOfSpeaker(int word, Mark trigger)
    {
        (int from, int to) = word < trigger.First ? (Math.Max(0, word - SayReach), trigger.First) : (trigger.End, word);
        for (int at = from; at < to; at++)
        {
            if (analysis.Is(at, WordClass.Say)) return true;
        }

        return false;
    }

    // A spot before a town before an area; what a preposition places before what it does not; near before far.
    private static double Cost(PlaceMention place, int at) =>
        (place.IsUnknown ? 4 : place.Precision switch { PlacePrecision.Point => 0, PlacePrecision.City => 3, _ => 8 })
        + (place.IsLocative ? 0 : 4) + (place.IsWay ? 6 : 0) + (place.IsOfSource ? 12 : 0) + (place.Assumption is null || place.IsUnknown ? 0 : -2)
        + (Distance(place.First, place.End, at) * 0.25);

    private static int Distance(int first, int end, int at) => at < first ? first - at : at >= end ? at - end + 1 : 0;

    // A bomb or shell is told with what stood there: "exploded in front of the embassy". The thing behind it, else before it, is the target.
    private static void Nearby(EventMention mention, IReadOnlyList<Noun> nouns)
    {
        if (!EventGroups.IsBlast(mention.Kind) && mention.Kind.Detail != Damage) return;
        Noun? thing = nouns.FirstOrDefault(n => n.IsThing && n.First >= mention.Trigger.End) ?? nouns.LastOrDefault(n => n.IsThing && n.End <= mention.Trigger.First);
        if (thing is not null) mention.Targets.Add(thing);
    }

    // Fire and looting told with the violence are part of it, and who falls when forces fire on a crowd is one of the crowd.
    private static void Fold(List<EventMention> mentions)
    {
        if (mentions.Find(m => m.Kind.Sub == SubEventType.ExcessiveForceAgainstProtesters) is { } crowd && mentions.Find(m => m.Group == EventGroup.Violence && m.Doers.TrueForAll(d => d.Noun.IsState)) is { } fallen)
        {
            crowd.Triggers.AddRange(fallen.Triggers);
            crowd.Tolls.AddRange(fallen.Tolls.Except(crowd.Tolls));
            foreach (Noun target in fallen.Targets.Where(t => !crowd.Targets.Contains(t))) crowd.Targets.Add(target);
            mentions.Remove(fallen);
        }

        EventMention? violence = mentions.Find(m => m.Group is EventGroup.Violence or EventGroup.Unrest && m.Kind.Detail != HarmOnly);
        EventMention? property = mentions.Find(m => m.Group == EventGroup.Property);
        if (violence is null || property is null) return;
        violence.Triggers.AddRange(property.Triggers);
        foreach (Noun target in property.Targets.Where(t => !violence.Targets.Contains(t))) violence.Targets.Add(target);
        foreach (Doer doer in property.Doers.Where(d => !violence.Doers.Exists(v => v.Noun == d.Noun))) violence.Doers.Add(doer);
        mentions.Remove(property);
    }
}
