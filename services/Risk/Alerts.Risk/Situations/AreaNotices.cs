using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>Puts what advisers sign into words for officers. Pure and thread safe.</summary>
public static class AreaNotices
{
    /// <summary>What a change of what is signed means for officers.</summary>
    /// <param name="before">What was signed before; null when nothing ever was.</param>
    /// <param name="after">What is signed now.</param>
    /// <param name="city">The city; null for a country.</param>
    /// <param name="zone">Clocks by which times are told.</param>
    /// <param name="effects">Cities whose level changes, the largest first; all, or as many as are named.</param>
    /// <param name="changed">How many change in all.</param>
    /// <param name="now">The domain's time.</param>
    /// <returns>The area with its revision, and the notice; null when no level changes and no end is announced.</returns>
    public static (SignedArea Area, AreaNotice? Notice) Of(
        SignedArea? before, SignedArea after, Place? city, TimeZoneInfo zone, IReadOnlyList<CityEffect> effects, int changed, DateTimeOffset now)
    {
        List<LevelReason> reasons = [.. Said(before, after, zone, now)];
        bool announced = after.Overrides.Any(o => o.AnnounceEndAt == now && o.EndsAt > now);
        if (effects.Count == 0 && !announced)
            return (after, null);
        after = after with { Revision = after.Revision + 1 };
        bool rises = effects.Any(e => (e.After ?? 0) > (e.Before ?? 0));
        SituationAction action = after.Revision == 1 ? SituationAction.Raise : rises ? SituationAction.Escalate : SituationAction.Update;
        string where = city is { } place ? place.Name : $"country {after.Area.CountryCode}";
        string headline = effects switch
        {
            [] => $"Level in {where}: an override ends soon",
            [var only] => $"Level in {only.Hit.Place.Name}: {Words(only.Before)} → {Words(only.After)}",
            _ => $"Level in {where}: {(after.AssessedAt(now) is { } signed ? $"{Words(signed.Level)} is signed, " : "")}it changes in {changed} cities",
        };
        return (after, new AreaNotice(
            after, city, action, rises ? Urgency.Priority : Urgency.Routine, headline, string.Join(' ', reasons.Select(r => r.Text)), reasons, now, effects));
    }

    // What is new between the two, and what was due.
    private static IEnumerable<LevelReason> Said(SignedArea? before, SignedArea after, TimeZoneInfo zone, DateTimeOffset now)
    {
        SignedLevel? then = before?.Levels.LastOrDefault(level => level.EndedAt is null);
        SignedLevel? signed = after.AssessedAt(now);
        if (signed is not null && signed != then)
        {
            yield return new LevelReason(
                ReasonCodes.Assessed, $"Assessed as {Words(signed.Level)} by {signed.Adviser}, to be reviewed by {signed.ReviewOn:yyyy-MM-dd}: {signed.Rationale}", signed.Level);
        }
        else if (signed is null && then is not null)
        {
            Withdrawal? word = after.Levels[^1].Withdrawal;
            yield return new LevelReason(ReasonCodes.Withdrawn, $"The signed level {Words(then.Level)} was withdrawn by {word?.Adviser}: {word?.Rationale}");
        }

        foreach (LevelOverride order in after.Overrides)
        {
            bool known = before?.Overrides.Any(o => o.SignedAt == order.SignedAt && o.Level == order.Level) == true;
            if (!known)
                yield return new LevelReason(CodeOf(order), $"{What(order)}, signed by {order.Adviser} until {Local(order.EndsAt, zone)}: {order.Rationale}", order.Level);
            else if (order.AnnounceEndAt == now && order.EndsAt > now)
                yield return new LevelReason(CodeOf(order), $"The override ({What(order)}) ends at {Local(order.EndsAt, zone)}.", order.Level);
            else if (order.EndsAt == now)
                yield return new LevelReason(ReasonCodes.Withdrawn, $"The override ({What(order)}) has ended{(order.Withdrawal is { } word ? $", by {word.Adviser}: {word.Rationale}" : ".")}");
        }
    }

    private static string CodeOf(LevelOverride order) => order.KnownSituations is null ? ReasonCodes.OverrideUp : ReasonCodes.OverrideDown;

    private static string What(LevelOverride order) => order.KnownSituations is { } known
        ? $"at most {Words(order.Level)} for the {known.Count} situation(s) known then"
        : $"at least {Words(order.Level)}";

    private static string Words(ThreatLevel? level) => level is { } l ? $"{(int)l} {l}" : "not assessed";

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        $"{TimeZoneInfo.ConvertTime(instant, zone):yyyy-MM-dd HH:mm} {(zone.BaseUtcOffset == TimeSpan.Zero ? "UTC" : "local time")}";
}
