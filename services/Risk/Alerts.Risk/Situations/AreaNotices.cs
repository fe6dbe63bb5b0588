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
        Phrase where = city is { } place ? Phrase.Of(place.Name) : new($"country {after.Area.CountryCode}", $"pays {after.Area.CountryCode}");
        Phrase headline = effects switch
        {
            [] => new($"Level in {where.English}: an override ends soon", $"Niveau ({where.French}) : une dérogation se termine bientôt"),
            [var only] => new(
                $"Level in {only.Hit.Place.Name}: {TermWords.Of(only.Before).English} → {TermWords.Of(only.After).English}",
                $"Niveau ({only.Hit.Place.Name}) : {TermWords.Of(only.Before).French} → {TermWords.Of(only.After).French}"),
            _ => new Phrase($"Level in {where.English}: ", $"Niveau ({where.French}) : ")
                + (after.AssessedAt(now) is { } signed ? TermWords.Of(signed.Level) + new Phrase(" is signed, ", " est signé, ") : Phrase.Empty)
                + new Phrase($"it changes in {changed} cities", $"il change dans {changed} villes"),
        };
        return (after, new AreaNotice(
            after, city, action, rises ? Urgency.Priority : Urgency.Routine, headline, Phrase.Sentences(reasons.Select(r => r.Words)), reasons, now, effects));
    }

    // What is new between the two, and what was due.
    private static IEnumerable<LevelReason> Said(SignedArea? before, SignedArea after, TimeZoneInfo zone, DateTimeOffset now)
    {
        SignedLevel? then = before?.Levels.LastOrDefault(level => level.EndedAt is null);
        SignedLevel? signed = after.AssessedAt(now);
        if (signed is not null && signed != then)
        {
            yield return LevelReason.Say(
                ReasonCodes.Assessed,
                new(
                    $"Assessed as {TermWords.Of(signed.Level).English} by {signed.Adviser}, to be reviewed by {signed.ReviewOn:yyyy-MM-dd}: {signed.Rationale}",
                    $"Évalué {TermWords.Of(signed.Level).French} par {signed.Adviser}, à revoir avant le {signed.ReviewOn:yyyy-MM-dd} : {signed.Rationale}"),
                signed.Level);
        }
        else if (signed is null && then is not null)
        {
            Withdrawal? word = after.Levels[^1].Withdrawal;
            yield return LevelReason.Say(
                ReasonCodes.Withdrawn,
                new(
                    $"The signed level {TermWords.Of(then.Level).English} was withdrawn by {word?.Adviser}: {word?.Rationale}",
                    $"Le niveau signé {TermWords.Of(then.Level).French} a été retiré par {word?.Adviser} : {word?.Rationale}"));
        }

        foreach (LevelOverride order in after.Overrides)
        {
            bool known = before?.Overrides.Any(o => o.SignedAt == order.SignedAt && o.Level == order.Level) == true;
            Phrase what = What(order);
            Phrase until = Local(order.EndsAt, zone);
            if (!known)
            {
                Phrase signature = new($", signed by {order.Adviser} until {until.English}: {order.Rationale}", $", signé par {order.Adviser} jusqu'au {until.French} : {order.Rationale}");
                yield return LevelReason.Say(CodeOf(order), what + signature, order.Level);
            }
            else if (order.AnnounceEndAt == now && order.EndsAt > now)
            {
                yield return LevelReason.Say(
                    CodeOf(order),
                    new($"The override ({what.English}) ends at {until.English}.", $"La dérogation ({what.French}) se termine le {until.French}."),
                    order.Level);
            }
            else if (order.EndsAt == now)
            {
                Phrase end = order.Withdrawal is { } word
                    ? new($", by {word.Adviser}: {word.Rationale}", $", par {word.Adviser} : {word.Rationale}")
                    : Phrase.Of(".");
                yield return LevelReason.Say(
                    ReasonCodes.Withdrawn, new Phrase($"The override ({what.English}) has ended", $"La dérogation ({what.French}) est terminée") + end);
            }
        }
    }

    private static string CodeOf(LevelOverride order) => order.KnownSituations is null ? ReasonCodes.OverrideUp : ReasonCodes.OverrideDown;

    private static Phrase What(LevelOverride order) => order.KnownSituations is { } known
        ? new(
            $"at most {TermWords.Of(order.Level).English} for the {known.Count} situation(s) known then",
            $"au plus {TermWords.Of(order.Level).French} pour les {known.Count} situation(s) connues alors")
        : new($"at least {TermWords.Of(order.Level).English}", $"au moins {TermWords.Of(order.Level).French}");

    private static Phrase Local(DateTimeOffset instant, TimeZoneInfo zone)
    {
        string time = $"{TimeZoneInfo.ConvertTime(instant, zone):yyyy-MM-dd HH:mm}";
        return zone.BaseUtcOffset == TimeSpan.Zero ? Phrase.Of($"{time} UTC") : new($"{time} local time", $"{time} heure locale");
    }
}
