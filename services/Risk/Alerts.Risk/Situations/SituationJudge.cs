using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>Takes a situation from one revision of its incident to the next, and says whether officers must be told. Pure and thread safe.</summary>
public static class SituationJudge
{
    private static readonly Phrase SameEvent = new(
        "May be the event that another alert has rung for already: place or time is too coarse to tell.",
        "Peut-être l'événement pour lequel une autre alerte a déjà sonné : lieu ou heure trop vagues pour trancher.");

    /// <summary>Judges a new revision.</summary>
    /// <param name="facts">The revision; not history.</param>
    /// <param name="prior">The situation before; null for the first.</param>
    /// <param name="coveredBy">A thread that may be about the same event and has rung already; null for none.</param>
    /// <param name="now">The domain's time.</param>
    /// <returns>The situation after it, and the alert; null when nobody needs to know.</returns>
    public static (Situation Situation, AlertDecision? Alert) Judge(IncidentFacts facts, Situation? prior, Situation? coveredBy, DateTimeOffset now)
    {
        AcuteIncident acute = facts.Acute ?? throw new ArgumentException("History raises nothing.", nameof(facts));
        AcuteAssessment assessment = AcuteAssessor.Assess(acute, prior?.Assessment);
        var after = new Situation
        {
            Id = SituationIds.OfIncident(facts.Scope, facts.IncidentId),
            Scope = facts.Scope,
            IncidentId = facts.IncidentId,
            IncidentRevision = facts.Revision,
            Revision = prior?.Revision ?? 0,
            Title = facts.Title,
            FrenchTitle = facts.FrenchTitle,
            Status = StatusOf(facts, assessment, prior),
            Assessment = assessment,
            Sites = acute.Sites,
            LastAct = acute.LastAct,
            ZoneId = acute.Zone.Id,
            OverlaidIn = facts.OverlaidIn,
            Holds = prior?.Holds ?? [],
            Exercise = acute.Exercise,
        };
        after = after with { NextDue = NextDue(after, now) };
        Urgency? urgency = facts.MergedInto is not null ? Urgency.Routine : assessment.Urgency;
        bool told = prior?.WasAlerted == true;
        if (urgency is null || facts.OnlyLinksAreNew || (!told && after.Status is SituationStatus.Cancelled or SituationStatus.Superseded))
            return (after, null);

        List<LevelReason> reasons = [.. assessment.Reasons];
        if (!told && coveredBy is not null && urgency == Urgency.Flash)
        {
            urgency = Urgency.Priority;
            reasons.Insert(0, LevelReason.Say(SituationReasons.MaybeSame, SameEvent, incidentId: coveredBy.IncidentId));
        }

        after = after with { Revision = after.Revision + 1 };
        SituationAction action = ActionOf(after, prior);
        return (after, new AlertDecision(after, action, urgency.Value, Headlines.Of(after, action), reasons.Count > 0 ? reasons[0].Words : new Phrase(after.Title, after.FrenchTitle ?? after.Title), reasons, now)
        {
            SupersededBy = facts.MergedInto is { } into ? SituationIds.OfIncident(facts.Scope, into) : null,
            Supersedes =
            [
                .. facts.Absorbed.Select(absorbed => SituationIds.OfIncident(facts.Scope, absorbed)),
                .. facts.Overlays is { } shared ? [SituationIds.OfIncident(Scope.Shared, shared)] : Array.Empty<string>(),
            ],
        });
    }

    /// <summary>When a situation is next looked at without a new report.</summary>
    public static DateTimeOffset? NextDue(Situation situation, DateTimeOffset after)
    {
        if (!situation.IsOpen)
            return null;
        if (situation.ScheduleAt(after) is { } schedule)
            return schedule.NextDueAfter(after) ?? (schedule.Floor is null ? after : null);
        DateTimeOffset quiet = situation.LastAct.End(situation.Zone()).AddHours(FloorDecay.QuietHours);
        return quiet > after ? quiet : quiet.AddHours(FloorDecay.StepHours);
    }

    // An all-clear stands until something comes that officers must know at once; a mere toll does not undo a person's word.
    private static SituationStatus StatusOf(IncidentFacts facts, AcuteAssessment assessment, Situation? prior)
    {
        if (facts.MergedInto is not null)
            return SituationStatus.Superseded;
        if (assessment.IsRetracted)
            return SituationStatus.Cancelled;
        bool brings = assessment.Urgency is Urgency.Priority or Urgency.Flash;
        return prior?.Status is SituationStatus.Cleared or SituationStatus.Quiet or SituationStatus.Expired && !brings ? prior.Status : SituationStatus.Active;
    }

    private static SituationAction ActionOf(Situation after, Situation? prior)
    {
        if (prior is not { WasAlerted: true })
            return SituationAction.Raise;
        if (after.Status == SituationStatus.Cancelled)
            return SituationAction.Cancel;
        bool worse = (after.Assessment.Size ?? 0) > (prior.Assessment.Memory.PeakSize ?? 0)
            || (after.Assessment.Floor ?? 0) > (prior.Assessment.Memory.PeakFloor ?? 0)
            || after.Assessment.Urgency == Urgency.Flash;
        return worse ? SituationAction.Escalate : SituationAction.Update;
    }
}
