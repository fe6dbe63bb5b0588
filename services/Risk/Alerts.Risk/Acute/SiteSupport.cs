using Alerts.Terms;

namespace Alerts.Risk.Acute;

// How well an incident is supported, spot by spot: reports of two places do not corroborate one another.
internal sealed class SiteSupport(AcuteIncident incident)
{
    // Best standing over the spots that pass; reports that know only the city support every spot in it.
    public AcuteStanding Best(Func<AcuteSite, bool> passes)
    {
        AcuteStanding best = AcuteStanding.Improbable;
        foreach (AcuteSite site in incident.Sites.Where(passes))
            best = Max(best, EvidenceStanding.Of(incident.Sites.Where(other => !other.IsApartFrom(site)).SelectMany(other => other.Evidence)));
        return best;
    }

    // Two sites apart, each with a report of its own from different origins; null when there are no two.
    public AcuteStanding? TwoSites()
    {
        AcuteStanding? best = null;
        for (int i = 0; i < incident.Sites.Count; i++)
        {
            for (int j = i + 1; j < incident.Sites.Count; j++)
            {
                if (Pair(incident.Sites[i], incident.Sites[j]) is { } standing && (best is null || standing > best)) best = standing;
            }
        }

        return best;
    }

    private static AcuteStanding Max(AcuteStanding a, AcuteStanding b) => a > b ? a : b;

    private AcuteStanding? Pair(AcuteSite one, AcuteSite other)
    {
        if (!one.IsApartFrom(other)) return null;
        List<AcuteEvidence> here = Own(one);
        List<AcuteEvidence> there = Own(other);
        HashSet<string> origins = EvidenceStanding.Origins(here);
        HashSet<string> others = EvidenceStanding.Origins(there);
        if (origins.Count == 0 || others.Count == 0 || (origins.Count == 1 && origins.SetEquals(others))) return null;
        if (EvidenceStanding.Of(here) == AcuteStanding.Corroborated && EvidenceStanding.Of(there) == AcuteStanding.Corroborated)
            return AcuteStanding.Corroborated;
        return Best(_ => true) >= AcuteStanding.Credible ? AcuteStanding.Credible : AcuteStanding.Unverified;
    }

    // Reports of the spot itself, however many entries it has; what knows only the city says nothing about which of two spots was hit.
    private List<AcuteEvidence> Own(AcuteSite spot) =>
        [.. incident.Sites.Where(site => site.Precision <= spot.Precision && !site.IsApartFrom(spot)).SelectMany(site => site.Evidence)];
}
