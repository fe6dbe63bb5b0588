using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>
/// Says when officers must be told of a city's access: when it worsens, at once and without ringing; when a person eases or reopens it; when what it rested on is withdrawn; and
/// else once a week while it is not open. Pure and thread safe.
/// </summary>
public static class AccessJudge
{
    private static readonly Phrase NothingLeft = new(
        "Reports that it rested on were withdrawn; what remains says nothing of the city's access. This is not an all-clear.",
        "Des rapports sur lesquels cela reposait ont été retirés ; ce qui reste ne dit rien de l'accès de la ville. Ce n'est pas une fin d'alerte.");

    private static readonly Phrase Anew = new(
        "Reports were withdrawn or corrected, and access judged anew.", "Des rapports ont été retirés ou corrigés, et l'accès jugé à nouveau.");

    /// <summary>Judges a change of the picture.</summary>
    /// <param name="thread">What was told so far.</param>
    /// <param name="city">The city.</param>
    /// <param name="picture">The picture now; null when nothing is known.</param>
    /// <param name="entry">The person's entry that brought the change; null when an incident did.</param>
    /// <param name="now">The domain's time.</param>
    /// <returns>The alert; null when nobody needs to know.</returns>
    public static AccessAlert? Judge(AccessThread thread, Place city, AccessPicture? picture, AccessEntry? entry, DateTimeOffset now)
    {
        AccessState told = thread.IsOpen ? thread.Told!.Value : AccessState.Open;
        AccessState state = picture?.State ?? AccessState.Open;
        if (state > told)
        {
            bool first = thread.Revision == 0;
            return Tell(thread, city, picture, first ? SituationAction.Raise : SituationAction.Escalate, Urgency.Priority, Worse(picture!, city), picture!.Reasons, now);
        }

        if (state == told)
        {
            return entry is not null && thread.IsOpen
                ? Tell(thread, city, picture, SituationAction.Update, Urgency.Routine, AccessWords.Entered(entry).Words, [AccessWords.Entered(entry), .. picture!.Reasons], now)
                : null;
        }

        return entry is not null ? Eased(thread, city, picture, entry, state, now) : Withdrawn(thread, city, picture, state, now);
    }

    /// <summary>The weekly digest.</summary>
    /// <param name="thread">An open thread whose <see cref="AccessThread.DigestDue"/> has come.</param>
    /// <param name="city">The city.</param>
    /// <param name="picture">The picture now.</param>
    /// <param name="now">The domain's time; a server that was down for weeks tells once.</param>
    public static AccessAlert Digest(AccessThread thread, Place city, AccessPicture? picture, DateTimeOffset now)
    {
        int days = picture is null ? 0 : (int)(now - picture.LastHeard).TotalDays;
        Phrase heard = days switch
        {
            0 => new("today", "aujourd'hui"),
            1 => new("1 day ago", "il y a 1 jour"),
            _ => new($"{days} days ago", $"il y a {days} jours"),
        };
        Phrase words = Phrase.Sentences(
            Sentence(picture, city),
            new Phrase("Last heard ", "Dernières nouvelles : ") + heard + Phrase.Of("."),
            new Phrase("Weekly digest; only a person reopens.", "Résumé de la semaine ; seule une personne rouvre."));
        LevelReason digest = LevelReason.Say(SituationReasons.Digest, words, picture?.Floor);
        return Tell(thread, city, picture, SituationAction.Update, Urgency.Routine, words, [digest, .. picture?.Reasons ?? []], now);
    }

    private static AccessAlert Eased(AccessThread thread, Place city, AccessPicture? picture, AccessEntry entry, AccessState state, DateTimeOffset now)
    {
        LevelReason reason = AccessWords.Entered(entry);
        return state == AccessState.Open
            ? Tell(thread, city, picture, SituationAction.Clear, Urgency.Priority, reason.Words, [reason with { Code = SituationReasons.Cleared }], now)
            : Tell(thread, city, picture, SituationAction.Update, Urgency.Priority, Phrase.Sentences(new("Eased.", "Assoupli."), Sentence(picture, city), reason.Words), [reason, .. picture!.Reasons], now);
    }

    private static AccessAlert Withdrawn(AccessThread thread, Place city, AccessPicture? picture, AccessState state, DateTimeOffset now)
    {
        if (state == AccessState.Open)
        {
            LevelReason gone = LevelReason.Say(ReasonCodes.Retracted, NothingLeft);
            return Tell(thread, city, picture, SituationAction.Cancel, Urgency.Priority, gone.Words, [gone], now);
        }

        LevelReason anew = LevelReason.Say(ReasonCodes.JudgedAnew, Phrase.Sentences(Anew, Sentence(picture, city)));
        return Tell(thread, city, picture, SituationAction.Update, Urgency.Priority, anew.Words, [anew, .. picture!.Reasons], now);
    }

    private static AccessAlert Tell(
        AccessThread thread, Place city, AccessPicture? picture, SituationAction action, Urgency urgency, Phrase summary, IReadOnlyList<LevelReason> reasons, DateTimeOffset now)
    {
        bool over = action is SituationAction.Clear or SituationAction.Cancel;
        AccessThread after = thread with
        {
            Revision = thread.Revision + 1,
            Told = picture?.State,
            Exercise = picture?.Exercise ?? thread.Exercise,
            Tlp = picture?.Tlp ?? thread.Tlp,
            Status = action switch { SituationAction.Clear => SituationStatus.Cleared, SituationAction.Cancel => SituationStatus.Cancelled, _ => SituationStatus.Active },
            // A digest keeps its weekday; anything else that is told begins the week anew.
            DigestDue = over ? null : NextDigest(urgency == Urgency.Routine ? thread.DigestDue : null, now),
        };
        return new AccessAlert(after, city, picture, action, urgency, Headline(city, picture?.State, action, after.Exercise), summary, reasons, now);
    }

    private static DateTimeOffset NextDigest(DateTimeOffset? due, DateTimeOffset now)
    {
        DateTimeOffset next = due ?? now.AddDays(AccessParameters.DigestDays);
        while (next <= now)
            next = next.AddDays(AccessParameters.DigestDays);
        return next;
    }

    private static Phrase Headline(Place city, AccessState? now, SituationAction action, bool exercise)
    {
        Phrase mark = exercise ? Headlines.Exercise : Phrase.Empty;
        Phrase state = now is { } known ? AccessWords.Of(known) : new("not known", "non connu");
        return mark + action switch
        {
            SituationAction.Clear => Headlines.AllClear + new Phrase($"access of {city.Name}", $"accès de {city.Name}"),
            SituationAction.Cancel => Headlines.FalseAlarm + new Phrase($"access of {city.Name}", $"accès de {city.Name}"),
            _ => new Phrase($"Access of {city.Name}: {state.English.ToUpperInvariant()}", $"Accès de {city.Name} : {state.French.ToUpperInvariant()}"),
        };
    }

    private static Phrase Worse(AccessPicture picture, Place city) => Phrase.Sentences(Sentence(picture, city), picture.Reasons[0].Words);

    private static Phrase Sentence(AccessPicture? picture, Place city) => picture is { State: { } state, Since: { } since }
        ? new(
            $"Access of {city.Name} is {AccessWords.Of(state).English} since {since.UtcDateTime:yyyy-MM-dd}.",
            $"L'accès de {city.Name} est {AccessWords.Of(state).French} depuis le {since.UtcDateTime:yyyy-MM-dd}.")
        : new($"Access of {city.Name} is not known.", $"L'accès de {city.Name} n'est pas connu.");
}
