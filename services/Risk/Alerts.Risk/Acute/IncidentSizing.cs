using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

// Every size that an incident qualifies for, with the best standing among the evidence for that size.
internal sealed class IncidentSizing(AcuteIncident incident, int? killed)
{
    // Thresholds of the acute table.
    private const int SeriousKilled = 3;
    private const int MajorKilled = 10;

    private static readonly TargetKind[] SeriousTargets =
        [TargetKind.AidWorkers, TargetKind.Diplomatic, TargetKind.Transport, TargetKind.SecurityForces];

    private readonly SiteSupport _support = new(incident);
    private readonly List<SizeFinding> _findings = [];

    // Empty when the acute table does not cover the incident.
    public IReadOnlyList<SizeFinding> Find()
    {
        if (!incident.IsAct && !incident.TouchesAid && killed is not >= 1) return [];
        AcuteStanding best = Whole();
        Add(IncidentSize.Minor, best, "MINOR", "At most two killed, one spot, over.");
        Killed(best);
        if (incident.TouchesAid) Add(IncidentSize.Serious, best, "AID", "Aid workers or their premises are affected.");
        if (incident.IsAct) Act(best);
        return _findings;
    }

    private AcuteStanding Whole() => incident.Verification == Verification.Confirmed ? AcuteStanding.Corroborated : _support.Best(_ => true);

    private void Killed(AcuteStanding best)
    {
        if (killed >= SeriousKilled) Add(IncidentSize.Serious, best, "KILLED", $"{killed} killed.");
        if (killed >= MajorKilled) Add(IncidentSize.Major, best, "KILLED", $"{killed} killed.");
        if (killed is null && incident.IsAct) Add(IncidentSize.Serious, best, "UNKNOWN_TOLL", "How many were killed is not known.");
    }

    private void Act(AcuteStanding best)
    {
        if (incident.Ongoing == true) Add(IncidentSize.Serious, best, "ONGOING", "It is going on.");
        if (incident.SubEventType == SubEventType.RemoteExplosiveLandmineIed) Add(IncidentSize.Serious, best, "IED", "A mine or an improvised bomb.");
        foreach (TargetKind kind in SeriousTargets.Where(incident.HasTarget))
            Add(IncidentSize.Serious, At(kind, best), "TARGET", $"Target: {Words(kind)}.");
        if (incident.Sites.Any(a => incident.Sites.Any(a.IsApartFrom))) Add(IncidentSize.Serious, best, "SPOTS", "More than one spot.");
        if (incident.ComplexAttack) Add(IncidentSize.Major, best, "COMPLEX", "A complex attack.");
        if (incident.SubEventType == SubEventType.SuicideBomb) Add(IncidentSize.Major, best, "SUICIDE", "A suicide attack.");
        if (incident.HasTarget(TargetKind.Airport)) Add(IncidentSize.Major, At(TargetKind.Airport, best), "AIRPORT", "An airport is hit.");
        if (_support.TwoSites() is { } both)
            Add(IncidentSize.Major, both, "TWO_SITES", "Two sites more than 1 km apart, each with a report of its own.");
    }

    // A target that is known at certain sites is as well supported as those sites are.
    private AcuteStanding At(TargetKind kind, AcuteStanding best) =>
        incident.Verification != Verification.Confirmed && incident.Sites.Any(site => site.Targets.Contains(kind))
            ? _support.Best(site => site.Targets.Contains(kind))
            : best;

    private static string Words(TargetKind kind) => kind switch
    {
        TargetKind.AidWorkers => "aid workers",
        TargetKind.Diplomatic => "a diplomatic mission",
        TargetKind.SecurityForces => "security forces",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private void Add(IncidentSize size, AcuteStanding standing, string cause, string text)
    {
        var parameters = new Dictionary<string, string> { ["size"] = size.ToString(), ["cause"] = cause, ["standing"] = standing.ToString() };
        if (cause == "KILLED") parameters["killed"] = killed!.Value.ToString();
        _findings.Add(new SizeFinding(size, standing, new LevelReason(ReasonCodes.Size, text, IncidentId: incident.IncidentId, Parameters: parameters)));
    }
}
