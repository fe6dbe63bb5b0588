using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>
/// How a situation ends. By the clock: quiet, the announcement of each step down, the step, and at last expiry; none of these is an
/// all-clear. By a person: the all-clear. Pure and thread safe.
/// </summary>
public static class SituationEndings
{
    private static readonly Phrase NotAllClear = new(" This is not an all-clear.", " Ce n'est pas une fin d'alerte.");

    /// <summary>What is due at an instant without any new report.</summary>
    /// <param name="situation">An open situation whose <see cref="Situation.NextDue"/> has come.</param>
    /// <param name="due">The instant that was due; it counts as the time of the alert.</param>
    /// <returns>The situation after it, and the alert; null when nobody was ever told of it.</returns>
    public static (Situation Situation, AlertDecision? Alert) AtDue(Situation situation, DateTimeOffset due)
    {
        FloorSchedule? schedule = situation.ScheduleAt(due);
        DateTimeOffset quietAt = schedule?.QuietAt ?? situation.LastAct.End(situation.Zone()).AddHours(FloorDecay.QuietHours);
        bool over = schedule is null ? due >= quietAt.AddHours(FloorDecay.StepHours) : schedule.Floor is null;
        SituationStatus status = over ? SituationStatus.Expired : due >= quietAt ? SituationStatus.Quiet : situation.Status;
        Phrase words = Words(situation, schedule, due, quietAt, over);
        Situation after = situation with { Status = status };
        after = after with { NextDue = SituationJudge.NextDue(after, due) };
        if (!situation.WasAlerted)
            return (after, null);
        after = after with { Revision = situation.Revision + 1 };
        SituationAction action = over ? SituationAction.Expire : SituationAction.Update;
        LevelReason reason = LevelReason.Say(over ? SituationReasons.Expired : SituationReasons.Quiet, words, schedule?.Floor, situation.IncidentId);
        return (after, new AlertDecision(after, action, Urgency.Routine, Headlines.Of(after, action), words, [reason], due));
    }

    /// <summary>A situation after everything that was due up to an instant, without any new report.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="now">The instant.</param>
    public static Situation AsOf(Situation situation, DateTimeOffset now)
    {
        while (situation.NextDue is { } due && due <= now)
            (situation, _) = AtDue(situation, due);
        return situation;
    }

    /// <summary>A person's signed all-clear.</summary>
    /// <param name="situation">An open situation.</param>
    /// <param name="adviser">Who signs.</param>
    /// <param name="rationale">Why, in that person's words.</param>
    /// <param name="now">The domain's time.</param>
    /// <exception cref="AlertsException">Failed precondition, when it is no longer open or nobody was told of it.</exception>
    public static (Situation Situation, AlertDecision Alert) Clear(Situation situation, string adviser, string rationale, DateTimeOffset now)
    {
        if (!situation.IsOpen || !situation.WasAlerted)
        {
            throw new AlertsException(
                ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{situation.Id} is {situation.Status}: only an active or quiet situation can be cleared.");
        }

        Situation after = situation with { Status = SituationStatus.Cleared, NextDue = null, Revision = situation.Revision + 1 };
        Phrase words = new($"All clear, signed by {adviser}: {rationale}", $"Fin d'alerte, signée par {adviser} : {rationale}");
        LevelReason reason = LevelReason.Say(SituationReasons.Cleared, words, incidentId: situation.IncidentId);
        return (after, new AlertDecision(after, SituationAction.Clear, Urgency.Priority, Headlines.Of(after, SituationAction.Clear), words, [reason], now));
    }

    /// <summary>A person's signed hold on the floor, or its end. Steps that a hold held back stay held back when it is over.</summary>
    /// <param name="situation">An open situation.</param>
    /// <param name="until">When the hold ends; null lifts the one that stands.</param>
    /// <param name="adviser">Who signs.</param>
    /// <param name="rationale">Why, in that person's words.</param>
    /// <param name="now">The domain's time.</param>
    /// <exception cref="AlertsException">Failed precondition: it forces no level now, or no hold stands that could be lifted.</exception>
    public static (Situation Situation, AlertDecision Alert) Hold(Situation situation, DateTimeOffset? until, string adviser, string rationale, DateTimeOffset now)
    {
        if (!situation.WasAlerted || situation.FloorAt(now) is not { } floor)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{situation.Id} is {situation.Status} and forces no level: there is nothing to hold.");
        if (until is null && !situation.Holds.Any(hold => hold.Covers(now)))
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"No hold stands on {situation.Id}.");
        // A new one goes on where the one that stands ends. One that is lifted ends after the time by which a step is announced.
        DateTimeOffset over = until is null ? now.AddHours(FloorDecay.AnnounceHours) : now;
        FloorHold[] ended = [.. situation.Holds.Select(hold => hold.Covers(now) && !(hold.Until <= over) ? hold with { Until = over } : hold)];
        Situation after = situation with
        {
            Holds = until is null ? ended : [.. ended, new FloorHold(now, until) { Adviser = adviser, Rationale = rationale }],
            Revision = situation.Revision + 1,
        };
        after = after with { NextDue = SituationJudge.NextDue(after, now) };
        Phrase words = until is { } end
            ? new(
                $"The level {(int)floor.Floor} that this forces is held until {Local(end, situation)} local time, signed by {adviser}: {rationale}",
                $"Le niveau {(int)floor.Floor} que cela impose est maintenu jusqu'au {Local(end, situation)} heure locale, signé par {adviser} : {rationale}")
            : new(
                $"The hold on the level {(int)floor.Floor} that this forces was lifted by {adviser}; without news it may fall from {Local(over, situation)} local time: {rationale}",
                $"Le maintien du niveau {(int)floor.Floor} que cela impose a été levé par {adviser} ; sans nouvelles il peut baisser dès le {Local(over, situation)} heure locale : {rationale}");
        LevelReason reason = LevelReason.Say(ReasonCodes.FloorHeld, words, floor.Floor, situation.IncidentId);
        return (after, new AlertDecision(after, SituationAction.Update, Urgency.Routine, Headlines.Of(after, SituationAction.Update), words, [reason], now));
    }

    private static Phrase Words(Situation situation, FloorSchedule? schedule, DateTimeOffset due, DateTimeOffset quietAt, bool over)
    {
        if (over)
            return new Phrase("No new report: the alert has run out.", "Aucun nouveau rapport : l'alerte est échue.") + NotAllClear;
        if (schedule is { NextStepAt: { } step, Floor: { } floor } && due == schedule.AnnounceAt)
        {
            Phrase next = schedule.FloorAfter is { } lower ? new($"to {(int)lower}", $"à {(int)lower}") : new("away", "et disparaît");
            return new Phrase($"Without news, the level that this forces falls from {(int)floor} ", $"Sans nouvelles, le niveau que cela impose baisse de {(int)floor} ")
                + next + new Phrase($" at {Local(step, situation)} local time.", $" le {Local(step, situation)} heure locale.") + NotAllClear;
        }

        return (due <= quietAt || schedule?.Floor is not { } now
            ? new Phrase($"No new report for {FloorDecay.QuietHours} h.", $"Aucun nouveau rapport depuis {FloorDecay.QuietHours} h.")
            : new Phrase($"No new report: the level that this forces is now {(int)now}.", $"Aucun nouveau rapport : le niveau que cela impose est maintenant {(int)now}.")) + NotAllClear;
    }

    private static string Local(DateTimeOffset instant, Situation situation) => $"{TimeZoneInfo.ConvertTime(instant, situation.Zone()):yyyy-MM-dd HH:mm}";
}
