using System.Globalization;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Wire;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Messaging;

// The System alerts "blind since" and "no longer blind". At most one stands: the stored mark names its situation.
internal sealed class BlindAlerts(AlertIssuer issuer, OpenLogUnit open, DomainClock clock)
{
    // Says it once, in its own unit; nothing when a "blind" alert stands already or the mark has become fresh.
    public bool Announce(IWriteSession session, DateTimeOffset blindSince, DateTimeOffset wallNow)
    {
        ILogUnit unit = open(session);
        Mark mark = unit.ReadMark();
        if (mark.BlindSituation is not null || Streaming.Watermark.IsFresh(mark.Sent, wallNow))
            return false;
        string situation = AlertIds.SystemSituation($"blind\n{blindSince.ToMicroseconds()}\n{wallNow.ToMicroseconds()}");
        string since = blindSince.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        V1.Alert draft = Draft(
            V1.AlertAction.Raise,
            V1.SituationState.Active,
            V1.Urgency.Priority,
            new($"BLIND since {since}: reports are not being judged", $"AVEUGLE depuis {since} : les rapports ne sont pas jugés"),
            new(
                "The path from report to alert does not move. Silence since then proves nothing: use other channels until this ends.",
                "Le chemin du rapport à l'alerte est arrêté. Le silence depuis lors ne prouve rien : utilisez d'autres canaux jusqu'à la fin."));
        draft.OnsetTime = blindSince.ToTimestamp();
        issuer.Issue(session, unit, Scope.Shared, situation, 1, draft, []);
        unit.SaveMark(mark with { BlindSituation = situation });
        return true;
    }

    // Ends the standing alert. Not an all-clear: what was reported meanwhile is being judged now.
    public void Recovered(IWriteSession session, ILogUnit unit, string situation) => issuer.Issue(
        session,
        unit,
        Scope.Shared,
        situation,
        2,
        Draft(
            V1.AlertAction.Expire,
            V1.SituationState.Expired,
            V1.Urgency.Priority,
            new("No longer blind: reports are being judged again", "Fin de l'aveuglement : les rapports sont de nouveau jugés"),
            new(
                "The path from report to alert moves again. Reports that came in meanwhile are being judged now; alerts on them follow or have come.",
                "Le chemin du rapport à l'alerte fonctionne de nouveau. Les rapports arrivés entre-temps sont jugés ; leurs alertes suivent ou sont venues.")),
        []);

    private V1.Alert Draft(V1.AlertAction action, V1.SituationState state, V1.Urgency urgency, Phrase headline, Phrase summary)
    {
        Phrase marked = clock.IsScenario ? new Phrase("EXERCISE: ", "EXERCICE : ") + headline : headline;
        return new V1.Alert
        {
            Action = action,
            State = state,
            Urgency = urgency,
            Headline = marked.English,
            Summary = summary.English,
            Words = { [Language.French.Tag] = new V1.AlertWords { Headline = marked.French, Summary = summary.French } },
            Kind = V1.SituationKind.System,
            Exercise = clock.IsScenario,
            IssueTime = clock.Now.ToTimestamp(),
            Tlp = V1.TlpLabel.Clear,
        };
    }
}
