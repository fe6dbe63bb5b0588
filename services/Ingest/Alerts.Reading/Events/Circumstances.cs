using System.Buffers;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Settles when and where a sentence says that something happened: of several times and places the one told closest to the deed, and most exactly.</summary>
internal sealed class Circumstances(Analysis analysis, CountryTally countries, DateOnly reference)
{
    // How many words before a country a verb of saying may stand that it goes with.
    private const int SayReach = 3;

    private const int OtherClauseCost = 4;

    // "The deadliest attack since 2019 killed sixty on Sunday."
    private const int SinceCost = 8;

    private const int VictimCost = 5;

    // How far before a day its relative pronoun may stand.
    private const int RelativeReach = 6;

    private readonly ForeignDays _foreign = new(analysis);
    private readonly Aftermath _aftermath = new(analysis);

    private static readonly SearchValues<char> Stops = SearchValues.Create(",:;()–—");

    /// <summary>Gives a mention the time, the place and the country that its sentence tells of it.</summary>
    public void Settle(EventMention mention, IReadOnlyList<TimeMention> times, IReadOnlyList<PlaceMention> places)
    {
        int at = mention.Trigger.First;
        mention.Time = times.Where(t => !t.IsOfOther && t.From is not null && !IsToldOfOther(t, mention) && !_foreign.Has(t, mention, times))
            .MinBy(t => Distance(t.First, t.End, at) + (t.End <= at && IsBehindAnd(mention) ? OtherClauseCost : 0) + (t.Precision > TimePrecision.Day ? 4 : 0) + (t.IsSince ? SinceCost : 0) + (IsOfOtherClause(t, mention.Trigger) ? OtherClauseCost : 0));
        TimeMention? part = times.Where(t => t.From is null).MinBy(t => Distance(t.First, t.End, at));
        if (mention.Time is { } time && part is not null)
            mention.Time = time with { Part = time.Part ?? part.Part, Clock = part.Clock, ClockToTheMinute = part.ClockToTheMinute };
        mention.Time ??= part;
        if (_aftermath.DayOf(mention, times, reference) is { } earlier) mention.Time = earlier;

        // "A doctor in Gao" that was kidnapped is no source, but who says something is one.
        mention.Place = places.Select(p => p.IsOfSource && !analysis.Is(p.End, WordClass.Say) && mention.Targets.Exists(t => t.End <= p.First && p.First <= t.End + 1) ? p with { IsOfSource = false } : p).MinBy(p => Cost(p, at) + (IsOfVictim(p, mention) || IsSeat(p) ? VictimCost : 0) + (IsOfVerbBefore(p, mention) ? 1 : 0));
        if (mention.Place is { IsWay: true, IsLocative: false } or { IsOfSource: true }) mention.Place = null;
        NameCountry(mention);
    }

    // "A leader who in March had asked for a vest was shot dead", "killed by men who had deserted in 2022": an old month or year of a relative clause, or of a noun set off from the verb, is not that of the deed.
    private bool IsToldOfOther(TimeMention time, EventMention mention)
    {
        if (time.Precision <= TimePrecision.Week || time.IsSince || mention.Kind.Form is not (TriggerForm.Verb or TriggerForm.Kill or TriggerForm.Victim) || !(time.To < reference.AddDays(-Math.Min(NewsJudge.NewsDays, reference.DayNumber)))) return false;
        Mark trigger = mention.Trigger;
        if (time.First >= trigger.End) return analysis.HasGrammar(trigger.End, time.First, "Relative");
        int from = time.First;
        while (from > mention.Sentence.First && time.First - from < RelativeReach && !analysis.Document.GapBefore(from).ContainsAny(Stops)) from--;
        bool ofOther = analysis.Is(time.First - 1, WordClass.Of) || analysis.HasGrammar(from, time.First, "Relative");
        return ofOther && BreaksOff(time.End, trigger.First);
    }

    private bool BreaksOff(int from, int to)
    {
        for (int word = from; word <= to; word++)
        {
            if (analysis.Document.GapBefore(word).ContainsAny(Stops)) return true;
        }

        return false;
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
            bool placed = word > mention.Sentence.First && analysis.Is(word - 1, WordClass.Locative) && countries.ForcesAt(word) is null && !CountryTally.IsOutsider(country) && !IsOfSpeaker(word, mention.Trigger) && !IsElsewhere(word);
            if (placed && (nearest < 0 || Distance(word, word + 1, at) < Distance(nearest, nearest + 1, at))) nearest = word;
        }

        if (nearest < 0) return;
        (mention.Country, mention.IsCountryPlaced) = (countries.At(nearest), true);

        // "was kidnapped in Colombia, sources in Caracas said": of two countries the one closer by.
        if (mention.Place is { CountryCode: { } other } place && other != mention.Country && Distance(nearest, nearest + 1, at) < Distance(place.First, place.End, at)) mention.Place = null;
    }

    // "took refuge in Panama", "the talks in Oslo", "were back in Nigeria": where somebody fled, met or came from.
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

    // "A corporal of Barkhane": whom a name belongs to as often as where he is.
    private bool IsOfSomebody(PlaceMention place) => analysis.Is(place.First - 1, WordClass.Of) && analysis.Over(place.First - 2)?.Entries.Any(e => e.Sort is Sort.Person or Sort.Role) == true;

    // "Killed the mayor of Yako in Kaya": whose mayor he was.
    private bool IsOfVictim(PlaceMention place, EventMention mention) => analysis.Is(place.First - 1, WordClass.Of) && mention.Targets.Exists(t => t.IsPerson && t.End == place.First - 1);

    // "The rebels, based in Kidal, killed three near Gao".
    private bool IsSeat(PlaceMention place) => place.First >= 2 && analysis.Is(place.First - 1, WordClass.Locative) && analysis.GrammarAt(place.First - 2, place.First - 1, "Seated").Entry is not null;

    // "Killed two in Diffa and arrested three in Zinder": what stands before "and" is the first verb's.
    private bool IsOfVerbBefore(PlaceMention place, EventMention mention) => place.End <= mention.Trigger.First && IsBehindAnd(mention);

    private bool IsBehindAnd(EventMention mention) => mention.Trigger.First > mention.Sentence.First && analysis.Is(mention.Trigger.First - 1, WordClass.And) && mention.Kind.Form is TriggerForm.Verb or TriggerForm.Kill or TriggerForm.Victim;

    // A spot before a town before an area; what a preposition places before what it does not; near before far.
    private double Cost(PlaceMention place, int at) =>
        (place.IsUnknown ? IsOfSomebody(place) ? 8 : 4 : place.Precision switch { PlacePrecision.Point => 0, PlacePrecision.City => 3, _ => 8 })
        + (place.IsLocative ? 0 : 4) + (place.IsWay ? 6 : 0) + (place.IsOfSource ? 12 : 0) + (place.Assumption is null || place.IsUnknown ? 0 : -2)
        + (Distance(place.First, place.End, at) * 0.25);

    private static int Distance(int first, int end, int at) => at < first ? first - at : at >= end ? at - end + 1 : 0;
}
