using Alerts.Gazetteer;
using Alerts.Reading.Dates;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>Makes a report of an event: every slot with its words, its confidence, or the reason why it is empty.</summary>
internal sealed class ReportBuilder(Analysis analysis, PlaceIndex index, RoleScale roles, DateOnly reference, bool hasDateline)
{
    // The offset of a day is taken at its middle: changes to and from summer time are at night.
    private static readonly TimeOnly Noon = new(12, 0);

    // A statement farther back than this is not about what a text tells without a day.
    private const int StatementDays = 7;

    private readonly ActorBuilder _actors = new(analysis, roles);
    private readonly TargetBuilder _targets = new(analysis, roles);
    private readonly TollBuilder _tolls = new(analysis);
    private readonly StandingBuilder _standings = new(analysis);

    public ReadReport Build(EventDraft draft, IReadOnlyList<TellingSentence> sentences, ReadPlace place, string? placeAssumption, Noun? onlyGroup)
    {
        var reasons = new Dictionary<ReadSlot, string>();
        var signs = new RoleSigns(analysis, draft, sentences);
        List<ReadActor> actors = _actors.Build(draft, sentences, signs, onlyGroup);
        List<ReadPhrase> targets = _targets.Build(draft, sentences, signs, actors);
        Sentence? contested = draft.Mentions.Find(m => m.Contested is not null)?.Contested;
        ReadStanding? denial = contested is { } denying ? _standings.DenialIn(denying) : null;
        List<ReadStanding> standings = _standings.Build([.. sentences.Where(s => s.Sentence != contested)]);
        if (denial is not null) standings.Add(denial);
        TimeMention? spoken = draft.Time is { From: not null } ? null : StatedOn(draft, sentences);
        TimeMention? time = spoken ?? draft.Time;
        ReadCount? killed = _tolls.Figure(draft, true);
        ReadCount? wounded = _tolls.Figure(draft, false);
        if (draft.IsWhole) reasons[ReadSlot.Type] = draft.Lead.IsWhole ? "no word says what happened; messages like this one report it" : "taken from the sentence as a whole; its words alone say something else";
        if (placeAssumption is not null) reasons[ReadSlot.Place] = placeAssumption;
        if (spoken is not null) reasons[ReadSlot.Time] = "the text gives no day; that on which somebody told it is assumed";
        if (time?.From is null) reasons[ReadSlot.Time] = "the text gives no day; that of the text is assumed";
        if (actors.Count == 0) reasons[ReadSlot.Actor] = "the text names nobody who did it";
        if (actors is [{ Attribution: Attribution.Assumed }, ..]) reasons[ReadSlot.Actor] = "the text does not say who did it; a group that it names is assumed";
        if (targets.Count == 0) reasons[ReadSlot.Targets] = "the text names no target";
        if (killed is null) reasons[ReadSlot.Killed] = "the text gives no number of dead for it";
        if (wounded is null) reasons[ReadSlot.Wounded] = "the text gives no number of wounded for it";
        return new ReadReport
        {
            SubEventType = draft.Kind.Local is null ? SubOf(draft, actors) : null,
            LocalType = draft.Kind.Local,
            Detail = draft.Kind.Detail is "arson" or "looting" ? draft.Kind.Detail : null,
            TypeEvidence = EvidenceOf(draft),
            Place = place,
            Time = TimeOf(time, place),
            Killed = killed,
            Wounded = wounded,
            Actor = actors.FirstOrDefault(),
            Actors = actors,
            Targets = Kinds(targets),
            TargetPhrases = targets,
            Tolls = _tolls.Statements(draft, _standings.ClaimantOf),
            Standing = StandingBuilder.Main(standings, hasDateline),
            Standings = standings,
            Denial = denial,
            OngoingEvidence = CueIn(sentences, "Ongoing"),
            UnverifiedEvidence = CueIn(sentences, "Unverified"),
            ConfirmedEvidence = CueIn(sentences, "Confirmed"),
            Confidence = Confidences(draft, place, placeAssumption, draft.Time, actors, targets, killed, wounded, standings.Count > 0),
            Reasons = reasons,
        };
    }

    // "Gunmen killed four, the army said on Tuesday", in a text of Wednesday: it was not later than that.
    private TimeMention? StatedOn(EventDraft draft, IReadOnlyList<TellingSentence> sentences) =>
        sentences.SelectMany(s => s.Times).Where(t => t is { IsSaid: true, IsSince: false, From: not null, Precision: TimePrecision.Day } && t.To < reference && t.From >= reference.AddDays(-Math.Min(StatementDays, reference.DayNumber)))
            .MinBy(t => t.From) is { } spoken ? spoken with { Part = draft.Time?.Part, Clock = draft.Time?.Clock, ClockToTheMinute = draft.Time?.ClockToTheMinute ?? false } : null;

    // An attack whose only victims are the armed, by forces of the state, is a fight; barricades and damage by an armed group are no riot; whom the army takes away is arrested.
    private static SubEventType? SubOf(EventDraft draft, List<ReadActor> actors)
    {
        if (draft.Kind.Sub is SubEventType.ViolentDemonstration && actors is [{ Type: ActorType.RebelGroups or ActorType.PoliticalMilitias }, ..]) return SubEventType.Attack;
        if (draft.Kind is { Sub: SubEventType.AbductionForcedDisappearance, Detail: Provisos.Taken } && actors is [{ Type: ActorType.StateForces }, ..]) return SubEventType.Arrests;
        if (draft.Kind.Sub is not SubEventType.Attack) return draft.Kind.Sub;
        bool state = actors.Count > 0 && actors[0].Type == ActorType.StateForces;
        var targets = draft.Mentions.SelectMany(m => m.Targets).ToList();
        bool armed = targets.Count > 0 && targets.TrueForAll(t => t.CanAct && !t.IsState && !t.IsPerson);
        return state && armed ? SubEventType.ArmedClash : SubEventType.Attack;
    }

    // The first of the words that tell the type, or the sentence that tells it as a whole.
    private TextSpan EvidenceOf(EventDraft draft)
    {
        if (draft.IsWhole) return analysis.Document.SpanOf(draft.Lead.Sentence.First, draft.Lead.Sentence.End);
        Mark mark = draft.Lead.Triggers.Find(t => t.Of(Lexicons.Sort.Trigger)?.Event is { } kind && kind.Sub == draft.Lead.Kind.Sub && kind.Local == draft.Lead.Kind.Local) ?? draft.Lead.Trigger;
        return analysis.Document.SpanOf(mark.First, mark.End);
    }

    private ReadTime TimeOf(TimeMention? mention, ReadPlace place)
    {
        DateOnly day = mention?.From ?? reference;
        var noon = new DateTimeOffset(day.ToDateTime(Noon), TimeSpan.Zero);

        // A place of the gazetteer has its zone; only a bare point has to look for one nearby.
        TimeSpan offset = place.GeonameId is { } id && index.Find(id) is { } known ? index.ZoneOf(known).GetUtcOffset(noon) : index.OffsetAt(place.Point, noon);
        TextSpan? evidence = mention is null ? null : analysis.Document.SpanOf(mention.First, mention.End);
        return TimeBuilder.Build(mention, reference, offset, evidence);
    }

    private TextSpan? CueIn(IReadOnlyList<TellingSentence> sentences, string key)
    {
        foreach (TellingSentence telling in sentences)
        {
            if (analysis.Cue(key, telling.Sentence.First, telling.Sentence.End) is { } cue) return analysis.Document.SpanOf(cue.First, cue.End);
        }

        return null;
    }

    private static List<ReadTarget> Kinds(List<ReadPhrase> phrases)
    {
        var kinds = new List<ReadTarget>();
        foreach (ReadPhrase phrase in phrases)
        {
            if (phrase.Kind is { } kind && !kinds.Exists(k => k.Kind == kind)) kinds.Add(new ReadTarget(kind, phrase.Evidence));
        }

        // "people" and "residents" say nothing where a closer kind is named.
        if (kinds.Count > 1) kinds.RemoveAll(k => k.Kind == TargetKind.Civilians);
        return kinds;
    }

    // Ranks, authored: what the text says outright before what is assumed, a named group before a role, a figure before a vague word.
    private static Dictionary<ReadSlot, double> Confidences(
        EventDraft draft, ReadPlace place, string? assumption, TimeMention? time, List<ReadActor> actors, List<ReadPhrase> targets, ReadCount? killed, ReadCount? wounded, bool said)
    {
        var confidence = new Dictionary<ReadSlot, double>
        {
            [ReadSlot.Type] = Math.Round(1 / (1 + Math.Exp(-draft.Weight)), 2),
            [ReadSlot.Place] = place.Precision switch { PlacePrecision.Point => 0.95, PlacePrecision.City => 0.85, PlacePrecision.AdminArea => 0.7, _ => 0.6 } - (assumption is null ? 0 : 0.3),
            [ReadSlot.Time] = time switch { null => 0.4, { From: null } => 0.5, { Precision: > TimePrecision.Day } => 0.6, _ => 0.9 },
            [ReadSlot.Standing] = said ? 0.8 : 0.4,
        };
        if (actors.Count > 0) confidence[ReadSlot.Actor] = actors[0].Attribution switch { Attribution.Stated => 0.8, Attribution.Assumed => 0.3, _ => 0.6 };
        if (targets.Count > 0) confidence[ReadSlot.Targets] = 0.7;
        if (killed is not null) confidence[ReadSlot.Killed] = killed.Count.Best is null ? 0.6 : 0.8;
        if (wounded is not null) confidence[ReadSlot.Wounded] = wounded.Count.Best is null ? 0.6 : 0.8;
        return confidence;
    }
}
