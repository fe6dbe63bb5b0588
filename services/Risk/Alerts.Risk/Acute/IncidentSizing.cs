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
        Add(IncidentSize.Minor, best, "MINOR", new("At most two killed, one spot, over.", "Deux morts au plus, un seul lieu, terminé."));
        Killed(best);
        if (incident.TouchesAid) Add(IncidentSize.Serious, best, "AID", new("Aid workers or their premises are affected.", "Des humanitaires ou leurs locaux sont touchés."));
        if (incident.IsAct) Act(best);
        return _findings;
    }

    private AcuteStanding Whole() => incident.Verification == Verification.Confirmed ? AcuteStanding.Corroborated : _support.Best(_ => true);

    private void Killed(AcuteStanding best)
    {
        if (killed >= SeriousKilled) Add(IncidentSize.Serious, best, "KILLED", Killed(killed.Value));
        if (killed >= MajorKilled) Add(IncidentSize.Major, best, "KILLED", Killed(killed.Value));
        if (killed is null && incident.IsAct) Add(IncidentSize.Serious, best, "UNKNOWN_TOLL", new("How many were killed is not known.", "On ne sait pas combien ont été tués."));
    }

    private void Act(AcuteStanding best)
    {
        if (incident.Ongoing == true) Add(IncidentSize.Serious, best, "ONGOING", new("It is going on.", "C'est en cours."));
        if (incident.SubEventType == SubEventType.RemoteExplosiveLandmineIed) Add(IncidentSize.Serious, best, "IED", new("A mine or an improvised bomb.", "Une mine ou un engin explosif improvisé."));
        foreach (TargetKind kind in SeriousTargets.Where(incident.HasTarget))
            Add(IncidentSize.Serious, At(kind, best), "TARGET", new Phrase("Target: ", "Cible : ") + Words(kind) + Phrase.Of("."));
        if (incident.Sites.Any(a => incident.Sites.Any(a.IsApartFrom))) Add(IncidentSize.Serious, best, "SPOTS", new("More than one spot.", "Plus d'un lieu."));
        if (incident.ComplexAttack) Add(IncidentSize.Major, best, "COMPLEX", new("A complex attack.", "Une attaque complexe."));
        if (incident.SubEventType == SubEventType.SuicideBomb) Add(IncidentSize.Major, best, "SUICIDE", new("A suicide attack.", "Un attentat-suicide."));
        if (incident.HasTarget(TargetKind.Airport)) Add(IncidentSize.Major, At(TargetKind.Airport, best), "AIRPORT", new("An airport is hit.", "Un aéroport est touché."));
        if (_support.TwoSites() is { } both)
            Add(IncidentSize.Major, both, "TWO_SITES", new("Two sites more than 1 km apart, each with a report of its own.", "Deux sites à plus de 1 km l'un de l'autre, chacun avec son propre rapport."));
    }

    // A target that is known at certain sites is as well supported as those sites are.
    private AcuteStanding At(TargetKind kind, AcuteStanding best) =>
        incident.Verification != Verification.Confirmed && incident.Sites.Any(site => site.Targets.Contains(kind))
            ? _support.Best(site => site.Targets.Contains(kind))
            : best;

    private static Phrase Killed(int count) => new($"{count} killed.", count == 1 ? "1 mort." : $"{count} morts.");

    // Those of SeriousTargets.
    private static Phrase Words(TargetKind kind) => kind switch
    {
        TargetKind.AidWorkers => new("aid workers", "humanitaires"),
        TargetKind.Diplomatic => new("a diplomatic mission", "une mission diplomatique"),
        TargetKind.SecurityForces => new("security forces", "forces de sécurité"),
        _ => new("transport", "transport"),
    };

    private void Add(IncidentSize size, AcuteStanding standing, string cause, Phrase words)
    {
        var parameters = new Dictionary<string, string> { ["size"] = size.ToString(), ["cause"] = cause, ["standing"] = standing.ToString() };
        if (cause == "KILLED") parameters["killed"] = killed!.Value.ToString();
        _findings.Add(new SizeFinding(size, standing, LevelReason.Say(ReasonCodes.Size, words, incidentId: incident.IncidentId, parameters: parameters)));
    }
}
