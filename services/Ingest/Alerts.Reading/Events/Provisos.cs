using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>What else a sentence must say before a word tells an event: the detail of its line in the lexicon.</summary>
internal sealed class Provisos(Analysis analysis, RoleFinder roles)
{
    // "took the town of Djibo": so many words stand between a verb and the place that it is about.
    private const int PlaceReach = 4;

    // A word that tells an event only when it is directed at somebody: "threats against teachers", not "against democracy".
    private const string Aimed = "aimed";

    // An abduction only when people are its target: "took four men away", not "took the salaries away".
    public const string Taken = "taken";

    // The same, when no force of the state is its doer: "rebels seized four teachers", not "police seized three smugglers".
    private const string Seized = "seized";

    // An event only when the armed do it: gunmen who enter a town, not refugees.
    private const string Armed = "armed";

    // The same for what forces of the state do as a duty: "gunmen ordered them to leave", not "the police ordered them to leave".
    private const string Outlaw = "outlaw";

    // A vehicle that the armed take: "gunmen took our car".
    private const string Vehicle = "vehicle";

    // A place that the armed take: "the rebels took Djibo", not "the rebels took an oath".
    private const string Town = "town";

    // A place of which the verb is told: "Djibo fell", not "prices in Djibo fell".
    private const string Fallen = "fallen";

    // A road or bridge that people block: "residents blocked the airport road", not "a landslide blocked the road".
    private const string Way = "way";

    // The same when the armed do it.
    private const string Barred = "barred";

    // "blocked for two hours the bridge": so many words stand between the verb and the road at most.
    private const int WayReach = 5;

    /// <summary>Whether a word tells an event by itself only in some sentences: "took", "left".</summary>
    public static bool Bind(EventKind kind) => kind.Detail is Aimed or Taken or Seized or Armed or Outlaw or Vehicle or Town or Fallen or Way or Barred;

    public bool Hold(Sentence sentence, Mark mark, EventKind kind, IReadOnlyList<Noun> nouns, IReadOnlyList<PlaceMention> places)
    {
        if (!Bind(kind)) return true;
        var alone = new EventMention(sentence, mark, kind);
        roles.Tie(alone, mark, kind, nouns);
        return kind.Detail switch
        {
            Aimed => alone.Targets.Count > 0,
            Taken => IsTaking(alone),
            Seized => IsTaking(alone) && IsOfOutlaws(alone),
            Outlaw => IsOfOutlaws(alone),
            Vehicle => IsOfOutlaws(alone) && alone.Targets.Exists(t => t.Target == TargetKind.Transport && IsDirect(mark, t)),
            Town => alone.Doers.Exists(d => IsArmed(d.Noun) && d.Noun.IsState == kind.Sub is SubEventType.GovernmentRegainsTerritory or SubEventType.NonViolentTransferOfTerritory) && IsOfPlace(mark.End, places),
            Way => IsOfWay(mark.First, sentence) && (alone.Doers.Count > 0 || alone.Sides.Count > 0 || roles.SubjectOf(mark, sentence, nouns) is { IsPerson: true }) && !alone.Doers.Exists(d => IsOutlaw(d.Noun)),
            Barred => IsOfWay(mark.First, sentence) && (alone.Doers.Exists(d => IsOutlaw(d.Noun)) || (roles.SubjectOf(mark, sentence, nouns) is { } subject && IsOutlaw(subject))),
            Fallen => places.Any(p => p.End == mark.First && !p.IsLocative && !p.IsUnknown),
            _ => alone.Doers.Exists(d => IsArmed(d.Noun)) || alone.Targets.Exists(IsArmed), // French "sont entrés" looks like a passive.
        };
    }

    private static bool IsArmed(Noun noun) => noun.CanAct && noun.ActorType is not ActorType.Protesters;

    // Groups and gunmen, but not the youths who block a road.
    private bool IsOutlaw(Noun noun) => IsArmed(noun) && !noun.IsState && (noun.Actor is not null || analysis.HasGrammar(noun.First, noun.End, "Outlaw"));

    private static bool IsOfOutlaws(EventMention mention) => mention.Doers.Exists(d => IsArmed(d.Noun) && !d.Noun.IsState && d.Noun.ActorType is not ActorType.Rioters);

    // "took three nurses", but not "took part in the rescue of three nurses".
    private bool IsDirect(Mark verb, Noun target)
    {
        for (int word = verb.End; word < target.First; word++)
        {
            if (analysis.Is(word, WordClass.Prep) && !analysis.Is(word, WordClass.Of)) return false;
        }

        return true;
    }

    // "blocked the airport road", "blocked for two hours the bridge of Sirba".
    private bool IsOfWay(int from, Sentence sentence)
    {
        for (int word = from; word < Math.Min(from + WayReach, sentence.End); word++)
        {
            // "The road to Bourem" is a longer phrase, of another meaning.
            if (analysis.GrammarAt(word, sentence.End, "Way").Entry is not null || analysis.GrammarAt(word, word + 1, "Way").Entry is not null) return true;
            if (analysis.Is(word, WordClass.Clause | WordClass.By)) return false;
        }

        return false;
    }

    private bool IsOfPlace(int from, IReadOnlyList<PlaceMention> places)
    {
        for (int word = from; word < Math.Min(from + PlaceReach, analysis.Words.Count); word++)
        {
            if (places.Any(p => p.First == word && !p.IsWay)) return true;
            if (!analysis.Is(word, WordClass.Det | WordClass.Of | WordClass.PlaceNoun | WordClass.Locative)) return false;
        }

        return false;
    }

    // Ambulances take people away, too.
    private bool IsTaking(EventMention mention) =>
        !analysis.HasGrammar(mention.Sentence.First, mention.Sentence.End, "Rescue") && mention.Targets.Exists(t => t.IsPerson && IsDirect(mention.Trigger, t));
}
