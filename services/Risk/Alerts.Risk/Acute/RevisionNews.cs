using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

// What a revision brings that officers were not told yet. Empty reasons: nothing but tolls, names or commentary.
internal sealed class RevisionNews
{
    // Hours without a known act after which fire is renewed (acute table of the design).
    private const double LullHours = 2;

    private readonly AcuteIncident _incident;
    private readonly AcuteMemory? _before;
    private readonly DateTimeOffset _lastAct;
    private readonly IncidentSize? _size;
    private readonly ThreatLevel? _floor;
    private readonly List<KnownSite> _sites;
    private readonly List<LevelReason> _reasons = [];

    public RevisionNews(AcuteIncident incident, AcuteMemory? before, DateTimeOffset lastAct, IncidentSize? size, ThreatLevel? floor, Urgency? table)
    {
        _incident = incident;
        _before = before;
        _lastAct = lastAct;
        _size = size;
        _floor = floor;
        _sites = [.. before?.Sites ?? []];
        bool newSite = AddSites();
        if (before is null || before.PeakUrgency is null)
        {
            Add(ReasonCodes.First, new("First alert of this situation.", "Première alerte de cette situation."));
            return;
        }

        if (newSite) Add(ReasonCodes.NewSite, new("A new site is reported.", "Un nouveau site est signalé."));
        if (IsRenewed(before)) Add(ReasonCodes.RenewedFire, new("Fire again after a lull of two hours or more.", "De nouveaux tirs après une accalmie de deux heures ou plus."));
        if ((size ?? 0) > (before.PeakSize ?? 0)) Add(ReasonCodes.LargerSize, new("Larger than known before.", "Plus grave que ce que l'on savait."));
        if (incident.TouchesAid && !before.AidAffected) Add(ReasonCodes.AidAffected, new("Aid workers are affected.", "Des humanitaires sont touchés."));
        if ((floor ?? 0) > (before.PeakFloor ?? 0)) Add(ReasonCodes.FloorRaised, new("Better supported or larger: the level it forces rises.", "Mieux étayé ou plus grave : le niveau que cela impose monte."));
        if ((table ?? 0) > before.PeakUrgency) Add(ReasonCodes.MoreUrgent, new("More urgent than any revision before.", "Plus urgent que toute révision précédente."));
    }

    public IReadOnlyList<LevelReason> Reasons => _reasons;

    public AcuteMemory Remember(int? killed, Urgency? urgency) => new(
        _sites,
        _before is { } b && b.LastAct > _lastAct ? b.LastAct : _lastAct,
        killed,
        _incident.TouchesAid || _before?.AidAffected == true,
        (_size ?? 0) > (_before?.PeakSize ?? 0) ? _size : _before?.PeakSize,
        (_floor ?? 0) > (_before?.PeakFloor ?? 0) ? _floor : _before?.PeakFloor,
        (urgency ?? 0) > (_before?.PeakUrgency ?? 0) ? urgency : _before?.PeakUrgency);

    // A site is new when a report, not only a claim or something improbable, puts the event at a spot apart from all known ones.
    private bool AddSites()
    {
        bool any = false;
        foreach (AcuteSite site in _incident.Sites.Where(site => site.Evidence.Any(e => e.Supports && !e.IsClaim && !e.Grade.IsImprobable)))
        {
            if (!_sites.TrueForAll(known => site.IsApartFrom(known.Point, known.Precision))) continue;
            _sites.Add(new KnownSite(site.Point, site.Precision));
            any = true;
        }

        return any;
    }

    // A date alone cannot tell that there was a lull.
    private bool IsRenewed(AcuteMemory before) =>
        _incident.LastAct.Precision <= TimePrecision.PartOfDay && _lastAct - before.LastAct >= TimeSpan.FromHours(LullHours);

    private void Add(string code, Phrase words) => _reasons.Add(LevelReason.Say(code, words, incidentId: _incident.IncidentId));
}
