using Alerts.Reading.Casualties;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>Puts the tolls of an event together: statements stay apart, the report's figure spans them, a revised toll replaces the old one.</summary>
internal sealed class TollBuilder(Analysis analysis)
{
    private const int Thousand = 1_000;

    // "two more" go with what was counted no more words before; others named in one breath stand closer.
    private const int FurtherReach = 40;
    private const int OthersReach = 12;

    private readonly DeedVictims _deeds = new(analysis);

    public List<ReadToll> Statements(EventDraft draft, Func<Sentence, ClaimantKind?> claimant)
    {
        var tolls = new List<ReadToll>();
        foreach (EventMention mention in draft.Mentions)
        {
            foreach (Toll toll in mention.Tolls)
            {
                var count = new ReadCount(toll.Count, analysis.Document.SpanOf(toll.First, toll.End));
                tolls.Add(new ReadToll(toll.IsKilled ? count : null, toll.IsKilled ? null : count, claimant(mention.Sentence), toll.OfAttackers));
            }
        }

        return tolls;
    }

    /// <summary>The figure of the report: dead or wounded, attackers left out.</summary>
    public ReadCount? Figure(EventDraft draft, bool killed)
    {
        List<(Toll Toll, EventMention Mention)> own = [.. draft.Mentions.SelectMany(m => m.Tolls.Where(t => t.IsKilled == killed && (!t.IsOfCalm || draft.Group == EventGroup.Unrest)).Select(t => (t, m)))];
        List<(Toll Toll, EventMention Mention)> victims = [.. own.Where(t => !t.Toll.OfAttackers && !IsOfAWar(t.Toll, t.Mention) && !(t.Toll.IsKilled && IsOfDoers(t.Toll, t.Mention, draft)))];
        if (victims.Count == 0) return killed ? Presumed(draft) : null;
        List<Sum> sums = Sums(victims);

        // "Twenty terrorists were neutralised; no losses": nobody on one side is not nobody.
        if (sums.TrueForAll(s => s.High == 0) && own.Exists(t => t.Toll is { OfAttackers: true, Count.Estimate: > 0 })) return null;
        if (sums.Exists(s => !s.IsAfter && s.Count.Estimate > 0)) sums.RemoveAll(s => s.IsAfter);
        if (sums.Exists(s => !s.IsVague && s.Count.Estimate > 0)) sums.RemoveAll(s => s.IsVague || s.Count.Estimate == 0);

        if (sums.Exists(s => !s.IsPart && s.Low > 0)) sums.RemoveAll(s => s.IsPart);

        if (sums.Exists(s => !s.IsFormer && s.Low > 0)) sums.RemoveAll(s => s.IsFormer);

        // One person of whom the text tells more is among those that it counts elsewhere.
        if (sums.Exists(s => s.Low > 1)) sums.RemoveAll(s => s is { IsOne: true, Low: 1 });
        if (sums.FindLast(s => s.IsRevised && !s.IsVague) is { } revised) return Read(revised);
        Sum first = sums[0];
        int low = sums.Min(s => s.Low);
        int high = sums.Max(s => s.High);
        bool rival = low != high && sums.Exists(s => s.Low != first.Low) && sums.Count > 1 && low > 0;
        return rival ? new ReadCount(new CasualtyRange(low, null, high), analysis.Document.SpanOf(first.First, first.End)) : Read(first);
    }

    // "a war that has killed 70,000 people": a sentence that names no day counts more than one event.
    private static bool IsOfAWar(Toll toll, EventMention mention) => toll.Count.Estimate >= Thousand && mention.Time is not { From: not null };

    // "Gunmen attacked a bus. Two of them were killed": where nobody else is told of, they are the doers; not "the clinic received nine wounded, of whom two died".
    private bool IsOfDoers(Toll toll, EventMention mention, EventDraft draft) =>
        !mention.Tolls.Any(t => t.End <= toll.First && !t.OfAttackers) && toll is { IsPart: true, Who: null } && NumberReader.At(analysis, toll.First, toll.End) is not null && draft.Doers.Any(d => !d.IsOne && d.Number is not { Value: 1 }) && !draft.Mentions.Exists(m => TellsOfOthers(m, draft));

    private bool TellsOfOthers(EventMention mention, EventDraft draft) =>
        analysis.Marks(mention.Sentence.First, mention.Sentence.End).Any(m => m.Of(Lexicons.Sort.Person) is not null && !draft.Doers.Any(d => d.First <= m.First && m.End <= d.End));

    // "the murder of Senator X": one is dead, though no number says so; of "the murder of priests" at least two are.
    private ReadCount? Presumed(EventDraft draft)
    {
        foreach (EventMention mention in draft.Mentions)
        {
            bool kill = mention.Triggers.Exists(t => t.Of(Lexicons.Sort.Trigger)?.Event is { Form: Lexicons.TriggerForm.Kill or Lexicons.TriggerForm.KillNoun });
            if (!kill || mention.IsAgain) continue;
            if (OfDeed(mention) is { } told) return told;
            Nouns.Noun[] people = [.. mention.Targets.Where(t => t.IsPerson)];
            int dead = people.Sum(p => p.Number?.Value ?? (p.IsOne ? 1 : 0));
            if (people.FirstOrDefault(IsPlural) is { } several) return new ReadCount(new CasualtyRange(dead + 2, null, null), analysis.Document.SpanOf(several.First, several.End));
            if (people.Length > 0 && dead > 0) return new ReadCount(new CasualtyRange(null, dead, null), analysis.Document.SpanOf(people[0].First, people[0].End));
        }

        return null;
    }

    private ReadCount? OfDeed(EventMention mention)
    {
        foreach (Frame.Mark deed in mention.Triggers.Where(t => t.Of(Lexicons.Sort.Trigger)?.Event is { Form: Lexicons.TriggerForm.KillNoun }))
        {
            if (_deeds.Of(deed, mention.Sentence) is { } victims) return new ReadCount(new CasualtyRange(null, victims.Count, null), analysis.Document.SpanOf(deed.First, victims.End));
        }

        return null;
    }

    private bool IsPlural(Nouns.Noun noun) => noun is { Number: null, IsOne: false, Name: null, IsName: false } && analysis.Words[noun.Head].Text is [.., not 's', 's'];

    // "two priests and three women were killed": numbers that share one word of harm are added.
    private List<Sum> Sums(List<(Toll Toll, EventMention Mention)> tolls)
    {
        var sums = new List<Sum>();
        foreach ((Toll toll, EventMention mention) in tolls)
        {
            int low = toll.Count.Low ?? toll.Count.Best ?? toll.Count.High ?? 0;
            int high = toll.Count.High ?? toll.Count.Best ?? toll.Count.Low ?? 0;
            Sum? shared = sums.Find(s => (s.End == toll.End && s.First != toll.First && toll.Who is not null && s.HasWho && low > 0) || (toll.IsFurther && IsBefore(s, toll, FurtherReach)) || (IsBefore(s, toll, OthersReach) && IsOfOthers(s, toll)));
            if (shared is not null)
            {
                shared.Low += low;
                shared.High += high;
                shared.Count = new CasualtyRange(null, shared.Low, null);
                continue;
            }

            sums.Add(new Sum { Count = toll.Count, Low = low, High = high, First = toll.First, End = toll.End, HasWho = toll.Who is not null, Head = toll.Who?.Head ?? -1, IsOne = toll is { Who: not null, Count.Best: 1 }, IsVague = toll.IsVague, IsAfter = toll.IsAfter, IsFurther = toll.IsFurther, IsPart = toll.IsPart, IsFormer = toll.IsFormer, IsRevised = IsRevised(mention.Sentence) });
        }

        return sums;
    }

    // "One has had an operation; two more have light injuries": told of right before.
    private static bool IsBefore(Sum sum, Toll toll, int reach) => sum.Low > 0 && sum.End <= toll.First && toll.First - sum.End <= reach;

    // "Two guards were hurt and a cook lost a hand": others named in one breath, by one who speaks.
    private bool IsOfOthers(Sum sum, Toll toll)
    {
        if ((sum.Head < 0 && !sum.IsFurther) || toll.Who is null || toll.IsAfter != sum.IsAfter || toll.Count.Best is null || sum.Count.Best is null || (sum.Head >= 0 && analysis.Words[sum.Head].Text == analysis.Words[toll.Who.Head].Text)) return false;
        // "The murder of Ana Ruiz, treasurer of the union, who was shot": she is the treasurer.
        if (toll.First == sum.End && analysis.Document.GapBefore(toll.First).Contains(',')) return false;
        for (int word = sum.End - 1; word < toll.First; word++)
        {
            if (analysis.Is(word, WordClass.Say) || analysis.GrammarAt(word, toll.First, "Including").Entry is not null || analysis.Document.GapAfter(word).ContainsAny(".(:\n")) return false;
        }

        return true;
    }

    // "the toll now stands at 12", "Correction: 5 killed, not 3", "cinq morts et non trois".
    private bool IsRevised(Sentence sentence)
    {
        if (analysis.HasCue("Revised", sentence.First, sentence.End)) return true;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "Instead") is { Entry: not null } instead && at + instead.Count < sentence.End && NumberReader.At(analysis, at + instead.Count, sentence.End) is not null) return true;
        }

        return false;
    }

    private ReadCount Read(Sum sum) => new(sum.Count, analysis.Document.SpanOf(sum.First, sum.End));

    private sealed class Sum
    {
        public CasualtyRange Count { get; set; }

        public int Low { get; set; }

        public int High { get; set; }

        public int First { get; init; }

        public int End { get; set; }

        public bool HasWho { get; init; }

        public int Head { get; init; }

        public bool IsOne { get; init; }

        public bool IsVague { get; init; }

        public bool IsAfter { get; init; }

        public bool IsFurther { get; init; }

        public bool IsPart { get; init; }

        public bool IsFormer { get; init; }

        public bool IsRevised { get; init; }
    }
}
