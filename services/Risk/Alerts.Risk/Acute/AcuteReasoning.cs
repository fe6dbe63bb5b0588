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
            reasons.Add(Reason(ReasonCodes.NotAnAct, "Not an act that the acute rules cover: nobody died and no aid staff are touched."));
            return reasons;
        }

        if (!open) reasons.Add(Reason(ReasonCodes.LateReport, $"Reported more than {FloorDecay.QuietHours} hours after the last act: listed, it raises nothing."));
        reasons.AddRange(news.Reasons);
        if (news.Reasons.Count == 0) reasons.Add(Reason(ReasonCodes.NoNewDanger, "Only tolls, names or comments are new."));
        if (lower) reasons.Add(Reason(ReasonCodes.JudgedAnew, "Reports were withdrawn or corrected; what remains was judged anew."));
        TableCell deciding = cells.MaxBy(cell => ((int)(cell.Floor ?? 0) * 10) + (int)(cell.Urgency ?? 0))!;
        reasons.Add(Decision(deciding));
        reasons.AddRange(findings.Where(f => f.Size > IncidentSize.Minor || findings.Count == 1).OrderByDescending(f => f.Size).Select(f => f.Why));
        if (cells.All(cell => cell.Standing == AcuteStanding.Improbable))
            reasons.Add(Reason(ReasonCodes.ReviewQueue, "Only improbable statements or unreliable sources: a person should look."));
        if (incident.Verification == Verification.Disputed) reasons.Add(Reason(ReasonCodes.Disputed, "A source denies that it happened."));
        if (lateToll)
            reasons.Add(Reason(ReasonCodes.LateToll, $"A toll more than {AcuteAssessor.TollHours} hours after the last act changes the record, not the level."));
        return reasons;
    }

    private LevelReason Decision(TableCell cell)
    {
        string forces = floor is { } level ? $", forces level {(int)level}" : "";
        var parameters = new Dictionary<string, string> { ["size"] = cell.Size.ToString(), ["standing"] = cell.Standing.ToString() };
        if (cell.Urgency is { } urgency) parameters["urgency"] = urgency.ToString();
        return new LevelReason(ReasonCodes.AcuteCell, $"{cell.Size} and {cell.Standing.ToString().ToLowerInvariant()}{forces}.", floor, incident.IncidentId, parameters);
    }

    private LevelReason Reason(string code, string text) => new(code, text, IncidentId: incident.IncidentId);
}
