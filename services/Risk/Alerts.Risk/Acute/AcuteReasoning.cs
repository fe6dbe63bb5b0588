using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

// Puts an assessment into reasons, the deciding ones first.
internal sealed class AcuteReasoning(AcuteIncident incident, IReadOnlyList<TableCell> cells, IReadOnlyList<SizeFinding> findings, ThreatLevel? floor)
{
    public IReadOnlyList<LevelReason> Write(RevisionNews news, bool open, bool lower, bool lateToll)
    {
        List<LevelReason> reasons = [];
        if (cells.Count == 0)
        {
            reasons.Add(Reason(ReasonCodes.NotAnAct, AcuteWords.NotAnAct));
            return reasons;
        }

        if (!open) reasons.Add(Reason(ReasonCodes.LateReport, AcuteWords.LateReport));
        reasons.AddRange(news.Reasons);
        if (news.Reasons.Count == 0) reasons.Add(Reason(ReasonCodes.NoNewDanger, AcuteWords.NoNewDanger));
        if (lower) reasons.Add(Reason(ReasonCodes.JudgedAnew, AcuteWords.JudgedAnew));
        TableCell deciding = cells.MaxBy(cell => ((int)(cell.Floor ?? 0) * 10) + (int)(cell.Urgency ?? 0))!;
        reasons.Add(Decision(deciding));
        // Twelve killed are enough for serious and for major: the larger says it.
        reasons.AddRange(findings.Where(f => f.Size > IncidentSize.Minor || findings.Count == 1).OrderByDescending(f => f.Size).Select(f => f.Why).DistinctBy(why => why.Text));
        if (cells.All(cell => cell.Standing == AcuteStanding.Improbable))
            reasons.Add(Reason(ReasonCodes.ReviewQueue, AcuteWords.ReviewQueue));
        if (incident.Verification == Verification.Disputed) reasons.Add(Reason(ReasonCodes.Disputed, AcuteWords.Disputed));
        if (lateToll)
            reasons.Add(Reason(ReasonCodes.LateToll, AcuteWords.LateToll));
        return reasons;
    }

    private LevelReason Decision(TableCell cell)
    {
        Phrase forces = floor is { } level ? new($", forces level {(int)level}.", $", impose le niveau {(int)level}.") : Phrase.Of(".");
        var parameters = new Dictionary<string, string> { ["size"] = cell.Size.ToString(), ["standing"] = cell.Standing.ToString() };
        if (cell.Urgency is { } urgency) parameters["urgency"] = urgency.ToString();
        Phrase words = TermWords.Of(cell.Size) + new Phrase(" and ", " et ") + TermWords.Of(cell.Standing) + forces;
        return LevelReason.Say(ReasonCodes.AcuteCell, words, floor, incident.IncidentId, parameters);
    }

    private LevelReason Reason(string code, Phrase words) => LevelReason.Say(code, words, incidentId: incident.IncidentId);
}
