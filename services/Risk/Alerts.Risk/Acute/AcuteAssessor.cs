using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>
/// The acute rules. For every size that an incident qualifies for they take the best standing among the evidence for that size; floor and
/// urgency are the highest over the sizes. A revision is then as urgent as what it newly brings.
/// </summary>
/// <remarks>Pure and thread safe. More evidence never lowers size, standing or floor; only a retraction or a correction does.</remarks>
public static class AcuteAssessor
{
    private static readonly Phrase Withdrawn = new(
        "Every report was withdrawn; it did not happen as told.", "Tous les rapports ont été retirés ; cela n'a pas eu lieu comme il a été dit.");

    /// <summary>Hours after the last act from which a toll changes the record and not the level.</summary>
    public const int TollHours = 12;

    /// <summary>Judges one revision.</summary>
    /// <param name="incident">The revision.</param>
    /// <param name="prior">The assessment of the revision before; null for the first.</param>
    /// <exception cref="ArgumentException">The incident has no site, or both or neither type.</exception>
    public static AcuteAssessment Assess(AcuteIncident incident, AcuteAssessment? prior)
    {
        if (incident.Sites.Count == 0) throw new ArgumentException("An incident has at least one site.", nameof(incident));
        if (incident.SubEventType is null == incident.LocalType is null)
            throw new ArgumentException("An incident has either an ACLED type or a local type.", nameof(incident));
        if (incident.Verification == Verification.Retracted) return Retract(incident, prior);

        DateTimeOffset lastAct = incident.LastAct.End(incident.Zone);
        int? killed = CountedToll(incident, prior, lastAct);
        IReadOnlyList<SizeFinding> findings = new IncidentSizing(incident, killed).Find();
        List<TableCell> cells = [.. Best(findings)];
        bool open = incident.RecordedAt <= lastAct.AddHours(FloorDecay.QuietHours);
        ThreatLevel? tableFloor = cells.Max(cell => cell.Floor);
        ThreatLevel? floor = open ? tableFloor : Lower(tableFloor, prior?.Floor);
        Urgency? table = cells.Max(cell => cell.Urgency);
        var news = new RevisionNews(incident, prior?.Memory, lastAct, cells.Count > 0 ? cells[0].Size : null, floor, table);
        Urgency? urgency = table is null ? Fallback(prior) : open && news.Reasons.Count > 0 ? table : Urgency.Routine;
        bool lower = prior is { IsRetracted: false } && (prior.Floor ?? 0) > (floor ?? 0);
        if (lower) urgency = Max(urgency, Urgency.Priority);

        return new AcuteAssessment
        {
            IncidentId = incident.IncidentId,
            Revision = incident.Revision,
            Size = cells.Count > 0 ? cells[0].Size : null,
            Standing = cells.Count > 0 ? cells.Max(cell => cell.Standing) : new SiteSupport(incident).Best(_ => true),
            Cells = cells,
            Floor = floor,
            Urgency = urgency,
            NeedsReview = cells.Count > 0 && cells.TrueForAll(cell => cell.Standing == AcuteStanding.Improbable),
            IsRetracted = false,
            Reasons = new AcuteReasoning(incident, cells, findings, floor).Write(news, open, lower, lateToll: killed != incident.Casualties.Killed),
            Memory = news.Remember(killed, urgency),
        };
    }

    private static AcuteAssessment Retract(AcuteIncident incident, AcuteAssessment? prior)
    {
        DateTimeOffset lastAct = incident.LastAct.End(incident.Zone);
        AcuteMemory memory = prior?.Memory ?? new AcuteMemory([], lastAct, null, false, null, null, null);
        return new AcuteAssessment
        {
            IncidentId = incident.IncidentId,
            Revision = incident.Revision,
            Size = prior?.Size,
            Standing = prior?.Standing ?? AcuteStanding.Improbable,
            Cells = [],
            Floor = null,
            Urgency = memory.PeakUrgency,
            NeedsReview = false,
            IsRetracted = true,
            Reasons = [LevelReason.Say(ReasonCodes.Retracted, Withdrawn, incidentId: incident.IncidentId)],
            Memory = memory with { PeakSize = null, PeakFloor = null, Sites = [], CountedKilled = null, AidAffected = false },
        };
    }

    // The first toll counts whenever it comes, since the incident is new then; a later one only while it is near the last act.
    private static int? CountedToll(AcuteIncident incident, AcuteAssessment? prior, DateTimeOffset lastAct) =>
        prior is null or { IsRetracted: true } || incident.RecordedAt <= lastAct.AddHours(TollHours)
            ? incident.Casualties.Killed
            : prior.Memory.CountedKilled;

    private static IEnumerable<TableCell> Best(IReadOnlyList<SizeFinding> findings) =>
        findings.GroupBy(finding => finding.Size)
            .OrderByDescending(size => size.Key)
            .Select(size => AcuteTable.Cell(size.Key, size.Max(finding => finding.Standing)));

    // No cell asks for an alert: silent, unless officers have had one and must hear what became of it.
    private static Urgency? Fallback(AcuteAssessment? prior) => prior?.Memory.PeakUrgency is null ? null : Urgency.Routine;

    private static ThreatLevel? Lower(ThreatLevel? a, ThreatLevel? b) => (a ?? 0) < (b ?? 0) ? a : b;

    private static Urgency? Max(Urgency? a, Urgency? b) => (a ?? 0) > (b ?? 0) ? a : b;
}
