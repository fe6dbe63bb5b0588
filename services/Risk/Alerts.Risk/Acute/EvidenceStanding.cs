using Alerts.Terms;

namespace Alerts.Risk.Acute;

// The standing that a set of evidence gives. More evidence never lowers it: a denial stands beside the rest and takes nothing away.
internal static class EvidenceStanding
{
    public static AcuteStanding Of(IEnumerable<AcuteEvidence> evidence)
    {
        List<AcuteEvidence> support = [.. evidence.Where(e => e.Supports)];
        if (support.Exists(e => e.IsConfirmation)) return AcuteStanding.Corroborated;
        if (Origins(support).Count >= 2 && support.Exists(e => e.IsReport && e.Grade.IsReliable)) return AcuteStanding.Corroborated;
        if (support.Exists(e => !e.IsClaim && e.Grade.IsCredible)) return AcuteStanding.Credible;
        if (support.Exists(claim => claim.IsClaim && support.Exists(e => e.IsReport && e.OriginId != claim.OriginId))) return AcuteStanding.Credible;
        return support.Exists(e => !e.Grade.IsImprobable) ? AcuteStanding.Unverified : AcuteStanding.Improbable;
    }

    // Independent origins that report; claims, improbable and unknown origins are none.
    public static HashSet<string> Origins(IEnumerable<AcuteEvidence> evidence) =>
        evidence.Where(e => e.IsReport).Select(e => e.OriginId!).ToHashSet(StringComparer.Ordinal);
}
